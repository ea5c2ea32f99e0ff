import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { fitOf, foldTyped, type Hit, otherNameFit, searchInSteps } from "@/lib/db/name-match";
import { isSlug } from "@/lib/geo/fold";
import type { PlaceKind } from "@/lib/taxonomy/terms";
import { placesWithin } from "./hierarchy";

export type PlaceView = {
  slug: string;
  name: string;
  kind: PlaceKind;
  country: string | null;
  admin1: string | null;
  latitude: number;
  longitude: number;
  timeZone: string | null;
  geonamesId: number | null;
  aliases: string[];
  parent: { slug: string; name: string } | null;
  /** Places that have this one as their parent, at most 100. */
  children: { slug: string; name: string }[];
  /** Published incidents here and at places inside. */
  incidents: number;
  /** ISO instant; names the state for updatePlace. */
  updatedAt: string;
};

const linkedPlace = { select: { slug: true, name: true } } as const;

/** A place with its names, what it lies in and its incidents; null when there is none. */
export async function getPlace(slug: string, reader: Reader = database()): Promise<PlaceView | null> {
  if (!isSlug(slug)) {
    return null;
  }
  const row = await reader.place.findUnique({
    where: { slug },
    select: {
      slug: true,
      name: true,
      kind: true,
      country: true,
      admin1: true,
      latitude: true,
      longitude: true,
      timeZone: true,
      geonamesId: true,
      updatedAt: true,
      aliases: { select: { name: true }, orderBy: { name: "asc" } },
      parent: linkedPlace,
      children: { ...linkedPlace, orderBy: { name: "asc" }, take: 100 },
    },
  });
  if (!row) {
    return null;
  }
  const [counted] = await reader.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM incident i
    WHERE i.status = 'published' AND i.place_id IN (${placesWithin([slug])})`;
  return {
    ...row,
    // The database checks the kind against this vocabulary.
    kind: row.kind as PlaceKind,
    aliases: row.aliases.map(({ name }) => name),
    updatedAt: row.updatedAt.toISOString(),
    incidents: counted?.count ?? 0,
  };
}

/** A place as a choice in a form; matched: the other name under which it was found. */
export type PlaceOption = {
  slug: string;
  name: string;
  kind: PlaceKind;
  country: string | null;
  admin1: string | null;
  latitude: number;
  longitude: number;
  timeZone: string | null;
  matched: string | null;
};

/**
 * Places whose name or other name begins as typed; when these are too few, also those that resemble
 * it. Sightline's own entries before those of GeoNames, then by fit and population; limit 1 to 50.
 */
export async function searchPlaces(
  text: string,
  limit = 10,
  reader: Reader = database(),
): Promise<PlaceOption[]> {
  const typed = foldTyped(text);
  if (typed === "") {
    return [];
  }
  const wanted = Math.min(Math.max(Math.trunc(limit), 1), 50);
  return searchInSteps(typed, wanted, (condition) => findPlaces(typed, condition, wanted, reader));
}

/** Of the names only the best count, which are many; the order is that of the places. */
async function findPlaces(
  typed: string,
  condition: Prisma.Sql,
  limit: number,
  reader: Reader,
): Promise<(PlaceOption & Hit)[]> {
  const fit = fitOf(Prisma.sql`n.folded`, typed);
  return reader.$queryRaw<(PlaceOption & Hit)[]>`
    WITH found AS (
      (SELECT n.id AS place_id, NULL::text AS other, ${fit} AS fit FROM place n WHERE ${condition}
        ORDER BY n.source = 'sightline' DESC, fit DESC, n.population DESC NULLS LAST, n.name, n.slug
        LIMIT ${limit}::int)
      UNION ALL SELECT n.place_id, n.name, ${fit} * ${otherNameFit}::float8 FROM place_alias n WHERE ${condition}
    ), best AS (
      SELECT DISTINCT ON (place_id) place_id, other, fit FROM found
      ORDER BY place_id, fit DESC, other NULLS FIRST
    )
    SELECT p.slug, p.name, p.kind, p.country, p.admin1, p.latitude, p.longitude, p.time_zone AS "timeZone",
      best.other AS matched, best.fit
    FROM best JOIN place p ON p.id = best.place_id
    ORDER BY p.source = 'sightline' DESC, best.fit DESC, p.population DESC NULLS LAST, p.name, p.slug
    LIMIT ${limit}::int`;
}
