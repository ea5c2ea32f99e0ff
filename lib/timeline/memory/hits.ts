import { overlapping } from "./base";
import { bySignificance, firstIndex } from "./order";
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
  const selection = view.selection();
  const isInside = (at: number) => (rows.latest[at] ?? 0) >= start && (rows.earliest[at] ?? 0) <= end;
  const within = selection?.subarray(
    firstIndex(selection.length, (index) => (selection[index] ?? 0) >= low),
    firstIndex(selection.length, (index) => (selection[index] ?? 0) >= high),
  );
  return {
    before: selection ? straddlers.filter(view.test) : straddlers,
    within: within ?? null,
    low,
    high,
    gone: view.gone.filter(isInside),
    added: view.added.filter(isInside),
  };
}

const baseHits = ({ before, within, low, high }: Hits): number =>
  before.length + (within ? within.length : high - low);

export const countHits = (hits: Hits): number => baseHits(hits) - hits.gone.length + hits.added.length;

/** The most significant hits, the first of them first. */
export function mostSignificant(store: Store, view: View, hits: Hits, limit: number): number[] {
  const compare = bySignificance(store.rows);
  const count = baseHits(hits);
  const expectedSteps = (limit * store.base.count) / Math.max(count, 1);
  const ofBase = expectedSteps < count ? walk(store, view, hits, limit) : collect(store, hits, limit);
  const least = ofBase.at(limit - 1);
  const added = least === undefined ? hits.added : hits.added.filter((at) => compare(at, least) < 0);
  return added.length === 0 ? ofBase : [...ofBase, ...added].sort(compare).slice(0, limit);
}

/** From the most significant of all downwards, until there are enough. */
function walk({ rows, base }: Store, view: View, hits: Hits, limit: number): number[] {
  const isBefore = new Set(hits.before);
  const found: number[] = [];
  for (let at = 0; at < base.count && found.length < limit; at += 1) {
    const position = base.significance[at] ?? 0;
    const isInside = position < hits.high && (position >= hits.low || isBefore.has(position));
    if (isInside && rows.dead[position] === 0 && view.test(position)) {
      found.push(position);
    }
  }
  return found;
}

/** All ranks of the hits, sorted. */
function collect({ rows, base }: Store, hits: Hits, limit: number): number[] {
  const { before, within, low, high } = hits;
  const ranks = new Int32Array(baseHits(hits));
  let length = 0;
  const add = (position: number) => {
    if (rows.dead[position] === 0) {
      ranks[length] = base.rank[position] ?? 0;
      length += 1;
    }
  };
  for (const position of before) add(position);
  if (within) for (const position of within) add(position);
  else for (let position = low; position < high; position += 1) add(position);
  return Array.from(
    ranks.subarray(0, length).sort().subarray(0, limit),
    (rank) => base.significance[rank] ?? 0,
  );
}
