import "server-only";
import { database } from "@/lib/db/client";
import { buildKnowledge, type Knowledge, type KnownActor, type KnownPlace } from "@/lib/extraction/knowledge";

// Places that editors added are as good as those of our own table.
const readPlaces = (): Promise<KnownPlace[]> => database().$queryRaw<KnownPlace[]>`
    SELECT slug, name, kind, country, admin1, latitude, longitude, time_zone AS "timeZone", population,
      CASE source WHEN 'geonames' THEN 'geonames' ELSE 'sightline' END AS source,
      ARRAY(SELECT a.name FROM place_alias a WHERE a.place_id = p.id) AS aliases
    FROM place p ORDER BY source DESC, slug`;

const readActors = (): Promise<KnownActor[]> => database().$queryRaw<KnownActor[]>`
  SELECT slug, name, kind, country, ARRAY(SELECT x.name FROM actor_alias x WHERE x.actor_id = a.id) AS aliases
  FROM actor a ORDER BY slug`;

/** Changes whenever a place, an actor or one of their names is added or changed. */
async function knowledgeVersion(): Promise<string> {
  const [row] = await database().$queryRaw<{ version: string }[]>`
    SELECT concat_ws(' ',
      (SELECT concat(count(*), max(updated_at)) FROM actor), (SELECT count(*) FROM actor_alias),
      (SELECT concat(count(*), max(updated_at)) FROM place), (SELECT count(*) FROM place_alias)) AS version`;
  return row?.version ?? "";
}

let held: { version: string; knowledge: Promise<Knowledge> } | undefined;

async function readKnowledge(): Promise<Knowledge> {
  const [places, actors] = await Promise.all([readPlaces(), readActors()]);
  return buildKnowledge({ places, actors });
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
