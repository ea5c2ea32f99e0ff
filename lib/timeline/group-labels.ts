import { getCountry } from "@/lib/geo/countries";
import type { TimelineGroup } from "./groups";

/** Group of the incidents that have no value, and of those whose value is not among the most frequent. */
export const missingKey = "-";
export const otherKey = "+";

/** More groups than this cannot be told apart on a screen; the rest share one. */
export const maxGroups = 40;

const missingLabels: Record<TimelineGroup, string> = {
  none: "No group",
  type: "No type",
  country: "No country",
  place: "No place",
  actor: "No actor",
};

/** Label of a group on screen, from its key and the name that the database has for it. */
export function groupLabel(group: TimelineGroup, key: string, name: string | null): string {
  if (key === otherKey) {
    return "Others";
  }
  if (key === missingKey) {
    return missingLabels[group];
  }
  if (group === "none") {
    return "All incidents";
  }
  return group === "country" ? (getCountry(key)?.name ?? key) : (name ?? key);
}
