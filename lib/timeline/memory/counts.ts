import type { Breathe } from "./breathe";
import type { Rows } from "./rows";

/** What an incident has one code of. */
const dimensions = [
  "type",
  "outcome",
  "precision",
  "linked",
  "place",
  "cast",
  "campaigns",
  "publishers",
] as const;
export type Dimension = (typeof dimensions)[number];

/** How many incidents have each code of each dimension. */
export type Counts = Record<Dimension, Int32Array>;
/** How many codes each dimension has at the moment. */
export type Sizes = Record<Dimension, number>;

const empty = new Int32Array();

/** Zeros for these dimensions; the others stay empty. */
export function noCounts(sizes: Sizes, wanted: readonly Dimension[] = dimensions): Counts {
  const of = (name: Dimension) => (wanted.includes(name) ? new Int32Array(sizes[name]) : empty);
  return {
    type: of("type"),
    outcome: of("outcome"),
    precision: of("precision"),
    linked: of("linked"),
    place: of("place"),
    cast: of("cast"),
    campaigns: of("campaigns"),
    publishers: of("publishers"),
  };
}

/** A copy with room for codes that came later. */
export function copyCounts(counts: Counts, sizes: Sizes, wanted: readonly Dimension[] = dimensions): Counts {
  const copy = noCounts(sizes, wanted);
  for (const name of wanted) {
    copy[name].set(counts[name]);
  }
  return copy;
}

/** Takes others away from counts. */
export function minus(counts: Counts, others: Counts): Counts {
  for (const name of Object.keys(counts) as Dimension[]) {
    const column = counts[name];
    for (let code = 0; code < column.length; code += 1) {
      column[code] = (column[code] ?? 0) - (others[name][code] ?? 0);
    }
  }
  return counts;
}

export const countsBytes = (counts: Counts): number =>
  dimensions.reduce((sum, name) => sum + counts[name].byteLength, 0);

/** Adds one incident, or takes it away with -1. */
export function countOne(counts: Counts, rows: Rows, position: number, weight: 1 | -1): void {
  for (const name of dimensions) {
    const code = rows[name][position] ?? 0;
    if (code < counts[name].length) {
      counts[name][code] = (counts[name][code] ?? 0) + weight;
    }
  }
}

const slice = 50_000;

/** countMany for all positions up to a count, in pieces. */
export async function countInTurns(
  counts: Counts,
  rows: Rows,
  positions: Int32Array | null,
  [start, end]: [number, number],
  breathe: Breathe,
): Promise<void> {
  for (let from = start; from < end; from += slice) {
    countMany(counts, rows, positions, from, Math.min(from + slice, end));
    await breathe();
  }
}

/** Adds the incidents at these positions, or with null all from start up to end. */
export function countMany(
  counts: Counts,
  rows: Rows,
  positions: Int32Array | null,
  start = 0,
  end = positions?.length ?? rows.length,
): void {
  for (const name of dimensions) {
    if (counts[name].length > 0) countColumn(counts[name], rows[name], positions, start, end);
  }
}

/** countMany for one dimension. */
export function countColumn(
  into: Int32Array,
  column: Uint8Array | Int32Array,
  positions: Int32Array | null,
  start: number,
  end: number,
): void {
  if (column instanceof Uint8Array) {
    if (positions) countBytesAt(into, column, positions, start, end);
    else countBytes(into, column, start, end);
  } else if (positions) {
    countCodesAt(into, column, positions, start, end);
  } else {
    countCodes(into, column, start, end);
  }
}

// One loop for each kind of array: a loop that meets several kinds is compiled for none of them.
function countBytes(into: Int32Array, column: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    const code = column[at] ?? 0;
    into[code] = (into[code] ?? 0) + 1;
  }
}

function countCodes(into: Int32Array, column: Int32Array, start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    const code = column[at] ?? 0;
    into[code] = (into[code] ?? 0) + 1;
  }
}

function countBytesAt(
  into: Int32Array,
  column: Uint8Array,
  positions: Int32Array,
  start: number,
  end: number,
): void {
  for (let at = start; at < end; at += 1) {
    const code = column[positions[at] ?? 0] ?? 0;
    into[code] = (into[code] ?? 0) + 1;
  }
}

function countCodesAt(
  into: Int32Array,
  column: Int32Array,
  positions: Int32Array,
  start: number,
  end: number,
): void {
  for (let at = start; at < end; at += 1) {
    const code = column[positions[at] ?? 0] ?? 0;
    into[code] = (into[code] ?? 0) + 1;
  }
}
