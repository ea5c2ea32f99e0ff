import type { Breathe } from "./breathe";
import { type OrderName, orderNames } from "./order";
import type { Rows } from "./rows";

type Column = Float64Array | Int32Array | Uint8Array;
type Positions = Int32Array<ArrayBuffer>;

/** So many are moved, then requests have their turn. */
const slice = 100_000;

/** All positions below count, ascending. */
export function positionsUpTo(count: number): Positions {
  const positions = new Int32Array(count);
  for (let position = 0; position < count; position += 1) {
    positions[position] = position;
  }
  return positions;
}

/**
 * The positions ordered by their numbers in a column, ascending; equal ones stay as they stood. Digit by digit, so
 * the time is in proportion to their number.
 */
export async function sortedBy(
  positions: Positions,
  column: Column,
  breathe: Breathe,
  isDescending = false,
): Promise<Positions> {
  let from = positions;
  let to: Positions | null = null;
  for (let digit = 0; digit < column.BYTES_PER_ELEMENT; digit += 2) {
    const digits = await digitsOf(column, positions.length, digit / 2, isDescending, breathe);
    const starts = startsOf(digits);
    if (starts === null) continue;
    const into: Positions = to ?? new Int32Array(positions.length);
    for (let start = 0; start < from.length; start += slice) {
      scatter(from, into, [start, Math.min(start + slice, from.length)], digits, starts);
      await breathe();
    }
    [from, to] = [into, from === positions ? null : from];
  }
  return from;
}

/** Sixteen bits of each number, the lowest of them first, such that larger numbers have larger digits. */
async function digitsOf(
  column: Column,
  count: number,
  digit: number,
  isDescending: boolean,
  breathe: Breathe,
): Promise<Uint16Array> {
  const digits = new Uint16Array(count);
  const flip = isDescending ? 0xffff : 0;
  for (let start = 0; start < count; start += slice) {
    const end = Math.min(start + slice, count);
    if (column instanceof Float64Array) floatDigits(column, digits, [start, end], digit, flip);
    else if (column instanceof Int32Array) intDigits(column, digits, [start, end], digit, flip);
    else byteDigits(column, digits, [start, end], flip);
    await breathe();
  }
  return digits;
}

type Range = readonly [start: number, end: number];

function floatDigits(
  column: Float64Array,
  digits: Uint16Array,
  [start, end]: Range,
  digit: number,
  flip: number,
) {
  const words = new Uint16Array(column.buffer, column.byteOffset, column.length * 4);
  for (let at = start; at < end; at += 1) {
    const isNegative = (words[at * 4 + 3] ?? 0) >= 0x8000;
    const own = words[at * 4 + digit] ?? 0;
    // IEEE 754: negative numbers grow with smaller bits, and their sign is the highest bit.
    digits[at] = (isNegative ? own ^ 0xffff : digit === 3 ? own | 0x8000 : own) ^ flip;
  }
}

function intDigits(
  column: Int32Array,
  digits: Uint16Array,
  [start, end]: Range,
  digit: number,
  flip: number,
) {
  for (let at = start; at < end; at += 1) {
    digits[at] = (((column[at] ?? 0) ^ 0x80000000) >>> (digit * 16)) ^ flip;
  }
}

function byteDigits(column: Uint8Array, digits: Uint16Array, [start, end]: Range, flip: number) {
  for (let at = start; at < end; at += 1) {
    digits[at] = (column[at] ?? 0) ^ flip;
  }
}

/** Where the first position with each digit will stand; null when all have the same. */
function startsOf(digits: Uint16Array): Uint32Array | null {
  const starts = new Uint32Array(65_536);
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits[at] ?? 0;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  if (starts[digits[0] ?? 0] === digits.length) return null;
  let before = 0;
  for (let digit = 0; digit < starts.length; digit += 1) {
    const own = starts[digit] ?? 0;
    starts[digit] = before;
    before += own;
  }
  return starts;
}

function scatter(
  from: Positions,
  into: Positions,
  [start, end]: Range,
  digits: Uint16Array,
  starts: Uint32Array,
) {
  for (let at = start; at < end; at += 1) {
    const position = from[at] ?? 0;
    const digit = digits[position] ?? 0;
    const target = starts[digit] ?? 0;
    into[target] = position;
    starts[digit] = target + 1;
  }
}

/** All positions in each order as byColumn has them; the rows are in the order "earliest", whose place is null. */
export async function sortOrders(rows: Rows, breathe: Breathe): Promise<Record<OrderName, Positions | null>> {
  const orders: Record<OrderName, Positions | null> = {
    earliest: null,
    latest: null,
    updated: null,
    published: null,
    killed: null,
  };
  const laterIdsFirst = await sortedBy(positionsUpTo(rows.length), rows.publicId, breathe, true);
  for (const name of orderNames.slice(1)) {
    orders[name] = await sortedBy(laterIdsFirst, rows[name], breathe);
  }
  return orders;
}

/** All positions as bySignificance has them, of rows in the order "earliest". */
export async function sortBySignificance(rows: Rows, breathe: Breathe): Promise<Positions> {
  // Read backwards the rows are already in the order of what counts least: the later, then the smaller public id.
  let positions = positionsUpTo(rows.length).reverse();
  for (const name of ["sources", "killed", "links", "pinned"] as const) {
    positions = await sortedBy(positions, rows[name], breathe, true);
  }
  return positions;
}
