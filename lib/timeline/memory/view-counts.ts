import { type Base, countAscending, overlapping, prefixCounts } from "./base";
import type { Caches } from "./caches";
import { type Counts, copyCounts, countMany, countOne, type Dimension, minus, type Sizes } from "./counts";
import type { Match, Period } from "./match";
import { firstIndex } from "./order";
import { type Store, sizesOf } from "./store";
import type { View } from "./view";

/** How many of the matching incidents have each code. */
export function viewCounts(
  store: Store,
  { counts: cache }: Pick<Caches, "counts">,
  view: View,
  wanted: readonly Dimension[],
): Counts {
  const sizes = sizesOf(store.vocabulary);
  const counts = copyCounts(baseCounts(store, cache, view, sizes, wanted), sizes, wanted);
  for (const position of view.gone) countOne(counts, store.rows, position, -1);
  for (const position of view.added) countOne(counts, store.rows, position, 1);
  return counts;
}

function baseCounts(
  store: Store,
  cache: Caches["counts"],
  view: View,
  sizes: Sizes,
  wanted: readonly Dimension[],
): Counts {
  const kept = cache.find(view.key) ?? byOrder(store, view.match, sizes, wanted);
  if (kept) {
    return kept;
  }
  const selection = view.selection();
  if (selection === null) {
    return store.base.totals;
  }
  return countAscending(store.base, store.rows, sizes, selection, wanted);
}

/** The counts of a filter that cuts one piece out of an order, from the cumulative counts of that order. */
function byOrder(
  { base, rows }: Store,
  match: Match,
  sizes: Sizes,
  wanted: readonly Dimension[],
): Counts | null {
  const { period, killedMin, updatedSince } = match;
  const parts = [period, killedMin, updatedSince].filter((part) => part !== null).length;
  if (parts !== 1 || match.tables.length > 0 || match.area || match.text) {
    return null;
  }
  if (period) {
    return period.from > period.to ? null : byPeriod(base, rows, period, sizes, wanted);
  }
  const order = killedMin !== null ? "killed" : "updated";
  const least = killedMin !== null ? Math.max(killedMin, 0) : (updatedSince ?? 0);
  const before = indexIn(base, rows, order, (value) => value >= least);
  return minus(
    copyCounts(base.totals, sizes, wanted),
    prefixCounts(base, rows, sizes, order, before, wanted),
  );
}

function byPeriod(
  base: Base,
  rows: Store["rows"],
  { from, to, isDefinite }: Period,
  sizes: Sizes,
  wanted: readonly Dimension[],
): Counts {
  const prefix = (order: "earliest" | "latest", isBehind: (value: number) => boolean) =>
    prefixCounts(base, rows, sizes, order, indexIn(base, rows, order, isBehind), wanted);
  if (!isDefinite) {
    return minus(
      prefix("earliest", (value) => value > to),
      prefix("latest", (value) => value >= from),
    );
  }
  // Those that are over by the end, without those that began too early; what did both was in neither.
  const counts = minus(
    prefix("latest", (value) => value > to),
    prefix("earliest", (value) => value >= from),
  );
  const around = overlapping(base, rows, from, from).straddlers.filter((at) => (rows.latest[at] ?? 0) > to);
  countMany(counts, rows, around);
  return counts;
}

function indexIn(
  base: Base,
  rows: Store["rows"],
  order: "earliest" | "latest" | "killed" | "updated",
  isBehind: (value: number) => boolean,
): number {
  const positions = base.orders[order];
  const column = rows[order];
  return firstIndex(base.count, (index) =>
    isBehind(column[positions ? (positions[index] ?? 0) : index] ?? 0),
  );
}
