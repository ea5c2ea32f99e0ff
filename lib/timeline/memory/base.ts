import type { Breathe } from "./breathe";
import {
  type Counts,
  copyCounts,
  countInTurns,
  countMany,
  countsBytes,
  type Dimension,
  minus,
  noCounts,
  type Sizes,
} from "./counts";
import { firstIndex, type OrderName } from "./order";
import { regionsOf } from "./regions";
import type { Rows } from "./rows";
import { sortBySignificance, sortOrders } from "./sort";

/**
 * What was worked out once for the first positions of the columns, which are in the order of byColumn "earliest"
 * and never change, though incidents among them die. What came later stands behind them and is looked at one by one.
 */
export type Base = {
  count: number;
  /** Size of the lists of links when it was made. */
  listed: number;
  /** All positions in each order; null: the positions are in this order themselves. */
  orders: Record<OrderName, Int32Array | null>;
  significance: Int32Array;
  /** Position to its index in significance. */
  rank: Int32Array;
  classes: DurationClass[];
  /** regionsOf all positions. */
  regions: Int32Array;
  totals: Counts;
  /** For each order but that of publishing: the counts of its first incidents, every so many of them. */
  checkpoints: Record<Exclude<OrderName, "published">, Counts[]>;
  checkpointEvery: number;
};

/** Positions of incidents whose bounds are at most so far apart, and more than half of that. */
type DurationClass = { maxMs: number; positions: Int32Array };

const checkpointBudget = 6_000_000;
const maxCheckpoints = 192;

/** Works everything out for the rows as they stand, which must be in the order "earliest". */
export async function buildBase(rows: Rows, sizes: Sizes, breathe: Breathe): Promise<Base> {
  const count = rows.length;
  const orders = await sortOrders(rows, breathe);
  const significance = await sortBySignificance(rows, breathe);
  const rank = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    rank[significance[at] ?? 0] = at;
  }
  await breathe();
  const every = checkpointEvery(count, countsBytes(noCounts(sizes)));
  const checkpoints = {
    earliest: await cumulate(rows, sizes, null, count, every, breathe),
    latest: await cumulate(rows, sizes, orders.latest, count, every, breathe),
    updated: await cumulate(rows, sizes, orders.updated, count, every, breathe),
    killed: await cumulate(rows, sizes, orders.killed, count, every, breathe),
  };
  const base = {
    count,
    orders,
    significance,
    rank,
    regions: regionsOf(rows),
    listed: rows.lists.size,
    checkpoints,
    checkpointEvery: every,
  };
  const totals = prefixCounts(
    { ...base, classes: [], totals: noCounts(sizes) },
    rows,
    sizes,
    "earliest",
    count,
  );
  return { ...base, classes: await durationClasses(rows, breathe), totals };
}

function checkpointEvery(count: number, bytes: number): number {
  const wanted = Math.min(maxCheckpoints, Math.floor(checkpointBudget / Math.max(bytes, 1)));
  return Math.max(1000, Math.ceil(count / (wanted + 1)));
}

async function cumulate(
  rows: Rows,
  sizes: Sizes,
  order: Int32Array | null,
  count: number,
  every: number,
  breathe: Breathe,
): Promise<Counts[]> {
  const checkpoints: Counts[] = [];
  let counts = noCounts(sizes);
  for (let end = every; end <= count; end += every) {
    counts = copyCounts(counts, sizes);
    await countInTurns(counts, rows, order, [end - every, end], breathe);
    checkpoints.push(counts);
  }
  return checkpoints;
}

/** The counts of the first incidents of an order. */
export function prefixCounts(
  base: Base,
  rows: Rows,
  sizes: Sizes,
  order: keyof Base["checkpoints"],
  length: number,
  wanted?: readonly Dimension[],
): Counts {
  const whole = Math.floor(length / base.checkpointEvery);
  const checkpoint = base.checkpoints[order][whole - 1];
  const counts = checkpoint ? copyCounts(checkpoint, sizes, wanted) : noCounts(sizes, wanted);
  countMany(counts, rows, base.orders[order], checkpoint ? whole * base.checkpointEvery : 0, length);
  return counts;
}

/** The counts of ascending positions; where most of all are among them, what is missing is counted and taken away. */
export function countAscending(
  base: Base,
  rows: Rows,
  sizes: Sizes,
  positions: Int32Array,
  wanted?: readonly Dimension[],
): Counts {
  const counts = noCounts(sizes, wanted);
  if (positions.length * 2 <= base.count) {
    countMany(counts, rows, positions);
    return counts;
  }
  countMany(counts, rows, missingFrom(positions, base.count));
  return minus(copyCounts(base.totals, sizes, wanted), counts);
}

function missingFrom(ascending: Int32Array, count: number): Int32Array {
  const missing = new Int32Array(count - ascending.length + 1);
  let length = 0;
  let index = 0;
  // Without a branch, which nobody could predict.
  for (let position = 0; position < count; position += 1) {
    const isThere = Number(ascending[index] === position);
    missing[length] = position;
    length += 1 - isThere;
    index += isThere;
  }
  return missing.subarray(0, length);
}

async function durationClasses(rows: Rows, breathe: Breathe): Promise<DurationClass[]> {
  const classOf = new Uint8Array(rows.length);
  const sizes = new Int32Array(64);
  for (let position = 0; position < rows.length; position += 1) {
    const duration = (rows.latest[position] ?? 0) - (rows.earliest[position] ?? 0);
    const found = Math.ceil(Math.log2(duration + 1));
    classOf[position] = found;
    sizes[found] = (sizes[found] ?? 0) + 1;
    if (position % 20_000 === 0) await breathe();
  }
  const lists = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let position = 0; position < rows.length; position += 1) {
    const found = classOf[position] ?? 0;
    const at = sizes[found] ?? 0;
    const list = lists[found];
    if (list) list[at] = position;
    sizes[found] = at + 1;
    if (position % 20_000 === 0) await breathe();
  }
  return lists.flatMap((positions, found) =>
    positions.length > 0 ? [{ maxMs: 2 ** found, positions }] : [],
  );
}

/**
 * The incidents of the base whose bounds meet a period: all positions from low up to high, which begin inside
 * it, and straddlers, ascending, which began before it and were not over.
 */
export function overlapping(
  base: Base,
  rows: Rows,
  start: number,
  end: number,
): { low: number; high: number; straddlers: Int32Array } {
  const { earliest, latest } = rows;
  const low = firstIndex(base.count, (at) => (earliest[at] ?? 0) >= start);
  const high = Math.max(
    low,
    firstIndex(base.count, (at) => (earliest[at] ?? 0) > end),
  );
  const found: number[] = [];
  for (const { maxMs, positions } of base.classes) {
    let at = firstIndex(positions.length, (index) => (earliest[positions[index] ?? 0] ?? 0) >= start - maxMs);
    for (; at < positions.length && (positions[at] ?? 0) < low; at += 1) {
      const position = positions[at] ?? 0;
      if ((latest[position] ?? 0) >= start) found.push(position);
    }
  }
  return { low, high, straddlers: Int32Array.from(found).sort() };
}
