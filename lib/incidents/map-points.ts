import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { type EventGroup, type EventType, eventGroupOf } from "@/lib/taxonomy/event-types";
import type { PlaceName } from "@/lib/timeline/memory/names";
import { publicIdText } from "@/lib/timeline/memory/public-ids";
import { fromMemory } from "@/lib/timeline/memory/reading";
import { largestSpots, type Spot } from "@/lib/timeline/memory/spots";
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

/** Where the matching incidents are; those without coordinates are not among them. */
export async function listMapPoints(
  filter: IncidentFilter,
  reader: Reader = database(),
): Promise<MapPoint[]> {
  const spots = await fromMemory(filter, undefined, reader, ({ store, caches, view }) => {
    const seen = view(filter);
    const found = caches.spots.get(`${seen.key}/${store.version}`, () =>
      largestSpots(store, seen, maxPoints),
    );
    return found.map((spot) => ({ ...spot, entry: store.vocabulary.places.entries[spot.place] ?? null }));
  });
  return spots ? drawSpots(spots, reader) : readPoints(filter, reader);
}

/** What single incidents are called is read from the database; one withdrawn meanwhile has no name. */
async function drawSpots(
  spots: readonly (Spot & { entry: PlaceName | null })[],
  reader: Reader,
): Promise<MapPoint[]> {
  const single = spots.filter(({ count }) => count === 1).map(({ publicId }) => publicIdText(publicId));
  const titled = await reader.incident.findMany({
    where: { publicId: { in: single }, status: "published" },
    select: { publicId: true, title: true },
  });
  const byId = new Map(titled.map((incident) => [incident.publicId, incident]));
  return spots.map(({ latitude, longitude, count, type, publicId, entry }) => ({
    latitude,
    longitude,
    name: entry?.name ?? null,
    slug: entry?.slug ?? null,
    count,
    group: eventGroupOf(type),
    only: count === 1 ? (byId.get(publicIdText(publicId)) ?? null) : null,
  }));
}

type Row = Omit<MapPoint, "group" | "only"> & { eventType: EventType; publicId: string; title: string };

async function readPoints(filter: IncidentFilter, reader: Reader): Promise<MapPoint[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT coalesce(i.latitude, p.latitude) AS latitude, coalesce(i.longitude, p.longitude) AS longitude,
      p.name, p.slug, count(*)::int AS count,
      mode() WITHIN GROUP (ORDER BY i.event_type COLLATE "C") AS "eventType",
      min(i.public_id COLLATE "C") AS "publicId", min(i.title) AS title
    FROM incident i LEFT JOIN place p ON p.id = i.place_id
    WHERE ${incidentWhere(filter)} AND coalesce(i.latitude, p.latitude) IS NOT NULL
    GROUP BY 1, 2, 3, 4 ORDER BY count(*) DESC, min(i.public_id COLLATE "C") LIMIT ${maxPoints}::int`;
  return rows.map(({ eventType, publicId, title, ...point }) => ({
    ...point,
    group: eventGroupOf(eventType),
    only: point.count === 1 ? { publicId, title } : null,
  }));
}
