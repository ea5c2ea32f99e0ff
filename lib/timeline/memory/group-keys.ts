import { eventTypeLabel, eventTypes } from "@/lib/taxonomy/event-types";
import { maxGroups, missingKey, otherKey } from "../group-labels";
import type { TimelineGroup } from "../groups";
import { prefixCounts } from "./base";
import type { Caches } from "./caches";
import { countMany, countOne, type Dimension, minus, noCounts } from "./counts";
import type { Hits } from "./hits";
import { castWidth } from "./names";
import { type Store, sizesOf } from "./store";
import type { View } from "./view";
import { viewCounts } from "./view-counts";

type Key = { key: string; name: string | null; position: number };

/** The groups of the hits, and for each code of a dimension those that its incidents stand in. */
export type Grouping = {
  /** null: all stand in one group. */
  dimension: Dimension | null;
  groups: (Key & { count: number })[];
  /** Index of the first group by code. */
  firstGroup: Uint8Array;
  /** Indexes of groups, the incident's first group first. */
  groupsOf: (code: number) => readonly number[];
};

const dimensionOf = { type: "type", country: "place", place: "place", actor: "cast" } as const;

/** Sorts the hits into groups: those with the most incidents, and one for all others. isAll: they are the whole view. */
export function groupHits(
  store: Store,
  caches: Pick<Caches, "counts">,
  { view, hits, total, isAll }: { view: View; hits: Hits; total: number; isAll: boolean },
  group: TimelineGroup,
): Grouping {
  if (group === "none") {
    const groups = total > 0 ? [{ key: "all", name: null, position: 0, count: total }] : [];
    return { dimension: null, groups, firstGroup: Uint8Array.of(0), groupsOf: () => [0] };
  }
  const dimension = dimensionOf[group];
  // What facets count is often there already.
  const counts = isAll
    ? viewCounts(store, caches, view, [dimension])[dimension]
    : codeCounts(store, hits, dimension);
  const keys = keysFor(store, group);
  const top = largest(keys, counts).map(keys.keyOf);
  // Types have an order of their own, the other groups come by size.
  const shown = top.map((key) => ({ ...key, position: group === "type" ? key.position : 0, count: 0 }));
  const groups = [...shown, { key: otherKey, name: null, position: 0, count: 0 }];
  const groupOf = new Uint8Array(keys.size).fill(top.length);
  for (const [index, { id }] of top.entries()) groupOf[id] = index;
  const firstGroup = new Uint8Array(counts.length);
  const groupsOf = (code: number) => groupsOfMembers(keys.membersOf(code), groupOf, groups);
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code] ?? 0;
    if (count === 0) continue;
    const of = groupsOf(code);
    firstGroup[code] = of[0] ?? 0;
    for (const index of of) {
      const found = groups[index];
      if (found) found.count += count;
    }
  }
  return { dimension, groups, firstGroup, groupsOf };
}

function codeCounts(store: Store, hits: Hits, dimension: Dimension): Int32Array {
  const { rows, base, vocabulary } = store;
  const sizes = sizesOf(vocabulary);
  const upTo = (length: number) => prefixCounts(base, rows, sizes, "earliest", length, [dimension]);
  const counts = hits.within ? noCounts(sizes, [dimension]) : minus(upTo(hits.high), upTo(hits.low));
  if (hits.within) countMany(counts, rows, hits.within);
  countMany(counts, rows, hits.before);
  for (const position of hits.gone) countOne(counts, rows, position, -1);
  for (const position of hits.added) countOne(counts, rows, position, 1);
  return counts[dimension];
}

/** Keys by small numbers: 0 is the missing value. */
type Keys = {
  size: number;
  keyOf: (id: number) => Key & { id: number };
  /** Pairs of a key and its position, by code. */
  membersOf: (code: number) => readonly number[];
};

function keysFor({ vocabulary, ancestry }: Store, group: Exclude<TimelineGroup, "none">): Keys {
  const { places, actors, casts } = vocabulary;
  const named = (entry: { slug: string; name: string } | null | undefined, id: number) =>
    entry
      ? { id, key: entry.slug, name: entry.name, position: 0 }
      : { id, key: missingKey, name: null, position: 0 };
  switch (group) {
    case "type":
      return {
        size: eventTypes.length + 1,
        keyOf: (id) => {
          const type = eventTypes[id - 1] ?? "other";
          return { id, key: type, name: eventTypeLabel(type), position: id };
        },
        membersOf: (code) => [code + 1, code + 1],
      };
    case "country": {
      const { codes, of } = ancestry.countries;
      return {
        size: codes.length,
        keyOf: (id) => ({ id, key: codes[id] || missingKey, name: null, position: 0 }),
        membersOf: (code) => [of[code] ?? 0, 0],
      };
    }
    case "place":
      return {
        size: places.size,
        keyOf: (id) => named(places.entries[id], id),
        membersOf: (code) => [code, 0],
      };
    case "actor":
      return {
        size: actors.size,
        keyOf: (id) => named(actors.entries[id], id),
        membersOf: (code) => actorsOf(casts.lists[code]),
      };
  }
}

/** Each actor of a cast once, with its first position; a cast is sorted by position. */
function actorsOf(cast: Int32Array | undefined): number[] {
  const members: number[] = [];
  for (let at = 0; cast && at < cast.length; at += castWidth) {
    const actor = cast[at] ?? 0;
    let known = 0;
    while (known < members.length && members[known] !== actor) known += 2;
    if (known === members.length) members.push(actor, cast[at + 2] ?? 0);
  }
  return members.length > 0 ? members : [0, 0];
}

const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The keys of most incidents, the first of them first. */
function largest(keys: Keys, counts: Int32Array): number[] {
  const of = new Int32Array(keys.size);
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code] ?? 0;
    if (count === 0) continue;
    const members = keys.membersOf(code);
    for (let at = 0; at < members.length; at += 2) {
      const id = members[at] ?? 0;
      of[id] = (of[id] ?? 0) + count;
    }
  }
  const present = of.filter((count) => count > 0).sort();
  // What counts less than the last that has room need not be sorted.
  const least = present.length > maxGroups ? (present[present.length - maxGroups] ?? 1) : 1;
  const found: { id: number; count: number; key: string }[] = [];
  for (const [id, count] of of.entries()) {
    if (count >= least) found.push({ id, count, key: keys.keyOf(id).key });
  }
  return found
    .sort((a, b) => b.count - a.count || byKey(a.key, b.key))
    .slice(0, maxGroups)
    .map(({ id }) => id);
}

/** Groups of a code by the position of its keys; what is not among the largest shares the last one. */
function groupsOfMembers(
  members: readonly number[],
  groupOf: Uint8Array,
  groups: readonly Key[],
): readonly number[] {
  if (members.length === 2) {
    return [groupOf[members[0] ?? 0] ?? 0];
  }
  if (members.length === 4 && (members[1] ?? 0) < (members[3] ?? 0)) {
    const [first, second] = [groupOf[members[0] ?? 0] ?? 0, groupOf[members[2] ?? 0] ?? 0];
    return first === second ? [first] : [first, second];
  }
  const positions = new Map<number, number>();
  for (let at = 0; at < members.length; at += 2) {
    const index = groupOf[members[at] ?? 0] ?? 0;
    const position = members[at + 1] ?? 0;
    positions.set(index, Math.min(position, positions.get(index) ?? position));
  }
  const keyOf = (index: number) => groups[index]?.key ?? otherKey;
  return [...positions]
    .sort(([a, first], [b, second]) => first - second || byKey(keyOf(a), keyOf(b)))
    .map(([index]) => index);
}
