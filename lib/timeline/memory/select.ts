import type { Base } from "./base";
import { overlapping } from "./base";
import type { Match, Period, TextMatch } from "./match";
import { isEverything, isInAny } from "./match";
import type { Store } from "./store";

/** The matching positions of the base, ascending, dead ones among them; null when all of them match. */
export type Selection = Int32Array | null;

/** Positions from the first up to, but not with, the second. */
type Stretch = readonly [low: number, high: number];
type Area = NonNullable<Match["area"]>;

/** stretch: where to look; everywhere without it. */
export function select(store: Store, match: Match, stretch: Stretch = [0, store.base.count]): Selection {
  if (isEverything(match)) {
    return null;
  }
  const { rows, base } = store;
  const tables = byRarity(base, match);
  const found = workspace(base.count);
  const { length: candidates, left } = candidatesOf(store, match, tables, found, stretch);
  let length = candidates;
  for (const { name, allowed } of left.tables) {
    const column = rows[name];
    length =
      column instanceof Uint8Array
        ? keepBytes(found, length, column, allowed)
        : keepCodes(found, length, column, allowed);
  }
  if (left.period) length = keepPeriod(found, length, rows, left.period);
  if (left.killedMin !== null) length = keepFrom(found, length, rows.killed, Math.max(left.killedMin, 0));
  if (left.updatedSince !== null) length = keepSince(found, length, rows.updated, left.updatedSince);
  if (left.area) length = keepArea(found, length, store, left.area);
  if (left.text) length = keepFound(found, length, rows.rowNo, left.text);
  return length === stretch[1] - stretch[0] ? null : found.slice(0, length);
}

let reused = new Int32Array();

/** Room for candidates, the same each time: megabytes that are new for each answer cost more than filling them. */
function workspace(length: number): Int32Array {
  if (reused.length < length) reused = new Int32Array(length);
  return reused;
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

/** Fills found with where to begin: how many those are, and the parts that are still to be looked at. */
function candidatesOf(
  store: Store,
  match: Match,
  tables: Match["tables"],
  found: Int32Array,
  [start, end]: Stretch,
): { length: number; left: Match } {
  const { rows, base } = store;
  const [rarest, ...others] = tables;
  const left = { ...match, tables };
  if (match.period) {
    const { from, to, isDefinite } = match.period;
    const { low, high, straddlers } = overlapping(base, rows, from, to);
    const before = isDefinite ? new Int32Array() : straddlers.filter((at) => at >= start && at < end);
    found.set(before);
    const length = fillUp(found, before.length, Math.max(low, start), Math.min(high, end));
    return { length, left: { ...left, period: isDefinite ? match.period : null } };
  }
  if (rarest) {
    const column = rows[rarest.name];
    const length =
      column instanceof Uint8Array
        ? scanBytes(found, [start, end], column, rarest.allowed)
        : scanCodes(found, [start, end], column, rarest.allowed);
    return { length, left: { ...left, tables: others } };
  }
  if (match.area) {
    const length = scanCodes(found, [start, end], base.regions, match.area.regions().possible);
    return { length, left };
  }
  if (match.killedMin !== null) {
    const length = scanFrom(found, [start, end], rows.killed, Math.max(match.killedMin, 0));
    return { length, left: { ...left, killedMin: null } };
  }
  if (match.updatedSince !== null) {
    const length = scanSince(found, [start, end], rows.updated, match.updatedSince);
    return { length, left: { ...left, updatedSince: null } };
  }
  return { length: fillUp(found, 0, start, end), left };
}

function fillUp(found: Int32Array, count: number, start: number, end: number): number {
  let length = count;
  for (let at = start; at < end; at += 1) {
    found[length] = at;
    length += 1;
  }
  return length;
}

// One loop for each kind of column: a loop that meets several kinds is compiled for none of them. Every candidate is
// written and Number counts those that stay: a branch that nobody can predict would take several times as long.
function scanBytes(
  found: Int32Array,
  [start, end]: Stretch,
  column: Uint8Array,
  allowed: Uint8Array,
): number {
  let length = 0;
  for (let at = start; at < end; at += 1) {
    found[length] = at;
    length += allowed[column[at] ?? 0] ?? 0;
  }
  return length;
}

function scanCodes(
  found: Int32Array,
  [start, end]: Stretch,
  column: Int32Array,
  allowed: Uint8Array,
): number {
  let length = 0;
  for (let at = start; at < end; at += 1) {
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

function scanFrom(found: Int32Array, [start, end]: Stretch, column: Int32Array, least: number): number {
  let length = 0;
  for (let at = start; at < end; at += 1) {
    found[length] = at;
    length += Number((column[at] ?? 0) >= least);
  }
  return length;
}

function scanSince(found: Int32Array, [start, end]: Stretch, column: Float64Array, since: number): number {
  let length = 0;
  for (let at = start; at < end; at += 1) {
    found[length] = at;
    length += Number((column[at] ?? 0) >= since);
  }
  return length;
}

function keepFrom(found: Int32Array, count: number, killed: Int32Array, least: number): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    found[length] = position;
    length += Number((killed[position] ?? 0) >= least);
  }
  return length;
}

function keepSince(found: Int32Array, count: number, updated: Float64Array, since: number): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    found[length] = position;
    length += Number((updated[position] ?? 0) >= since);
  }
  return length;
}

function keepArea(found: Int32Array, count: number, { rows, base }: Store, area: Area): number {
  const { latitude, longitude } = rows;
  const { regions } = base;
  const { possible, certain } = area.regions();
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    const region = regions[position] ?? 0;
    const isSure = certain[region] === possible[region];
    found[length] = position;
    if (isSure) length += certain[region] ?? 0;
    else length += Number(isInAny(area.boxes, latitude[position] ?? 0, longitude[position] ?? 0));
  }
  return length;
}

function keepPeriod(found: Int32Array, count: number, rows: Store["rows"], { from, to }: Period): number {
  const { earliest, latest } = rows;
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    found[length] = position;
    length += Number((earliest[position] ?? 0) >= from) * Number((latest[position] ?? 0) <= to);
  }
  return length;
}

function keepFound(found: Int32Array, count: number, rowNo: Int32Array, text: TextMatch): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const position = found[at] ?? 0;
    found[length] = position;
    length += Number((text[rowNo[position] ?? 0] ?? 0) > 0);
  }
  return length;
}
