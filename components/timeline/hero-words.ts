import { numberWords } from "@/lib/incidents/words";
import type { Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";
import type { ZoneChoice } from "@/lib/timeline/zone-choice";
import type { Emphasis } from "./drawn-items";
import { spanOf } from "./spans";

export function emphasisOf(data: TimelineWindow, selected: string | null, active: string | null): Emphasis {
  const touching = data.links.filter(({ from, to }) => from === selected || to === selected);
  const linked = new Set(touching.map(({ from, to }) => (from === selected ? to : from)));
  return { selected, active, linked };
}

/** Incidents out of the loaded window cannot be judged, and count as among the results. */
export function isAmong(data: TimelineWindow, publicId: string, span: Span): boolean {
  const loaded = spanOf(data);
  const isLoaded = span.start >= loaded.start && span.end <= loaded.end;
  return !isLoaded || data.items.some((item) => item.publicId === publicId);
}

/** Counts what stands in a window; the times are read once, because this is asked at every movement. */
export function counterOf(data: TimelineWindow): (span: Span) => number {
  const items = data.items.map(({ earliest, latest }) => [Date.parse(earliest), Date.parse(latest)] as const);
  const buckets = data.buckets.map(({ start, end, count }) => {
    const first = Date.parse(start);
    return { first, middle: (first + Date.parse(end)) / 2, count };
  });
  return ({ start, end }) => {
    const single = items.filter(([earliest, latest]) => latest >= start && earliest <= end).length;
    const inBuckets = buckets.filter(({ first, middle }) => middle >= start && first <= end);
    return inBuckets.reduce((sum, { count }) => sum + count, single);
  };
}

export const zoneWords: Record<ZoneChoice, string> = {
  local: "Local to each",
  utc: "UTC",
  mine: "My time zone",
};

const axisWords: Record<ZoneChoice, string> = {
  local: "axis in UTC",
  utc: "times in UTC",
  mine: "times in my zone",
};

/** "41 incidents in view, times in UTC" */
export const viewWords = (count: number, zone: ZoneChoice): string =>
  `${numberWords(count)} ${count === 1 ? "incident" : "incidents"} in view, ${axisWords[zone]}`;
