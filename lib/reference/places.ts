import "server-only";
import tzLookup from "@photostructure/tz-lookup";
import { z } from "zod";
import { distanceKm } from "@/lib/geo/distance";
import { foldName, slugify } from "@/lib/geo/fold";
import { type GeoNamesCity, populationLookup, readGeoNamesCities } from "@/lib/reference/geonames";
import { type CuratedPlace, curatedPlaceSchema, type ReferencePlace } from "@/lib/reference/schema";
import type { PlaceKind } from "@/lib/taxonomy/terms";
import places from "@/prisma/reference/places.json";

const curatedPlaces = z.array(curatedPlaceSchema).parse(places);

const settlementKinds: ReadonlySet<PlaceKind> = new Set([
  "city",
  "town",
  "village",
  "neighbourhood",
  "district",
]);
const SAME_SETTLEMENT_KM = 15;

/** The entries of prisma/reference/places.json, in file order. */
export function listCuratedPlaces(): CuratedPlace[] {
  return curatedPlaces;
}

/** Names of a place without the qualifier that keeps homonyms apart: "Tripoli (Lebanon)" is also "Tripoli". */
function namesOf(place: CuratedPlace): string[] {
  return [place.name, place.name.replace(/ \([^)]*\)$/, ""), ...place.aliases];
}

/** A folded name without its Arabic article and without spaces: "al hindiyah" and "Hindiyah" are one. */
function looseKey(folded: string): string {
  return folded.replace(/^(?:al|ar|as|ash|ad|adh|an|at|ath|az|el) /, "").replaceAll(" ", "");
}

/** Curated places by country and folded name, to answer whether a GeoNames city is one of them. */
function curatedIndex() {
  const settlements = new Map<string, ReferencePlace[]>();
  const provinces = new Map<string, CuratedPlace>();
  const countries = new Map<string, string>();
  const known = new Set<string>();
  const timeZoned = curatedPlaces.map((place): ReferencePlace => {
    const copy: ReferencePlace = {
      ...place,
      aliases: [...place.aliases],
      timeZone: tzLookup(place.latitude, place.longitude),
      population: null,
      source: "sightline",
    };
    const country = place.country ?? "";
    if (place.kind === "country") countries.set(country, place.slug);
    for (const folded of new Set(namesOf(place).map(foldName))) {
      known.add(folded);
      if (settlementKinds.has(place.kind)) {
        const key = `${country}:${looseKey(folded)}`;
        const others = settlements.get(key);
        if (others) others.push(copy);
        else settlements.set(key, [copy]);
      }
      // The Gaza Strip and the West Bank are regions here and first-level divisions in GeoNames.
      if (place.kind === "province" || (place.kind === "region" && place.admin1 === place.name)) {
        provinces.set(`${country}:${folded}`, place);
        provinces.set(`${country}:${foldName(place.admin1 ?? place.name)}`, place);
      }
    }
    return copy;
  });
  return { settlements, provinces, countries, known, places: timeZoned };
}

type CuratedIndex = ReturnType<typeof curatedIndex>;

function curatedTwin(city: GeoNamesCity, folded: string, index: CuratedIndex): ReferencePlace | undefined {
  return index.settlements
    .get(`${city.country}:${looseKey(folded)}`)
    ?.find((place) => distanceKm(place, city) < SAME_SETTLEMENT_KM);
}

/** The first free of name-country, name-division-country and the same with a number. */
function freeSlug(city: GeoNamesCity, folded: string, taken: Set<string>): string {
  const base = slugify(folded, 60) || "city";
  const country = city.country.toLowerCase();
  let slug = `${base}-${country}`;
  if (taken.has(slug) && city.admin1) slug = `${base}-${slugify(city.admin1, 40)}-${country}`;
  const stem = slug;
  for (let number = 2; taken.has(slug); number++) slug = `${stem}-${number}`;
  taken.add(slug);
  return slug;
}

/**
 * The whole gazetteer: the curated places, then the cities of GeoNames that are none of them. A city that
 * is a curated settlement under a new spelling leaves that spelling there as an alias. About 171,000
 * entries and a second of work: call it to fill the database, not in a request.
 */
export function listReferencePlaces(): ReferencePlace[] {
  const index = curatedIndex();
  const taken = new Set(curatedPlaces.map((place) => place.slug));
  const populationOf = populationLookup();
  const cities: ReferencePlace[] = [];
  for (const city of readGeoNamesCities()) {
    const folded = foldName(city.name);
    const population = populationOf(folded, city.country, city);
    const twin = curatedTwin(city, folded, index);
    if (twin) {
      twin.population ??= population;
      if (!index.known.has(folded)) {
        index.known.add(folded);
        twin.aliases.push(city.name);
      }
      continue;
    }
    const province = city.admin1
      ? index.provinces.get(`${city.country}:${foldName(city.admin1)}`)
      : undefined;
    cities.push({
      slug: freeSlug(city, folded, taken),
      name: city.name,
      kind: "city",
      country: city.country,
      admin1: province?.admin1 ?? city.admin1,
      latitude: city.latitude,
      longitude: city.longitude,
      parent: province?.slug ?? index.countries.get(city.country) ?? null,
      aliases: [],
      timeZone: tzLookup(city.latitude, city.longitude),
      population,
      source: "geonames",
    });
  }
  return [...index.places, ...cities];
}
