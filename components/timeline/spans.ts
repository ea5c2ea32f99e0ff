import { readTypedDate } from "@/lib/dates/typed";
import { resolveSpan, type Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";

const dayMs = 86_400_000;

type Range = TimelineWindow["range"];

export const spanOf = (window: { start: string; end: string }): Span => ({
  start: Date.parse(window.start),
  end: Date.parse(window.end),
});

/** All that matches, with the margin that the server gives it; a month up to now when nothing does. */
export const wholeSpan = (range: Range): Span => resolveSpan({}, range && spanOf(range));

/** The window that an address names; a missing or impossible side is that of the whole. */
export function namedSpan(start: string | null, end: string | null, range: Range): Span {
  try {
    return resolveSpan({ start, end }, range && spanOf(range));
  } catch {
    return wholeSpan(range);
  }
}

/** True when the two windows look the same: each edge within a hundredth of the length. */
export function isSameSpan(a: Span, b: Span): boolean {
  const slack = Math.max(a.end - a.start, 1) / 100;
  return Math.abs(a.start - b.start) < slack && Math.abs(a.end - b.end) < slack;
}

export const shifted = (span: Span, share: number): Span => {
  const by = (span.end - span.start) * share;
  return { start: span.start + by, end: span.end + by };
};

/** Zooms around the middle; a factor below 1 shows less time. */
export function zoomed(span: Span, factor: number): Span {
  const middle = (span.start + span.end) / 2;
  const half = ((span.end - span.start) / 2) * factor;
  return { start: middle - half, end: middle + half };
}

/** The window to show for a date as people write it: all of it, and for a short one some time around it. */
export function spanOfDate(
  text: string,
  current: Span,
): { ok: true; span: Span } | { ok: false; message: string } {
  const read = readTypedDate(text, { timeZone: "UTC" });
  if (!read.ok) return read;
  const [start, end] = [read.earliest.getTime(), read.latest.getTime()];
  if (read.openStart || read.openEnd) return { ok: false, message: "Give a date without open ends." };
  const around = Math.min(current.end - current.start, 60 * dayMs);
  const length = Math.max((end - start) * 1.1, around);
  const middle = (start + end) / 2;
  return { ok: true, span: { start: middle - length / 2, end: middle + length / 2 } };
}
