import { describeOccurred } from "@/lib/dates/words";
import { shownWhen } from "@/lib/incidents/shown-when";
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

/** Groups that a stop stands in, its first one first. */
const groupsOf = (stop: Stop): readonly string[] =>
  stop.kind === "bucket" ? [stop.bucket.group] : stop.item.groups;

/**
 * Where a step to the group above or below leads: to what is nearest in time in the next group that has anything.
 * groups are keys as they stand, from above; null when there is no other in that direction.
 */
export function stopInGroup(
  stops: readonly Stop[],
  groups: readonly string[],
  from: Stop,
  direction: "up" | "down",
): { stop: Stop; group: string } | null {
  const indexes = groupsOf(from).map((key) => groups.indexOf(key));
  const here = direction === "up" ? Math.min(...indexes) : Math.max(...indexes);
  const order = direction === "up" ? groups.slice(0, Math.max(here, 0)).reverse() : groups.slice(here + 1);
  for (const group of order) {
    const stop = nearestStop(
      stops.filter((one) => groupsOf(one).includes(group)),
      from.at,
    );
    if (stop) return { stop, group };
  }
  return null;
}

/** The stop nearest in time; undefined when there is none. */
export function nearestStop(stops: readonly Stop[], at: number): Stop | undefined {
  return stops.reduce<Stop | undefined>(
    (nearest, stop) => (nearest && Math.abs(nearest.at - at) <= Math.abs(stop.at - at) ? nearest : stop),
    undefined,
  );
}

/**
 * What a screen reader hears at a stop: "Rockets hit Ain al-Asad, 5 July 2021, ..., 3 of 41".
 * zone: by whose clocks (IANA); null: those of the place.
 */
export function stopWords(stop: Stop, position: number, count: number, zone: string | null = null): string {
  const place = `${numberWords(position)} of ${numberWords(count)}`;
  if (stop.kind === "bucket") {
    const { bucket } = stop;
    const day = describeOccurred(bucket.start.slice(0, 10), "UTC", { style: "short" });
    return `${numberWords(bucket.count)} incidents from ${day}, Enter zooms in, ${place}`;
  }
  const { item } = stop;
  const when = shownWhen(item, zone);
  return `${item.title}, ${when}, ${eventTypeLabel(item.eventType)}, ${deathWords(item.killedMin)}, ${place}`;
}

/** CSS class of an item's event group. */
export const groupClass = (item: TimelineItem): string => `sl-${eventGroupOf(item.eventType)}`;
