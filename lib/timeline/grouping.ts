import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { missingKey } from "./group-labels";
import type { TimelineGroup } from "./groups";

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
