import { openEarliest, openLatest } from "@/lib/dates/edtf";
import { densitySteps, type Span } from "../scale";
import { firstIndex } from "./order";
import type { Rows } from "./rows";
import type { SizedCache } from "./sized-cache";
import type { Store } from "./store";
import type { View } from "./view";

const openStart = openEarliest.getTime();
const openEnd = openLatest.getTime();

/** An open end counts as the other end. */
const firstOf = ({ earliest, latest }: Rows, at: number): number =>
  ((earliest[at] ?? 0) <= openStart ? latest[at] : earliest[at]) ?? 0;
const lastOf = ({ earliest, latest }: Rows, at: number): number =>
  ((latest[at] ?? 0) >= openEnd ? earliest[at] : latest[at]) ?? 0;

/** How the matching incidents of the base spread, dead ones among them. */
export type BaseSpread = { range: Span | null; density: number[] };

/** What readDensity reads: bounds of everything that matches and how it spreads over them. */
export function spreadOf(store: Store, spreads: SizedCache<BaseSpread>, view: View): BaseSpread {
  const { rows } = store;
  const selection = view.selection();
  if (selection === null) {
    const range = wholeRange(store, view.added);
    return corrected(rows, view, { range, density: range ? spreadAll(store, stepOf(range)) : noDensity() });
  }
  const known = spreads.get(view.key, () => spreadSelection(rows, selection));
  if (isInside(rows, known.range, view)) {
    return corrected(rows, view, known);
  }
  const alive = Int32Array.from([...selection.filter((at) => rows.dead[at] === 0), ...view.added]);
  return spreadSelection(rows, alive);
}

/** True when what came or died neither widens nor narrows the range. */
function isInside(rows: Rows, range: Span | null, { gone, added }: View): boolean {
  if (range === null) return added.length === 0;
  return (
    gone.every((at) => firstOf(rows, at) > range.start && lastOf(rows, at) < range.end) &&
    added.every((at) => firstOf(rows, at) >= range.start && lastOf(rows, at) <= range.end)
  );
}

function corrected(rows: Rows, { gone, added }: View, { range, density }: BaseSpread): BaseSpread {
  if (range === null) {
    return { range, density };
  }
  const step = stepOf(range);
  const all = [...density];
  for (const at of gone) addTo(all, step(firstOf(rows, at)), -1);
  for (const at of added) addTo(all, step(firstOf(rows, at)), 1);
  return { range, density: all };
}

const noDensity = (): number[] => new Array<number>(densitySteps).fill(0);

const addTo = (density: number[], slot: number, weight: number): void => {
  density[slot] = (density[slot] ?? 0) + weight;
};

export function spreadSelection(rows: Rows, selection: Int32Array): BaseSpread {
  const range = rangeOf(rows, selection);
  const density = noDensity();
  if (range) {
    const step = stepOf(range);
    for (const at of selection) addTo(density, step(firstOf(rows, at)), 1);
  }
  return { range, density };
}

const stepOf =
  ({ start, end }: Span) =>
  (time: number): number =>
    end === start
      ? 0
      : Math.min(Math.max(Math.floor(((time - start) / (end - start)) * densitySteps), 0), densitySteps - 1);

function rangeOf(rows: Rows, positions: Int32Array): Span | null {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < positions.length; index += 1) {
    const at = positions[index] ?? 0;
    start = Math.min(start, firstOf(rows, at));
    end = Math.max(end, lastOf(rows, at));
  }
  return positions.length > 0 ? { start, end } : null;
}

/** The range of all, from the ends of the orders: only those with an open end there are looked at one by one. */
function wholeRange(store: Store, added: readonly number[]): Span | null {
  const { rows, base } = store;
  const ends: number[] = [];
  let at = 0;
  for (; at < base.count && (rows.dead[at] === 1 || (rows.earliest[at] ?? 0) <= openStart); at += 1)
    ends.push(at);
  ends.push(at);
  const byLatest = base.orders.latest ?? new Int32Array();
  let back = base.count - 1;
  const isPassed = (position: number) => rows.dead[position] === 1 || (rows.latest[position] ?? 0) >= openEnd;
  for (; back >= 0 && isPassed(byLatest[back] ?? 0); back -= 1) ends.push(byLatest[back] ?? 0);
  ends.push(byLatest[Math.max(back, 0)] ?? 0);
  const alive = ends.filter((position) => position < base.count && rows.dead[position] === 0);
  return rangeOf(rows, Int32Array.from([...alive, ...added]));
}

function spreadAll({ rows, base }: Store, step: (time: number) => number): number[] {
  const density = noDensity();
  let from = 0;
  for (; from < base.count && (rows.earliest[from] ?? 0) <= openStart; from += 1) {
    addTo(density, step(firstOf(rows, from)), 1);
  }
  for (let slot = 0; slot < densitySteps && from < base.count; slot += 1) {
    const end = firstIndex(base.count, (at) => at >= from && step(rows.earliest[at] ?? 0) > slot);
    addTo(density, slot, end - from);
    from = end;
  }
  return density;
}
