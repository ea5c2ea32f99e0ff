import { describeOccurred } from "@/lib/dates/words";
import { numberWords } from "@/lib/incidents/words";
import { eventGroupOf, eventTypeLabel } from "@/lib/taxonomy/event-types";
import type { TimelineBucket, TimelineItem, TimelineWindow } from "@/lib/timeline/schema";

/** A thing on the timeline that the arrow keys reach; at is the middle of its time, in ms. */
export type Stop =
  | { kind: "incident"; id: string; at: number; item: TimelineItem }
  | { kind: "bucket"; id: string; at: number; bucket: TimelineBucket };

export const middleOf = (span: { earliest: string; latest: string }): number =>
  (Date.parse(span.earliest) + Date.parse(span.latest)) / 2;

export const bucketId = (bucket: TimelineBucket): string => `bucket ${bucket.start} ${bucket.group}`;

/** Everything that can be reached, in time order; an incident that stands in several groups counts once. */
export function timelineStops(window: Pick<TimelineWindow, "items" | "buckets">): Stop[] {
  const incidents = window.items.map(
    (item): Stop => ({ kind: "incident", id: item.publicId, at: middleOf(item), item }),
  );
  const buckets = window.buckets.map(
    (bucket): Stop => ({
      kind: "bucket",
      id: bucketId(bucket),
      at: (Date.parse(bucket.start) + Date.parse(bucket.end)) / 2,
      bucket,
    }),
  );
  return [...incidents, ...buckets].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

const deathWords = (killedMin: number | null): string => {
  if (killedMin === null) return "deaths not reported";
  return killedMin === 0 ? "no deaths reported" : `${numberWords(killedMin)} or more killed`;
};

/** What a screen reader hears at a stop: "Rockets hit Ain al-Asad, 5 July 2021, ..., 3 of 41". */
export function stopWords(stop: Stop, position: number, count: number): string {
  const place = `${numberWords(position)} of ${numberWords(count)}`;
  if (stop.kind === "bucket") {
    const { bucket } = stop;
    const day = describeOccurred(bucket.start.slice(0, 10), "UTC", { style: "short" });
    return `${numberWords(bucket.count)} incidents from ${day}, Enter zooms in, ${place}`;
  }
  const { item } = stop;
  const when = describeOccurred(item.occurred, item.timeZone, { style: "short" });
  return `${item.title}, ${when}, ${eventTypeLabel(item.eventType)}, ${deathWords(item.killedMin)}, ${place}`;
}

/** CSS class of an item's event group. */
export const groupClass = (item: TimelineItem): string => `sl-${eventGroupOf(item.eventType)}`;
