import type { TimelineGroup } from "@/lib/timeline/groups";
import type { Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";
import { shifted, spanOf, zoomed } from "./spans";

/** What the drawing needs: a visible window, and how many CSS pixels it is drawn in. */
export type Wanted = { filterQuery: string; group: TimelineGroup; span: Span; width: number };

type Kept = { key: string; msPerPixel: number; answer: TimelineWindow; keptAt: number };

const maxKept = 24;
const maxAgeMs = 120_000;
/** Buckets may be drawn this much narrower or wider than they were counted for. */
const tolerance = 1.3;

const keyOf = ({ filterQuery, group }: Wanted): string => `${group} ${filterQuery}`;
const msPerPixelOf = ({ span, width }: Wanted): number => (span.end - span.start) / Math.max(width, 1);

/** True when the answer has everything of the window; what lies outside of all that matches is known to be empty. */
function covers({ start, end, range }: TimelineWindow, span: Span): boolean {
  if (range === null) return true;
  const [loaded, all] = [spanOf({ start, end }), spanOf(range)];
  return Math.max(span.start, all.start) >= loaded.start && Math.min(span.end, all.end) <= loaded.end;
}

/** The answers of the last minutes, found again by what they cover. */
export class WindowCache {
  private kept: Kept[] = [];

  keep(asked: Wanted, answer: TimelineWindow, now = Date.now()): void {
    const entry = { key: keyOf(asked), msPerPixel: msPerPixelOf(asked), answer, keptAt: now };
    this.kept = [entry, ...this.kept].slice(0, maxKept);
  }

  /** An answer that can be drawn as it is: all of the window, in buckets of about the right width or in none. */
  find(wanted: Wanted, now = Date.now()): TimelineWindow | null {
    const [key, msPerPixel] = [keyOf(wanted), msPerPixelOf(wanted)];
    const fits = (entry: Kept) => {
      const ratio = entry.msPerPixel / msPerPixel;
      const isInScale = ratio <= tolerance && ratio >= 1 / tolerance;
      return (
        entry.key === key &&
        now - entry.keptAt < maxAgeMs &&
        (isInScale || entry.answer.buckets.length === 0) &&
        covers(entry.answer, wanted.span)
      );
    };
    const found = this.kept.find(fits);
    if (!found) return null;
    this.kept = [found, ...this.kept.filter((entry) => entry !== found)];
    return found.answer;
  }

  clear(): void {
    this.kept = [];
  }
}

/** Where the view may go next, the likeliest first. */
export function neighboursOf(wanted: Wanted): Wanted[] {
  const { span } = wanted;
  return [zoomed(span, 0.5), shifted(span, 0.7), shifted(span, -0.7), zoomed(span, 2)].map((next) => ({
    ...wanted,
    span: next,
  }));
}
