import { eventTypes } from "@/lib/taxonomy/event-types";
import { outcomes } from "@/lib/taxonomy/terms";
import type { TimelineGroup } from "../groups";
import { bucketSizeFor, resolveSpan, type Span } from "../scale";
import type { TimelineItem, TimelineLink, TimelineStub } from "../schema";
import type { Caches } from "./caches";
import { countColumn } from "./counts";
import { type Grouping, groupHits } from "./group-keys";
import { countHits, type Hits, hitsOf, mostSignificant } from "./hits";
import { firstIndex } from "./order";
import { publicIdText } from "./public-ids";
import { spreadOf } from "./spread";
import type { Store } from "./store";
import type { View } from "./view";
import { windowLinks } from "./window-links";

export type WindowPlan = {
  span: Span;
  range: Span | null;
  density: number[];
  /** Bucket width, milliseconds. */
  size: number;
  total: number;
  groups: { key: string; name: string | null; position: number; count: number }[];
  buckets: { slot: number; group: string; count: number }[];
  /** What is drawn by itself, the most significant first. */
  drawn: PlannedItem[];
  links: TimelineLink[];
  stubs: TimelineStub[];
};

/** What the copy knows of a drawn incident; updated: when it was changed last, milliseconds since 1970. */
type PlannedItem = {
  rowNo: number;
  updated: number;
  item: Omit<TimelineItem, "title" | "occurred" | "timeZone">;
};

/** Everything of a window but the words of the drawn incidents. */
export function planWindow(
  store: Store,
  caches: Pick<Caches, "spreads" | "counts">,
  view: View,
  asked: {
    start?: string | null;
    end?: string | null;
    width: number;
    group: TimelineGroup;
    maxItems: number;
  },
): WindowPlan {
  const { range, density } = spreadOf(store, caches.spreads, view);
  const span = resolveSpan(asked, range);
  const size = bucketSizeFor(span, asked.width);
  const hits = hitsOf(store, view, span.start, span.end);
  const total = countHits(hits);
  const isAll = range !== null && span.start <= range.start && span.end >= range.end;
  const grouping = groupHits(store, caches, { view, hits, total, isAll }, asked.group);
  const drawn = mostSignificant(store, view, hits, asked.maxItems);
  const keyOf = (index: number) => grouping.groups[index]?.key ?? "";
  const isCounted = (position: number) => isWithin(store, position, span) && view.test(position);
  const groupOf = (position: number) =>
    isCounted(position) ? keyOf(grouping.firstGroup[codeOf(store, grouping, position)] ?? 0) : null;
  return {
    span,
    range,
    density,
    size,
    total,
    groups: grouping.groups.filter(({ count }) => count > 0),
    buckets: total > drawn.length ? bucketsOf(store, hits, grouping, { span, size }, drawn) : [],
    drawn: drawn.map((position) =>
      plannedItem(store, position, grouping.groupsOf(codeOf(store, grouping, position)).map(keyOf)),
    ),
    ...windowLinks(store, drawn, groupOf),
  };
}

function plannedItem({ rows, vocabulary }: Store, position: number, groups: string[]): PlannedItem {
  const place = vocabulary.places.entries[rows.place[position] ?? 0];
  const killed = rows.killed[position] ?? -1;
  return {
    rowNo: rows.rowNo[position] ?? 0,
    updated: rows.updated[position] ?? 0,
    item: {
      publicId: publicIdText(rows.publicId[position] ?? 0),
      eventType: eventTypes[rows.type[position] ?? 0] ?? "other",
      outcome: outcomes[rows.outcome[position] ?? 0] ?? "unknown",
      earliest: new Date(rows.earliest[position] ?? 0).toISOString(),
      latest: new Date(rows.latest[position] ?? 0).toISOString(),
      place: place?.name ?? null,
      country: place?.country ?? null,
      killedMin: killed < 0 ? null : killed,
      groups,
    },
  };
}

const codeOf = ({ rows }: Store, { dimension }: Grouping, position: number): number =>
  dimension === null ? 0 : (rows[dimension][position] ?? 0);

const isWithin = ({ rows }: Store, position: number, { start, end }: Span): boolean =>
  rows.dead[position] === 0 && (rows.latest[position] ?? 0) >= start && (rows.earliest[position] ?? 0) <= end;

/** Every hit that is not drawn, in the slot of its earliest instant and in the first of its groups. */
function bucketsOf(
  store: Store,
  hits: Hits,
  grouping: Grouping,
  { span, size }: { span: Span; size: number },
  drawn: readonly number[],
): WindowPlan["buckets"] {
  const { earliest } = store.rows;
  const slotOf = (position: number) => Math.floor(Math.max(earliest[position] ?? 0, span.start) / size);
  const firstSlot = Math.floor(span.start / size);
  const slots = Math.floor(span.end / size) - firstSlot + 1;
  const width = grouping.groups.length;
  const counts = new Int32Array(slots * width);
  const { firstGroup } = grouping;
  const add = (position: number, weight: number) => {
    const at = (slotOf(position) - firstSlot) * width + (firstGroup[codeOf(store, grouping, position)] ?? 0);
    counts[at] = (counts[at] ?? 0) + weight;
  };
  for (const position of hits.before) add(position, 1);
  for (const position of hits.added) add(position, 1);
  for (const position of hits.gone) add(position, -1);
  for (const position of drawn) add(position, -1);
  const countGroups = groupCounter(store, grouping, hits.within);
  const length = hits.within?.length ?? hits.high;
  let from = hits.within ? 0 : hits.low;
  for (let slot = 0; slot < slots && from < length; slot += 1) {
    const isLater = (index: number) =>
      index >= from && slotOf(hits.within ? (hits.within[index] ?? 0) : index) - firstSlot > slot;
    const end = firstIndex(length, isLater);
    countGroups(counts.subarray(slot * width, (slot + 1) * width), from, end);
    from = end;
  }
  return Array.from(counts).flatMap((count, at) => {
    const group = grouping.groups[at % width]?.key ?? "";
    return count > 0 ? [{ slot: firstSlot + Math.floor(at / width), group, count }] : [];
  });
}

/**
 * Adds to the groups the incidents from start up to end of these positions, or with null of all. Counting codes and
 * then adding up what is in one group is several times as fast as looking the group of each incident up.
 */
function groupCounter(
  { rows }: Store,
  { dimension, firstGroup }: Grouping,
  positions: Int32Array | null,
): (into: Int32Array, start: number, end: number) => void {
  if (dimension === null) {
    return (into, start, end) => {
      into[0] = (into[0] ?? 0) + end - start;
    };
  }
  const ofCodes = new Int32Array(firstGroup.length);
  return (into, start, end) => {
    countColumn(ofCodes, rows[dimension], positions, start, end);
    for (let code = 0; code < ofCodes.length; code += 1) {
      const group = firstGroup[code] ?? 0;
      into[group] = (into[group] ?? 0) + (ofCodes[code] ?? 0);
    }
    ofCodes.fill(0);
  };
}
