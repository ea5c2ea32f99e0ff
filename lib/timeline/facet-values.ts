import { filterParameters } from "@/lib/incidents/filters";
import {
  eventGroupLabels,
  eventGroupOf,
  eventGroups,
  eventTypeLabel,
  eventTypes,
} from "@/lib/taxonomy/event-types";
import { type FacetName, facetNames } from "./facet-names";
import type { Facets } from "./schema";

/** How many incidents a value would leave; label is null where the vocabulary has one. */
export type FacetRow = { facet: FacetName; value: string; label: string | null; count: number };
type FacetValue = Facets[FacetName][number];

/** Facets as they leave the house; of a value that stands there twice the larger count holds. */
export function facetsOf(rows: readonly FacetRow[], wantedTypes: readonly string[]): Facets {
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
  return { ...facets, type: typeValues(types, wantedTypes) };
}

function valuesOf(name: FacetName, rows: FacetRow[]): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const { value, label, count } of rows) {
    const counted = Math.max(count, values.get(value)?.count ?? 0);
    values.set(value, { value, label: label ?? filterParameters[name].valueLabel(value), count: counted });
  }
  return [...values.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

/** Groups, each followed by its types, in the order of the codebook. */
function typeValues(rows: FacetRow[], wanted: readonly string[]): FacetValue[] {
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
