import { eventTypeLabel, eventTypes } from "@/lib/taxonomy/event-types";
import { maxGroups, missingKey, otherKey } from "../group-labels";
import type { TimelineGroup } from "../schema";
import { type Counts, countMany, countOne, type Dimension, noCounts } from "./counts";
import type { Hits } from "./hits";
import { castWidth } from "./names";
import { type Store, sizesOf } from "./store";

type Key = { key: string; name: string | null; position: number };

/** The groups of the hits, and for each code of a dimension those that its incidents stand in. */
export type Grouping = {
  /** null: all stand in one group. */
  dimension: Dimension | null;
  groups: (Key & { count: number })[];
  /** Indexes of groups, the incident's first group first. */
  groupsOf: (code: number) => readonly number[];
};

const dimensionOf = { type: "type", country: "place", place: "place", actor: "cast" } as const;

/** Sorts the hits into groups: those with the most incidents, and one for all others. */
export function groupHits(store: Store, hits: Hits, group: TimelineGroup, total: number): Grouping {
  if (group === "none") {
    const groups = total > 0 ? [{ key: "all", name: null, position: 0, count: total }] : [];
    return { dimension: null, groups, groupsOf: () => [0] };
  }
  const dimension = dimensionOf[group];
  const counts = codeCounts(store, hits, dimension);
  const keysOf = keysByCode(store, group);
  // Types have an order of their own, the other groups come by size.
  const top = largest(counts, keysOf).map((key) => (group === "type" ? key : { ...key, position: 0 }));
  const others: Key = { key: otherKey, name: null, position: 0 };
  const indexOf = new Map(top.map(({ key }, index) => [key, index]));
  const indexes = new Map<number, number[]>();
  const groups = [...top, others].map((key) => ({ ...key, count: 0 }));
  for (const [code, count] of counts.entries()) {
    if (count === 0) continue;
    const of = groupsOfCode(keysOf(code), indexOf, groups);
    indexes.set(code, of);
    for (const index of of) {
      const found = groups[index];
      if (found) found.count += count;
    }
  }
  return {
    dimension,
    groups: groups.filter(({ count }) => count > 0),
    groupsOf: (code) => indexes.get(code) ?? [],
  };
}

function codeCounts(store: Store, hits: Hits, dimension: Dimension): Int32Array {
  const counts: Counts = noCounts(sizesOf(store.vocabulary), [dimension]);
  const { rows } = store;
  countMany(counts, rows, hits.before);
  if (hits.within) countMany(counts, rows, hits.within);
  else countMany(counts, rows, null, hits.low, hits.high);
  for (const position of hits.gone) countOne(counts, rows, position, -1);
  for (const position of hits.added) countOne(counts, rows, position, 1);
  return counts[dimension];
}

const missing: Key = { key: missingKey, name: null, position: 0 };

function keysByCode({ vocabulary }: Store, group: Exclude<TimelineGroup, "none">): (code: number) => Key[] {
  const { places, actors, casts } = vocabulary;
  switch (group) {
    case "type":
      return (code) => {
        const type = eventTypes[code];
        return type ? [{ key: type, name: eventTypeLabel(type), position: code + 1 }] : [];
      };
    case "country":
      return (code) => {
        const country = places.entries[code]?.country;
        return [country ? { key: country, name: null, position: 0 } : missing];
      };
    case "place":
      return (code) => {
        const place = places.entries[code];
        return [place ? { key: place.slug, name: place.name, position: 0 } : missing];
      };
    case "actor":
      return (code) => {
        const cast = casts.lists[code] ?? [];
        const keys = new Map<string, Key>();
        for (let at = 0; at < cast.length; at += castWidth) {
          const actor = actors.entries[cast[at] ?? 0];
          const position = cast[at + 2] ?? 0;
          const known = actor && keys.get(actor.slug);
          if (known) known.position = Math.min(known.position, position);
          else if (actor) keys.set(actor.slug, { key: actor.slug, name: actor.name, position });
        }
        return keys.size > 0 ? [...keys.values()] : [missing];
      };
  }
}

const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The keys of most incidents. */
function largest(counts: Int32Array, keysOf: (code: number) => Key[]): Key[] {
  const found = new Map<string, Key & { count: number }>();
  for (const [code, count] of counts.entries()) {
    for (const key of count > 0 ? keysOf(code) : []) {
      const known = found.get(key.key);
      if (known) known.count += count;
      else found.set(key.key, { ...key, count });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || byKey(a.key, b.key)).slice(0, maxGroups);
}

/** Groups of a code by the position of its keys; what is not among the largest shares the last one. */
function groupsOfCode(
  keys: readonly Key[],
  indexOf: ReadonlyMap<string, number>,
  groups: readonly Key[],
): number[] {
  const positions = new Map<number, number>();
  for (const { key, position } of keys) {
    const index = indexOf.get(key) ?? groups.length - 1;
    positions.set(index, Math.min(position, positions.get(index) ?? position));
  }
  const keyOf = (index: number) => groups[index]?.key ?? otherKey;
  return [...positions]
    .sort(([a, first], [b, second]) => first - second || byKey(keyOf(a), keyOf(b)))
    .map(([index]) => index);
}
