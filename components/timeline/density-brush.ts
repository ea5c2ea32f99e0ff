import type { Span } from "@/lib/timeline/scale";
import { shifted } from "./spans";

type Grip = "start" | "end" | "window" | "empty";
export type Drag = { grip: Grip; from: number; span: Span };

/** A drag on the empty part shorter than this share of the strip is a click. */
const clickShare = 0.006;
const step = 0.1;

/** The window while it is dragged to a time; least is the shortest it can be made, ms. */
export function brushed({ grip, from, span }: Drag, at: number, strip: Span, least: number): Span {
  const by = at - from;
  if (grip === "start") return { start: Math.min(span.start + by, span.end - least), end: span.end };
  if (grip === "end") return { start: span.start, end: Math.max(span.end + by, span.start + least) };
  if (grip === "window") return { start: span.start + by, end: span.end + by };
  if (Math.abs(by) < (strip.end - strip.start) * clickShare) return centred(span, from);
  const [start, end] = [Math.min(from, at), Math.max(from, at)];
  return { start, end: Math.max(end, start + least) };
}

function centred(span: Span, at: number): Span {
  const half = (span.end - span.start) / 2;
  return { start: at - half, end: at + half };
}

/** What is taken hold of at a time, with so much slack (ms) around the edges of the window as the strip shows it. */
export function grabbed(span: Span, at: number, strip: Span, slack: number): Drag {
  const [first, last] = [Math.max(span.start, strip.start), Math.min(span.end, strip.end)];
  const isNearStart = Math.abs(at - first) <= slack;
  const isNearEnd = Math.abs(at - last) <= slack;
  if (isNearStart && (!isNearEnd || at <= first)) {
    return { grip: "start", from: at, span: { start: first, end: span.end } };
  }
  if (isNearEnd) return { grip: "end", from: at, span: { start: span.start, end: last } };
  return { grip: at > first && at < last ? "window" : "empty", from: at, span };
}

/** The window after a key on the brush; null for a key that does nothing there. */
export function keyed(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  span: Span,
  strip: Span,
): Span | null {
  const length = span.end - span.start;
  const direction = key === "ArrowRight" || key === "ArrowUp" ? 1 : -1;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
    case "ArrowLeft":
    case "ArrowDown":
      return shiftKey
        ? { start: span.start, end: span.end + direction * length * step }
        : shifted(span, direction * step);
    case "PageUp":
      return shifted(span, 0.8);
    case "PageDown":
      return shifted(span, -0.8);
    case "Home":
      return { start: strip.start, end: strip.start + length };
    case "End":
      return { start: strip.end - length, end: strip.end };
    default:
      return null;
  }
}
