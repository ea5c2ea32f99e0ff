import { resolveSpan, type Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";

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
