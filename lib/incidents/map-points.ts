import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type EventGroup, type EventType, eventGroupOf } from "@/lib/taxonomy/event-types";
import type { IncidentFilter } from "./filters";
import { incidentWhere } from "./where";

/** At most this many points are drawn, those with most incidents first. */
const maxPoints = 400;

/** Incidents at one spot, in degrees (WGS 84). */
export type MapPoint = {
  latitude: number;
  longitude: number;
  /** Name and slug of the place; null for bare coordinates. */
  name: string | null;
  slug: string | null;
  count: number;
  /** The event group of most of them. */
  group: EventGroup;
  /** The incident, where there is only one. */
  only: { publicId: string; title: string } | null;
};

type Row = Omit<MapPoint, "group" | "only"> & { eventType: EventType; publicId: string; title: string };

/** Where the matching incidents are; those without coordinates are not among them. */
export async function listMapPoints(
  filter: IncidentFilter,
  reader: Reader = database(),
): Promise<MapPoint[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT coalesce(i.latitude, p.latitude) AS latitude, coalesce(i.longitude, p.longitude) AS longitude,
      p.name, p.slug, count(*)::int AS count,
      mode() WITHIN GROUP (ORDER BY i.event_type) AS "eventType",
      min(i.public_id) AS "publicId", min(i.title) AS title
    FROM incident i LEFT JOIN place p ON p.id = i.place_id
    WHERE ${incidentWhere(filter)} AND coalesce(i.latitude, p.latitude) IS NOT NULL
    GROUP BY 1, 2, 3, 4 ORDER BY count(*) DESC, 3 LIMIT ${Prisma.sql`${maxPoints}::int`}`;
  return rows.map(({ eventType, publicId, title, ...point }) => ({
    ...point,
    group: eventGroupOf(eventType),
    only: point.count === 1 ? { publicId, title } : null,
  }));
}
