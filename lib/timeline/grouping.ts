import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { getCountry } from "@/lib/geo/countries";
import type { TimelineGroup } from "./schema";

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

/**
 * CTE body (id, rank, slot, key, label, position) over `hit (id, rank, slot, event_type, place_id)`: one row
 * for each group that an incident stands in, by position. Several rows only for actors.
 */
export function membershipOf(group: TimelineGroup): Prisma.Sql {
  const incident = Prisma.sql`hit.id, hit.rank, hit.slot`;
  switch (group) {
    case "none":
      return Prisma.sql`SELECT ${incident}, 'all' AS key, NULL::text AS label, 0 AS position FROM hit`;
    case "type":
      return Prisma.sql`SELECT ${incident}, t.slug AS key, t.label, t.position FROM hit
        JOIN event_type t ON t.slug = hit.event_type`;
    case "country":
      return Prisma.sql`SELECT ${incident}, coalesce(p.country::text, ${missingKey}) AS key, NULL::text AS label,
          0 AS position FROM hit LEFT JOIN place p ON p.id = hit.place_id`;
    case "place":
      return Prisma.sql`SELECT ${incident}, coalesce(p.slug, ${missingKey}) AS key, p.name AS label, 0 AS position
        FROM hit LEFT JOIN place p ON p.id = hit.place_id`;
    case "actor":
      return Prisma.sql`SELECT ${incident}, coalesce(a.slug, ${missingKey}) AS key, a.name AS label,
          coalesce(min(pa.position), 0) AS position
        FROM hit LEFT JOIN participation pa ON pa.incident_id = hit.id LEFT JOIN actor a ON a.id = pa.actor_id
        GROUP BY ${incident}, a.slug, a.name`;
  }
}

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
