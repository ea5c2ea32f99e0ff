import "server-only";
import type { BulkReader, QueryReader } from "@/lib/db/bulk-reader";
import { Prisma } from "@/lib/db/generated/client";
import { buildBase } from "./base";
import type { Breathe } from "./breathe";
import { loadRows } from "./load-rows";
import type { ActorName, PlaceName, PlainName } from "./names";
import { rowJson, type SqlRow } from "./row-sql";
import { ancestryOf, newVocabulary, type Store, sizesOf, type Vocabulary } from "./store";

const batchSize = 2000;

/** All published incidents as the reader sees them. */
export async function loadStore(reader: BulkReader, generation: number, breathe: Breathe): Promise<Store> {
  const vocabulary = newVocabulary();
  const { rows, positionOf } = await loadRows(reader, vocabulary, breathe);
  await loadNames(reader, vocabulary);
  const base = await buildBase(rows, sizesOf(vocabulary), breathe);
  return {
    rows,
    base,
    positionOf,
    removed: [],
    vocabulary,
    ancestry: ancestryOf(vocabulary),
    version: 0,
    generation,
  };
}

/** The published incidents among these row_nos. */
export async function readChangedRows(reader: QueryReader, rowNos: readonly number[]): Promise<SqlRow[]> {
  const rows: SqlRow[] = [];
  for (let start = 0; start < rowNos.length; start += batchSize) {
    const part = rowNos.slice(start, start + batchSize);
    rows.push(
      ...(await readRows(reader, Prisma.sql`i.status = 'published' AND i.row_no = ANY (${part}::int[])`)),
    );
  }
  return rows;
}

async function readRows(reader: QueryReader, which: Prisma.Sql): Promise<SqlRow[]> {
  const [answer] = await reader.$queryRaw<{ rows: SqlRow[] }[]>`
    WITH i AS MATERIALIZED (SELECT * FROM incident i WHERE ${which})
    SELECT coalesce(json_agg(${rowJson}), '[]') AS rows FROM i`;
  return answer?.rows ?? [];
}

/** What everything that incidents have is called now, and what it lies within. */
export async function loadNames(reader: QueryReader, vocabulary: Vocabulary): Promise<void> {
  const { places, actors, campaigns, publishers } = vocabulary;
  const placeNames = await reader.$queryRaw<PlaceName[]>`
    WITH RECURSIVE used AS (
      SELECT id, parent_id FROM place WHERE id = ANY (${places.allIds()}::uuid[]) OR kind IN ('country', 'province')
      UNION SELECT p.id, p.parent_id FROM used JOIN place p ON p.id = used.parent_id
    ) SELECT id, slug, name, kind, country, admin1, parent_id AS "parentId", latitude, longitude
    FROM place WHERE id IN (SELECT id FROM used)`;
  const actorNames = await reader.$queryRaw<ActorName[]>`
    WITH RECURSIVE used AS (
      SELECT id, parent_id FROM actor WHERE id = ANY (${actors.allIds()}::uuid[])
      UNION SELECT a.id, a.parent_id FROM used JOIN actor a ON a.id = used.parent_id
    ) SELECT id, slug, name, parent_id AS "parentId" FROM actor WHERE id IN (SELECT id FROM used)`;
  const campaignNames = await reader.$queryRaw<PlainName[]>`
    SELECT id, slug, name FROM campaign WHERE id = ANY (${campaigns.allIds()}::uuid[])`;
  const publisherNames = await reader.$queryRaw<PlainName[]>`
    SELECT id, slug, name FROM publisher WHERE id = ANY (${publishers.allIds()}::uuid[])`;
  // All at once: a question that fails half way must not leave old names beside new ones.
  places.rename(placeNames);
  actors.rename(actorNames);
  campaigns.rename(campaignNames);
  publishers.rename(publisherNames);
}
