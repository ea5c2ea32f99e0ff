import "server-only";
import tzLookup from "@photostructure/tz-lookup";
import { z } from "zod";
import { type Coordinates, distanceKm } from "@/lib/geo/distance";
import { foldName, slugify } from "@/lib/geo/fold";
import { type GeoNamesCity, geoNamesCities, populationLookup } from "@/lib/reference/geonames";
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
/** Under this distance two settlements are one, whatever their names. */
const SAME_POINT_KM = 0.3;

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

/** The bare folded name of a division: "basra" for "Basra Province" and "Basra Governorate". */
function divisionKey(name: string): string {
  return foldName(name).replace(/ (?:province|governorate|region|district|municipality)$/, "");
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** A cell of a hundredth of a degree, about a kilometre. */
function gridKey(country: string, at: Coordinates): string {
  return `${country}:${Math.round(at.latitude * 100)}:${Math.round(at.longitude * 100)}`;
}

/** Curated places by country and folded name, to answer whether a GeoNames city is one of them. */
function curatedIndex() {
  const settlements = new Map<string, ReferencePlace[]>();
  const neighbours = new Map<string, ReferencePlace[]>();
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
    const isDivision = place.kind === "province" || (place.kind === "region" && place.admin1 === place.name);
    if (isDivision) {
      // The Gaza Strip and the West Bank are regions here and first-level divisions in GeoNames.
      for (const name of [...namesOf(place), place.admin1 ?? place.name]) {
        provinces.set(`${country}:${divisionKey(name)}`, place);
      }
    }
    for (const folded of new Set(namesOf(place).map(foldName))) {
      known.add(folded);
      if (settlementKinds.has(place.kind)) append(settlements, `${country}:${looseKey(folded)}`, copy);
    }
    if (settlementKinds.has(place.kind)) append(neighbours, gridKey(country, place), copy);
    return copy;
  });
  return { settlements, neighbours, provinces, countries, known, places: timeZoned };
}

type CuratedIndex = ReturnType<typeof curatedIndex>;

/** The curated settlement that a GeoNames city is: the same name nearby, or another name at the same point. */
function curatedTwin(city: GeoNamesCity, folded: string, index: CuratedIndex) {
  if (!index.countries.has(city.country)) return null;
  const namesake = index.settlements
    .get(`${city.country}:${looseKey(folded)}`)
    ?.find((place) => distanceKm(place, city) < SAME_SETTLEMENT_KM);
  if (namesake) return { place: namesake, sameName: true };
  const neighbour = index.neighbours
    .get(gridKey(city.country, city))
    ?.find((place) => distanceKm(place, city) < SAME_POINT_KM);
  return neighbour ? { place: neighbour, sameName: false } : null;
}

type Division = { admin1: string | null; parent: string | null; slugPart: string };

/** The division a GeoNames city lies in, under the curated name where there is one; worked out once each. */
function divisionLookup(index: CuratedIndex): (city: GeoNamesCity) => Division {
  const divisions = new Map<string, Division>();
  return ({ country, admin1 }) => {
    const key = `${country}:${admin1 ?? ""}`;
    const known = divisions.get(key);
    if (known) return known;
    const province = admin1 ? index.provinces.get(`${country}:${divisionKey(admin1)}`) : undefined;
    const division = {
      admin1: province?.admin1 ?? admin1,
      parent: province?.slug ?? index.countries.get(country) ?? null,
      slugPart: slugify(admin1 ?? "", 40),
    };
    divisions.set(key, division);
    return division;
  };
}

/** The first free of name-country, name-division-country and the same with a number. */
function freeSlug(folded: string, country: string, division: Division, taken: Set<string>): string {
  // Most names are one ASCII word: their slug is the folded name, without folding it a second time.
  const base = /^[a-z]{1,60}$/.test(folded) ? folded : slugify(folded, 60) || "city";
  const suffix = country.toLowerCase();
  let slug = `${base}-${suffix}`;
  if (taken.has(slug) && division.slugPart) slug = `${base}-${division.slugPart}-${suffix}`;
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
  const divisionOf = divisionLookup(index);
  const cities: ReferencePlace[] = [];
  for (const city of geoNamesCities()) {
    const folded = foldName(city.name);
    const population = populationOf(folded, city.country, city);
    const twin = curatedTwin(city, folded, index);
    if (twin) {
      twin.place.population ??= population;
      if (twin.sameName && !index.known.has(folded)) {
        index.known.add(folded);
        twin.place.aliases.push(city.name);
      }
      continue;
    }
    const division = divisionOf(city);
    cities.push({
      slug: freeSlug(folded, city.country, division, taken),
      name: city.name,
      kind: "city",
      country: city.country,
      admin1: division.admin1,
      latitude: city.latitude,
      longitude: city.longitude,
      parent: division.parent,
      aliases: [],
      timeZone: tzLookup(city.latitude, city.longitude),
      population,
      source: "geonames",
    });
  }
  return [...index.places, ...cities];
}
