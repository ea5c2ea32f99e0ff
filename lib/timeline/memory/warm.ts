import { decodeFilter, emptyFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { eventGroups } from "@/lib/taxonomy/event-types";
import type { Breathe } from "./breathe";
import { countMany, countsBytes, noCounts } from "./counts";
import { facetRows } from "./facet-rows";
import { compileFilter } from "./match";
import { select } from "./select";
import { type Store, sizesOf } from "./store";
import { type SelectionCache, viewOf } from "./view";
import type { CountsCache } from "./view-counts";

/** From so many incidents on, what one value leaves is counted beforehand. */
const heavy = 2000;

/** Counts of the base under each single value that many incidents have, the most frequent first. */
export async function warmCounts(
  store: Store,
  caches: { selections: SelectionCache; counts: CountsCache },
  breathe: Breathe,
): Promise<void> {
  const sizes = sizesOf(store.vocabulary);
  const bytes = countsBytes(noCounts(sizes));
  for (const filter of heavyFilters(store, caches)) {
    if (caches.counts.isFullFor(bytes)) return;
    await breathe();
    const { key } = viewOf(store, caches.selections, filter, null);
    const counts = noCounts(sizes);
    countMany(counts, store.rows, select(store, compileFilter(store, filter, null)) ?? new Int32Array());
    caches.counts.keep(key, counts);
  }
}

function heavyFilters(store: Store, caches: Parameters<typeof warmCounts>[1]): IncidentFilter[] {
  const single = facetRows(store, caches, emptyFilter, null)
    .filter(({ count }) => count >= heavy)
    .sort((a, b) => b.count - a.count)
    .map(({ facet, value }): [string, string] => [facet, value]);
  const groups = eventGroups.map((group): [string, string] => ["type", group]);
  return [...groups, ...single].map((pair) => decodeFilter(new URLSearchParams([pair])).filter);
}
