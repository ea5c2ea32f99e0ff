import { overlapping } from "./base";
import { isEverything } from "./match";
import { bySignificance } from "./order";
import type { Store } from "./store";
import type { View } from "./view";

/** What matches inside a window. Weights: before and within count 1 each, gone takes away, added adds. */
export type Hits = {
  /** Positions of the base that began before the window and reach into it. */
  before: Int32Array;
  /** Positions that begin inside it; null: all from low up to high. */
  within: Int32Array | null;
  low: number;
  high: number;
  gone: number[];
  added: number[];
};

export function hitsOf(store: Store, view: View, start: number, end: number): Hits {
  const { rows, base } = store;
  const { low, high, straddlers } = overlapping(base, rows, start, end);
  const within = view.selectionWithin(low, high);
  const isInside = (at: number) => (rows.latest[at] ?? 0) >= start && (rows.earliest[at] ?? 0) <= end;
  return {
    before: isEverything(view.match) ? straddlers : straddlers.filter(view.test),
    ...(within ? stretchOf(within, low, high) : { within: null, low, high }),
    gone: view.gone.filter(isInside),
    added: view.added.filter(isInside),
  };
}

/** Positions that lie together are said by their ends. */
function stretchOf(within: Int32Array, low: number, high: number): Pick<Hits, "within" | "low" | "high"> {
  const [first = low, last = low - 1] = [within[0], within.at(-1)];
  const isStretch = last - first + 1 === within.length;
  return isStretch ? { within: null, low: first, high: last + 1 } : { within, low, high };
}

const baseHits = ({ before, within, low, high }: Hits): number =>
  before.length + (within ? within.length : high - low);

export const countHits = (hits: Hits): number => baseHits(hits) - hits.gone.length + hits.added.length;

/** The most significant hits, the first of them first. */
export function mostSignificant(store: Store, view: View, hits: Hits, limit: number): number[] {
  const compare = bySignificance(store.rows);
  const ofBase = walk(store, view, hits, limit) ?? collect(store, hits, limit);
  const least = ofBase.at(limit - 1);
  const added = least === undefined ? hits.added : hits.added.filter((at) => compare(at, least) < 0);
  return added.length === 0 ? ofBase : [...ofBase, ...added].sort(compare).slice(0, limit);
}

/** From the most significant of all downwards, until there are enough; null when looking at all hits is quicker. */
function walk({ rows, base }: Store, view: View, hits: Hits, limit: number): number[] | null {
  const maxSteps = baseHits(hits) >> 2;
  if ((limit * base.count) / Math.max(baseHits(hits), 1) > maxSteps) return null;
  const isBefore = new Set(hits.before);
  const found: number[] = [];
  for (let at = 0; at < maxSteps; at += 1) {
    const position = base.significance[at] ?? 0;
    const isInside = position < hits.high && (position >= hits.low || isBefore.has(position));
    if (isInside && rows.dead[position] === 0 && view.test(position)) {
      found.push(position);
      if (found.length === limit) return found;
    }
  }
  return null;
}

/** From all ranks of the hits, those up to a bound behind which nothing can be among the first. */
function collect({ rows, base }: Store, hits: Hits, limit: number): number[] {
  const ranks = new Int32Array(baseHits(hits));
  let length = 0;
  const add = (position: number) => {
    ranks[length] = base.rank[position] ?? 0;
    length += 1 - (rows.dead[position] ?? 0);
  };
  const { before, within, low, high } = hits;
  for (let index = 0; index < before.length; index += 1) add(before[index] ?? 0);
  for (let index = 0; within && index < within.length; index += 1) add(within[index] ?? 0);
  for (let position = low; !within && position < high; position += 1) add(position);
  const bound = boundOf(ranks, length, limit, base.count);
  let first = 0;
  for (let index = 0; index < length; index += 1) {
    const rank = ranks[index] ?? 0;
    ranks[first] = rank;
    first += Number(rank < bound);
  }
  const sorted = ranks.subarray(0, first).sort().subarray(0, limit);
  return Array.from(sorted, (rank) => base.significance[rank] ?? 0);
}

const steps = 1024;

/** A rank below which are at least so many of the first ranks, and not many more; there are count ranks in all. */
function boundOf(ranks: Int32Array, length: number, limit: number, count: number): number {
  const width = Math.ceil(count / steps) || 1;
  const counts = new Int32Array(steps);
  for (let index = 0; index < length; index += 1) {
    const step = ((ranks[index] ?? 0) / width) | 0;
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let below = 0;
  let step = 0;
  for (; step < steps && below < limit; step += 1) below += counts[step] ?? 0;
  return step * width;
}
