import { decodeFilter, emptyFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { eventGroups } from "@/lib/taxonomy/event-types";
import type { Breathe } from "./breathe";
import type { Caches } from "./caches";
import { countInTurns, countsBytes, noCounts } from "./counts";
import { facetRows } from "./facet-rows";
import { compileFilter } from "./match";
import { select } from "./select";
import { spreadSelection } from "./spread";
import { type Store, sizesOf } from "./store";
import { viewOf } from "./view";

/** From so many incidents on, what one value leaves is counted beforehand. */
const heavy = 2000;

/** Counts of the base under each single value that many incidents have, the most frequent first. */
export async function warmCounts(store: Store, caches: Caches, breathe: Breathe): Promise<void> {
  const sizes = sizesOf(store.vocabulary);
  const bytes = countsBytes(noCounts(sizes));
  for (const filter of heavyFilters(store, caches)) {
    if (caches.counts.isFullFor(bytes)) return;
    await breathe();
    const { key } = viewOf(store, caches, filter, null);
    const counts = noCounts(sizes);
    const selection = select(store, compileFilter(store, filter, null));
    await breathe();
    await countInTurns(counts, store.rows, selection, [0, selection?.length ?? store.base.count], breathe);
    caches.counts.keep(key, counts);
    if (selection) caches.spreads.keep(key, spreadSelection(store, selection));
  }
}

function heavyFilters(store: Store, caches: Caches): IncidentFilter[] {
  const single = facetRows(store, caches, emptyFilter, null)
    .filter(({ count }) => count >= heavy)
    .sort((a, b) => b.count - a.count)
    .map(({ facet, value }): [string, string] => [facet, value]);
  const groups = eventGroups.map((group): [string, string] => ["type", group]);
  return [...groups, ...single].map((pair) => decodeFilter(new URLSearchParams([pair])).filter);
}
