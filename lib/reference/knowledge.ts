import "server-only";
import { foldName } from "@/lib/geo/fold";
import { buildKnowledge, type Knowledge, type KnownPlace } from "@/lib/extraction/knowledge";
import { listReferenceActors } from "@/lib/reference/actors";
import { geoNamesCities, populationLookup } from "@/lib/reference/geonames";
import { listCuratedPlaces } from "@/lib/reference/places";

let knowledge: Knowledge | undefined;

function* towns(): Generator<KnownPlace> {
  const populationOf = populationLookup();
  for (const city of geoNamesCities()) {
    yield {
      ...city,
      slug: null,
      kind: "city",
      aliases: [],
      timeZone: null,
      population: populationOf(foldName(city.name), city.country, city),
      source: "geonames",
    };
  }
}

/** What extraction knows of places and actors; built once in a process, in about half a second. */
export function getExtractionKnowledge(): Knowledge {
  knowledge ??= buildKnowledge({
    places: [...listCuratedPlaces().map((place): KnownPlace => ({ ...place, timeZone: null, population: null, source: "sightline" })), ...towns()],
    actors: listReferenceActors(),
  });
  return knowledge;
}
