import "server-only";
import { database, type Reader } from "@/lib/db/client";
import type { IncidentFilter } from "@/lib/incidents/filters";
import { type FacetRow, facetsOf } from "./facet-values";
import { facetsSql, wantedNames } from "./facets-sql";
import { facetRows } from "./memory/facet-rows";
import { fromMemory } from "./memory/reading";
import type { Facets } from "./schema";
import type { WindowOptions } from "./window";

/**
 * How many incidents each value would leave, each facet counted without its own filter. Wanted values
 * are always there, with 0 when nothing has them; actors and places count what lies below them.
 */
export async function getFacets(
  filter: IncidentFilter,
  options: Pick<WindowOptions, "statuses" | "signal"> = {},
  reader: Reader = database(),
): Promise<Facets> {
  const counted = await fromMemory(
    filter,
    options.statuses,
    reader,
    ({ store, caches, text }) => facetRows(store, caches, filter, text),
    { signal: options.signal },
  );
  const rows = counted
    ? [...counted, ...(await readNamesBeside(counted, filter, reader))]
    : await reader.$queryRaw<FacetRow[]>(facetsSql(filter, options));
  return facetsOf(rows, filter.type);
}

/** Names of what the filter asks for and nothing has. */
async function readNamesBeside(
  counted: readonly FacetRow[],
  filter: IncidentFilter,
  reader: Reader,
): Promise<FacetRow[]> {
  const missing = { ...filter };
  for (const { facet, value } of counted) {
    if (facet !== "linked") {
      Object.assign(missing, { [facet]: missing[facet].filter((wanted) => wanted !== value) });
    }
  }
  const names = wantedNames(missing);
  return names ? reader.$queryRaw<FacetRow[]>(names) : [];
}
