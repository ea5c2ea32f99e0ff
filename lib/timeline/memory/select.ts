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
  const { positions: found, left } = candidatesOf(store, match, tables);
  let length = found.length;
  for (const { name, allowed } of left.tables) {
    const column = rows[name];
    length =
      column instanceof Uint8Array
        ? keepBytes(found, length, column, allowed)
        : keepCodes(found, length, column, allowed);
  }
  if (left.killedMin !== null) length = keepFrom(found, length, rows.killed, Math.max(left.killedMin, 0));
  if (left.updatedSince !== null) length = keepSince(found, length, rows.updated, left.updatedSince);
  if (left.area) length = keepArea(found, length, rows, left.area);
  const rest = restTest(rows, { ...left, killedMin: null, updatedSince: null, area: null });
  length = rest ? keepIf(found, length, rest) : length;
  // A piece of a longer array would keep all of it.
  return length === found.buffer.byteLength / Int32Array.BYTES_PER_ELEMENT ? found : found.slice(0, length);
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

/** Where to begin, and the parts that are still to be looked at. */
type Candidates = { positions: Int32Array; left: Match };

function candidatesOf(store: Store, match: Match, tables: Match["tables"]): Candidates {
  const { rows, base } = store;
  const [rarest, ...others] = tables;
  const left = { ...match, tables };
  if (match.period) {
    const { from, to, isDefinite } = match.period;
    const { low, high, straddlers } = overlapping(base, rows, from, to);
    const before = isDefinite ? new Int32Array() : straddlers;
    const positions = new Int32Array(before.length + high - low);
    positions.set(before);
    fillUp(positions, before.length, low, high);
    return { positions, left: { ...left, period: isDefinite ? match.period : null } };
  }
  const positions = new Int32Array(base.count);
  const first = (length: number) => positions.subarray(0, length);
  if (rarest) {
    const column = rows[rarest.name];
    const length =
      column instanceof Uint8Array
        ? scanBytes(positions, base.count, column, rarest.allowed)
        : scanCodes(positions, base.count, column, rarest.allowed);
    return { positions: first(length), left: { ...left, tables: others } };
  }
  if (match.killedMin !== null) {
    const length = scanFrom(positions, base.count, rows.killed, Math.max(match.killedMin, 0));
    return { positions: first(length), left: { ...left, killedMin: null } };
  }
  if (match.updatedSince !== null) {
    const length = scanSince(positions, base.count, rows.updated, match.updatedSince);
    return { positions: first(length), left: { ...left, updatedSince: null } };
  }
  fillUp(positions, 0, 0, base.count);
  return { positions, left };
}

function fillUp(positions: Int32Array, index: number, low: number, high: number): void {
  for (let at = low; at < high; at += 1) {
    positions[index + at - low] = at;
  }
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

function scanFrom(found: Int32Array, count: number, column: Int32Array, least: number): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    found[length] = at;
    length += (column[at] ?? 0) >= least ? 1 : 0;
  }
  return length;
}

function scanSince(found: Int32Array, count: number, column: Float64Array, since: number): number {
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    found[length] = at;
    length += (column[at] ?? 0) >= since ? 1 : 0;
  }
  return length;
}

function keepFrom(found: Int32Array, count: number, killed: Int32Array, least: number): number {
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
