import { openEarliest, openLatest } from "@/lib/dates/edtf";
import { densitySteps, type Span } from "../scale";
import { firstIndex } from "./order";
import type { Rows } from "./rows";
import type { Store } from "./store";
import type { View } from "./view";

const openStart = openEarliest.getTime();
const openEnd = openLatest.getTime();

/** An open end counts as the other end. */
const firstOf = ({ earliest, latest }: Rows, at: number): number =>
  ((earliest[at] ?? 0) <= openStart ? latest[at] : earliest[at]) ?? 0;
const lastOf = ({ earliest, latest }: Rows, at: number): number =>
  ((latest[at] ?? 0) >= openEnd ? earliest[at] : latest[at]) ?? 0;

/** What readDensity reads: bounds of everything that matches and how it spreads over them. */
export function spreadOf(store: Store, view: View): { range: Span | null; density: number[] } {
  const selection = view.selection();
  const range = selection ? rangeOf(store, selection, view.added) : wholeRange(store, view.added);
  const density = new Array<number>(densitySteps).fill(0);
  if (range === null) {
    return { range, density };
  }
  const { rows } = store;
  const step = stepOf(range);
  const add = (at: number, weight: number) => {
    const slot = step(firstOf(rows, at));
    density[slot] = (density[slot] ?? 0) + weight;
  };
  if (selection) {
    for (const at of selection) if (rows.dead[at] === 0) add(at, 1);
  } else {
    spreadAll(store, step, density, add);
    for (const at of view.gone) add(at, -1);
  }
  for (const at of view.added) add(at, 1);
  return { range, density };
}

const stepOf =
  ({ start, end }: Span) =>
  (time: number): number =>
    end === start
      ? 0
      : Math.min(Math.max(Math.floor(((time - start) / (end - start)) * densitySteps), 0), densitySteps - 1);

function rangeOf({ rows }: Store, selection: Int32Array, added: readonly number[]): Span | null {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const at of selection) {
    if (rows.dead[at] === 0) {
      start = Math.min(start, firstOf(rows, at));
      end = Math.max(end, lastOf(rows, at));
    }
  }
  for (const at of added) {
    start = Math.min(start, firstOf(rows, at));
    end = Math.max(end, lastOf(rows, at));
  }
  return start <= end || Number.isFinite(start) ? { start, end } : null;
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
  return rangeOf(store, Int32Array.from(ends.filter((position) => position < base.count)), added);
}

function spreadAll(
  { rows, base }: Store,
  step: (time: number) => number,
  density: number[],
  add: (at: number, weight: number) => void,
): void {
  let from = 0;
  for (; from < base.count && (rows.earliest[from] ?? 0) <= openStart; from += 1) add(from, 1);
  for (let slot = 0; slot < densitySteps && from < base.count; slot += 1) {
    const end = firstIndex(base.count, (at) => at >= from && step(rows.earliest[at] ?? 0) > slot);
    density[slot] = (density[slot] ?? 0) + end - from;
    from = end;
  }
}
