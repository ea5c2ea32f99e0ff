import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { filterParameters, type IncidentFilter } from "@/lib/incidents/filters";
import type { WhereOptions } from "@/lib/incidents/where";
import {
  eventGroupLabels,
  eventGroupOf,
  eventGroups,
  eventTypeLabel,
  eventTypes,
} from "@/lib/taxonomy/event-types";
import { facetsSql } from "./facets-sql";
import { type FacetName, type Facets, facetNames } from "./schema";

type Row = { facet: FacetName; value: string; label: string | null; count: number };
type FacetValue = Facets[FacetName][number];

/**
 * How many incidents each value would leave, each facet counted without its own filter. Wanted values
 * are always there, with 0 when nothing has them; actors and places count what lies below them.
 */
export async function getFacets(
  filter: IncidentFilter,
  options: Pick<WhereOptions, "statuses"> = {},
  reader: Reader = database(),
): Promise<Facets> {
  const rows = await reader.$queryRaw<Row[]>(facetsSql(filter, options));
  const facets = Object.fromEntries(
    facetNames.map((name) => [
      name,
      valuesOf(
        name,
        rows.filter((row) => row.facet === name),
      ),
    ]),
  ) as Facets;
  const types = rows.filter((row) => row.facet === "type");
  return { ...facets, type: typeValues(types, filter.type) };
}

function valuesOf(name: FacetName, rows: Row[]): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const { value, label, count } of rows) {
    const counted = Math.max(count, values.get(value)?.count ?? 0);
    values.set(value, { value, label: label ?? filterParameters[name].valueLabel(value), count: counted });
  }
  return [...values.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

/** Groups, each followed by its types, in the order of the codebook. */
function typeValues(rows: Row[], wanted: readonly string[]): FacetValue[] {
  const counts = new Map(rows.map(({ value, count }) => [value, count]));
  return eventGroups.flatMap((group) => {
    const types = eventTypes
      .filter((type) => eventGroupOf(type) === group && (counts.has(type) || wanted.includes(type)))
      .map((type) => ({ value: type, label: eventTypeLabel(type), count: counts.get(type) ?? 0, group }));
    const count = types.reduce((sum, type) => sum + type.count, 0);
    const isShown = types.length > 0 || wanted.includes(group);
    return isShown ? [{ value: group, label: eventGroupLabels[group], count }, ...types] : [];
  });
}
