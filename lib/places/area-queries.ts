import "server-only";
import zoneAt from "@photostructure/tz-lookup";
import { database, type Reader } from "@/lib/db/client";
import { countryNames, getCountry } from "@/lib/geo/countries";
import { type Coordinates, distanceKm } from "@/lib/geo/distance";
import { foldName } from "@/lib/geo/fold";
import { outlinesIn } from "@/lib/geo/locator";
import { mercatorView, toPoint } from "@/lib/geo/mercator";
import type { PlaceArea } from "./area-schema";

const box = { width: 480, height: 340 };
const shownPlaces = 60;
/** Nobody asks a town further away in which country a point lies. */
const neighbourKm = 50;

type Row = Coordinates & { slug: string; name: string; country: string | null };

async function placesBetween(northWest: Coordinates, southEast: Coordinates, reader: Reader): Promise<Row[]> {
  const isSplit = northWest.longitude > southEast.longitude;
  return reader.$queryRaw<Row[]>`
    SELECT slug, name, country, latitude, longitude FROM place
    WHERE latitude BETWEEN ${southEast.latitude} AND ${northWest.latitude} AND CASE WHEN ${isSplit}
      THEN longitude >= ${northWest.longitude} OR longitude <= ${southEast.longitude}
      ELSE longitude BETWEEN ${northWest.longitude} AND ${southEast.longitude} END
      AND kind NOT IN ('country', 'province', 'region', 'sea')
    ORDER BY source = 'sightline' DESC, population DESC NULLS LAST, slug LIMIT ${shownPlaces}::int`;
}

/** Outlines name countries in short ("Dem. Rep. Congo"): then the nearest known place says its own. */
function countryOf(own: string | null, places: readonly Row[], point: Coordinates): string | null {
  const named = own === null ? undefined : countryNames.get(foldName(own));
  if (named?.kind === "name") return named.country.code;
  if (own === null) return null;
  const near = places
    .map((place) => ({ country: place.country, km: distanceKm(place, point) }))
    .filter(({ km }) => km < neighbourKm)
    .sort((a, b) => a.km - b.km);
  return near.find(({ country }) => country !== null)?.country ?? null;
}

/** A map of so many kilometres around a centre, with known places, and what follows from a point on it. */
export async function getPlaceArea(
  centre: Coordinates,
  acrossKm: number,
  point: Coordinates = centre,
  reader: Reader = database(),
): Promise<PlaceArea> {
  const view = mercatorView(centre, acrossKm, box);
  const places = await placesBetween(
    toPoint(view, { x: 0, y: 0 }),
    toPoint(view, { x: box.width, y: box.height }),
    reader,
  );
  const { countries, own } = outlinesIn(view, point);
  const code = countryOf(own, places, point);
  const country = code === null ? null : { code, name: getCountry(code)?.name ?? code };
  return {
    view,
    countries,
    places: places.map(({ country: _country, ...place }) => place),
    suggestion: { country, timeZone: zoneAt(point.latitude, point.longitude) },
  };
}
