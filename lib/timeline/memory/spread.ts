import { openEarliest, openLatest } from "@/lib/dates/edtf";
import { densitySteps, type Span } from "../scale";
import type { Base } from "./base";
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
  const kept = spreads.find(view.key);
  if (kept && isInside(rows, kept.range, view)) {
    return corrected(rows, view, kept);
  }
  const selection = view.selection();
  if (selection === null) {
    const range = wholeRange(store, view.added);
    return corrected(rows, view, {
      range,
      density: range ? spreadAscending(rows, null, stepOf(range), store.base.count) : noDensity(),
    });
  }
  const known = kept ?? spreads.keep(view.key, spreadSelection(store, selection));
  if (isInside(rows, known.range, view)) {
    return corrected(rows, view, known);
  }
  return spreadWith(
    store,
    selection.filter((at) => rows.dead[at] === 0),
    view.added,
  );
}

/** Of living members of the base and what came later. */
function spreadWith({ rows, base }: Store, alive: Int32Array, added: readonly number[]): BaseSpread {
  const ranges = [rangeOfSelection(rows, alive, base), rangeOf(rows, Int32Array.from(added))].filter(
    (range) => range !== null,
  );
  if (ranges.length === 0) {
    return { range: null, density: noDensity() };
  }
  const range = {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
  const density = spreadAscending(rows, alive, stepOf(range));
  for (const at of added) addTo(density, stepOf(range)(firstOf(rows, at)), 1);
  return { range, density };
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

/** How positions of the base spread that are ascending, and so in the order of their earliest instants. */
export const spreadSelection = (store: Store, selection: Int32Array): BaseSpread =>
  spreadWith(store, selection, []);

type Step = (time: number) => number;

const stepOf =
  ({ start, end }: Span): Step =>
  (time) =>
    end === start
      ? 0
      : Math.min(Math.max(Math.floor(((time - start) / (end - start)) * densitySteps), 0), densitySteps - 1);

/** As rangeOf, by looking at the ends of the orders as long as that is shorter. */
function rangeOfSelection(rows: Rows, selection: Int32Array, base: Base): Span | null {
  const last = latestOfMany(rows, selection, base);
  if (last === null) {
    return rangeOf(rows, selection);
  }
  const opened = firstIndex(
    selection.length,
    (index) => (rows.earliest[selection[index] ?? 0] ?? 0) > openStart,
  );
  const first = rangeOf(rows, selection.subarray(0, opened + 1));
  return first && { start: first.start, end: Math.max(first.end, last) };
}

/**
 * The last instant of a selection, from the end of the order by latest down to its first member; null when that
 * is too far. Members with an open end, which stand for their beginning, are all before it.
 */
function latestOfMany(rows: Rows, selection: Int32Array, { count, orders }: Base): number | null {
  const farthest = Math.max(count - (selection.length >> 6), 0);
  let last = Number.NEGATIVE_INFINITY;
  for (let index = count - 1; index >= farthest; index -= 1) {
    const position = orders.latest?.[index] ?? 0;
    if (!includes(selection, position)) continue;
    last = Math.max(last, lastOf(rows, position));
    if ((rows.latest[position] ?? 0) < openEnd) return last;
  }
  return null;
}

function includes(ascending: Int32Array, position: number): boolean {
  return ascending[firstIndex(ascending.length, (index) => (ascending[index] ?? 0) >= position)] === position;
}

function rangeOf({ earliest, latest }: Rows, positions: Int32Array): Span | null {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < positions.length; index += 1) {
    const at = positions[index] ?? 0;
    const [from, to] = [earliest[at] ?? 0, latest[at] ?? 0];
    // As firstOf and lastOf.
    const first = from <= openStart ? to : from;
    const last = to >= openEnd ? from : to;
    if (first < start) start = first;
    if (last > end) end = last;
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

/** Counts by step; null: all positions of the base. Those without an open beginning are in the order of the steps. */
function spreadAscending(
  rows: Rows,
  selection: Int32Array | null,
  step: Step,
  count = selection?.length ?? 0,
) {
  const density = noDensity();
  const at = (index: number) => (selection ? (selection[index] ?? 0) : index);
  let from = 0;
  for (; from < count && (rows.earliest[at(from)] ?? 0) <= openStart; from += 1) {
    addTo(density, step(firstOf(rows, at(from))), 1);
  }
  for (let slot = 0; slot < densitySteps && from < count; slot += 1) {
    const isLater = (index: number) => index >= from && step(rows.earliest[at(index)] ?? 0) > slot;
    const end = firstIndex(count, isLater);
    addTo(density, slot, end - from);
    from = end;
  }
  return density;
}
