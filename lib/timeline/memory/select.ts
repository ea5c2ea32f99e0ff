import type { Base } from "./base";
import { overlapping } from "./base";
import type { Match } from "./match";
import { isEverything, isInAny, restTest } from "./match";
import type { Store } from "./store";

/** The matching positions of the base, ascending, dead ones among them; null when all of them match. */
export type Selection = Int32Array | null;

export function select(store: Store, match: Match): Selection {
  if (isEverything(match)) {
    return null;
  }
  const { rows, base } = store;
  const tables = byRarity(base, match);
  const candidates = candidatesOf(store, match, tables[0]);
  let found = candidates.positions;
  let length = found.length;
  for (const { name, allowed } of candidates.isFirstTableDone ? tables.slice(1) : tables) {
    const column = rows[name];
    length =
      column instanceof Uint8Array
        ? keepBytes(found, length, column, allowed)
        : keepCodes(found, length, column, allowed);
  }
  if (match.killedMin !== null) length = keepKilled(found, length, rows.killed, Math.max(match.killedMin, 0));
  if (match.updatedSince !== null) length = keepSince(found, length, rows.updated, match.updatedSince);
  if (match.area) length = keepArea(found, length, rows, match.area);
  const period = candidates.isPeriodDone ? null : match.period;
  const rest = restTest(rows, { ...match, period, killedMin: null, updatedSince: null, area: null });
  length = rest ? keepIf(found, length, rest) : length;
  found = found.slice(0, length);
  return found;
}

/** The table that lets the fewest incidents through first. */
function byRarity(base: Base, match: Match): Match["tables"] {
  const share = ({ name, allowed }: Match["tables"][number]) =>
    allowed.reduce((sum, isAllowed, code) => sum + (isAllowed === 1 ? (base.totals[name][code] ?? 0) : 0), 0);
  return match.tables
    .map((table) => ({ table, count: share(table) }))
    .sort((a, b) => a.count - b.count)
    .map(({ table }) => table);
}

type Candidates = { positions: Int32Array; isFirstTableDone: boolean; isPeriodDone: boolean };

function candidatesOf(
  store: Store,
  { period }: Match,
  table: Match["tables"][number] | undefined,
): Candidates {
  const { rows, base } = store;
  if (period) {
    const { low, high, straddlers } = overlapping(base, rows, period.from, period.to);
    const before = period.isDefinite ? new Int32Array() : straddlers;
    const positions = new Int32Array(before.length + high - low);
    positions.set(before);
    for (let at = low; at < high; at += 1) {
      positions[before.length + at - low] = at;
    }
    return { positions, isFirstTableDone: false, isPeriodDone: !period.isDefinite };
  }
  const positions = new Int32Array(base.count);
  if (table) {
    const column = rows[table.name];
    const length =
      column instanceof Uint8Array
        ? scanBytes(positions, base.count, column, table.allowed)
        : scanCodes(positions, base.count, column, table.allowed);
    return { positions: positions.subarray(0, length), isFirstTableDone: true, isPeriodDone: true };
  }
  for (let at = 0; at < base.count; at += 1) {
    positions[at] = at;
  }
  return { positions, isFirstTableDone: true, isPeriodDone: true };
}

// One loop for each kind of column: a loop that meets several kinds is compiled for none of them.
function scanBytes(found: Int32Array, count: number, column: Uint8Array, allowed: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    found[length] = at;
    length += allowed[column[at] ?? 0] ?? 0;
  }
  return length;
}

function scanCodes(found: Int32Array, count: number, column: Int32Array, allowed: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    found[length] = at;
    length += allowed[column[at] ?? 0] ?? 0;
  }
  return length;
}

function keepBytes(found: Int32Array, count: number, column: Uint8Array, allowed: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    found[length] = position;
    length += allowed[column[position] ?? 0] ?? 0;
  }
  return length;
}

function keepCodes(found: Int32Array, count: number, column: Int32Array, allowed: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    found[length] = position;
    length += allowed[column[position] ?? 0] ?? 0;
  }
  return length;
}

function keepKilled(found: Int32Array, count: number, killed: Int32Array, least: number): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    found[length] = position;
    length += (killed[position] ?? 0) >= least ? 1 : 0;
  }
  return length;
}

function keepSince(found: Int32Array, count: number, updated: Float64Array, since: number): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    found[length] = position;
    length += (updated[position] ?? 0) >= since ? 1 : 0;
  }
  return length;
}

function keepArea(
  found: Int32Array,
  count: number,
  { latitude, longitude, place }: Store["rows"],
  { boxes, places }: NonNullable<Match["area"]>,
): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    const own = latitude[position] ?? Number.NaN;
    found[length] = position;
    if (Number.isNaN(own)) length += places[place[position] ?? 0] ?? 0;
    else length += isInAny(boxes, own, longitude[position] ?? 0) ? 1 : 0;
  }
  return length;
}

function keepIf(found: Int32Array, count: number, test: (position: number) => boolean): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    if (test(position)) {
      found[length] = position;
      length += 1;
    }
  }
  return length;
}
