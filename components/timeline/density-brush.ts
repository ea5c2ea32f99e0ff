import type { Span } from "@/lib/timeline/scale";
import { shifted } from "./spans";

export type Grip = "start" | "end" | "window" | "empty";
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

/** Which part of the brush is under a time, with so much slack (ms) around its edges. */
export function gripAt(span: Span, at: number, slack: number): Grip {
  const isNearStart = Math.abs(at - span.start) <= slack;
  const isNearEnd = Math.abs(at - span.end) <= slack;
  if (isNearStart && (!isNearEnd || at <= span.start)) return "start";
  if (isNearEnd) return "end";
  return at > span.start && at < span.end ? "window" : "empty";
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
