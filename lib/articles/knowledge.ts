import "server-only";
import { database } from "@/lib/db/client";
import { buildKnowledge, type Knowledge, type KnownActor, type KnownPlace } from "@/lib/extraction/knowledge";
import type { ProposedIncident, ProposedPlace } from "@/lib/extraction/proposal";
import { foldName } from "@/lib/geo/fold";
import { geoNamesTowns } from "@/lib/reference/knowledge";

// Places that editors added are as good as those of our own table.
const readPlaces = (): Promise<KnownPlace[]> => database().$queryRaw<KnownPlace[]>`
  SELECT slug, name, kind, country, admin1, latitude, longitude, time_zone AS "timeZone", population,
    'sightline' AS source, ARRAY(SELECT a.name FROM place_alias a WHERE a.place_id = p.id) AS aliases
  FROM place p WHERE source <> 'geonames' ORDER BY slug`;

const readActors = (): Promise<KnownActor[]> => database().$queryRaw<KnownActor[]>`
  SELECT slug, name, kind, country, ARRAY(SELECT x.name FROM actor_alias x WHERE x.actor_id = a.id) AS aliases
  FROM actor a ORDER BY slug`;

/** Changes whenever a place, an actor or one of their names is added or changed. */
async function knowledgeVersion(): Promise<string> {
  const [row] = await database().$queryRaw<{ version: string }[]>`
    SELECT concat_ws(' ',
      (SELECT concat(count(*), max(updated_at)) FROM actor), (SELECT count(*) FROM actor_alias),
      (SELECT concat(count(*), max(updated_at)) FROM place WHERE source <> 'geonames'),
      (SELECT count(*) FROM place_alias)) AS version`;
  return row?.version ?? "";
}

let held: { version: string; knowledge: Promise<Knowledge> } | undefined;

async function readKnowledge(): Promise<Knowledge> {
  const [places, actors] = await Promise.all([readPlaces(), readActors()]);
  return buildKnowledge({ places, actors, towns: geoNamesTowns() });
}

/** What extraction knows of places and actors, as the database holds them now; kept until they change. */
export async function getKnowledge(): Promise<Knowledge> {
  const version = await knowledgeVersion();
  if (held?.version !== version) {
    const knowledge = readKnowledge();
    held = { version, knowledge };
    knowledge.catch(() => {
      held = undefined;
    });
  }
  return held.knowledge;
}

/** Towns of GeoNames are proposed without a slug: the gazetteer's entry has their name, country and place. */
async function slugOf(place: ProposedPlace): Promise<string | null> {
  const { name, country, latitude, longitude } = place;
  if (country === null || latitude === null || longitude === null) {
    return null;
  }
  const [row] = await database().$queryRaw<{ slug: string }[]>`
    SELECT slug FROM place WHERE folded = ${foldName(name)} AND country = ${country}
      AND abs(latitude - ${latitude}) < 0.05 AND abs(longitude - ${longitude}) < 0.05
    ORDER BY abs(latitude - ${latitude}) + abs(longitude - ${longitude}) LIMIT 1`;
  return row?.slug ?? null;
}

/** Proposals whose places are named by the gazetteer's slugs where it has them. */
export async function withPlaceSlugs(incidents: readonly ProposedIncident[]): Promise<ProposedIncident[]> {
  const named: ProposedIncident[] = [];
  for (const incident of incidents) {
    const { place } = incident;
    const isUnnamed = place !== null && place.slug === null;
    named.push(isUnnamed ? { ...incident, place: { ...place, slug: await slugOf(place) } } : incident);
  }
  return named;
}
