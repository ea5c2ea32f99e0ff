import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { sqlInstant } from "@/lib/db/instant";
import { buildBase } from "./base";
import type { Breathe } from "./breathe";
import type { ActorName, PlaceName, PlainName } from "./names";
import { rowJson, rowValues, type SqlRow } from "./row-sql";
import { appendRow, createRows, type Rows } from "./rows";
import { ancestryOf, indexRows, newVocabulary, type Store, sizesOf, type Vocabulary } from "./store";

const batchSize = 2000;

/** All published incidents as the transaction sees them; it must be a repeatable read. */
export async function loadStore(
  transaction: Transaction,
  generation: number,
  breathe: Breathe,
): Promise<Store> {
  const [published] = await transaction.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM incident WHERE status = 'published'`;
  const count = published?.count ?? 0;
  const rows = createRows(count + Math.max(1024, count >> 6));
  const vocabulary = newVocabulary();
  await loadRows(transaction, rows, vocabulary, breathe);
  await loadNames(transaction, vocabulary);
  const base = await buildBase(rows, sizesOf(vocabulary), breathe);
  return {
    rows,
    base,
    positionOf: indexRows(rows),
    removed: [],
    vocabulary,
    ancestry: ancestryOf(vocabulary),
    version: 0,
    generation,
  };
}

/** In the order of the base: by earliest, the later public id first. */
async function loadRows(
  transaction: Transaction,
  rows: Rows,
  vocabulary: Vocabulary,
  breathe: Breathe,
): Promise<void> {
  let after = Prisma.empty;
  for (;;) {
    const batch = await readRows(
      transaction,
      Prisma.sql`i.status = 'published' ${after} ORDER BY i.earliest, i.public_id DESC LIMIT ${batchSize}::int`,
    );
    for (const row of batch) appendRow(rows, rowValues(vocabulary, row));
    const last = batch.at(-1);
    if (!last || batch.length < batchSize) return;
    const earliest = sqlInstant(new Date(last[2]));
    after = Prisma.sql`AND i.earliest >= ${earliest} AND (i.earliest > ${earliest} OR i.public_id < ${last[1]})`;
    await breathe();
  }
}

/** The published incidents among these row_nos. */
export async function readChangedRows(
  transaction: Transaction,
  rowNos: readonly number[],
): Promise<SqlRow[]> {
  const rows: SqlRow[] = [];
  for (let start = 0; start < rowNos.length; start += batchSize) {
    const part = rowNos.slice(start, start + batchSize);
    rows.push(
      ...(await readRows(
        transaction,
        Prisma.sql`i.status = 'published' AND i.row_no = ANY (${part}::int[])`,
      )),
    );
  }
  return rows;
}

async function readRows(transaction: Transaction, which: Prisma.Sql): Promise<SqlRow[]> {
  const [answer] = await transaction.$queryRaw<{ rows: SqlRow[] }[]>`
    WITH i AS MATERIALIZED (SELECT * FROM incident i WHERE ${which})
    SELECT coalesce(json_agg(${rowJson}), '[]') AS rows FROM i`;
  return answer?.rows ?? [];
}

/** What everything that incidents have is called now, and what it lies within. */
export async function loadNames(transaction: Transaction, vocabulary: Vocabulary): Promise<void> {
  const { places, actors, campaigns, publishers } = vocabulary;
  const placeNames = await transaction.$queryRaw<PlaceName[]>`
    WITH RECURSIVE used AS (
      SELECT id, parent_id FROM place WHERE id = ANY (${places.allIds()}::uuid[]) OR kind IN ('country', 'province')
      UNION SELECT p.id, p.parent_id FROM used JOIN place p ON p.id = used.parent_id
    ) SELECT id, slug, name, kind, country, admin1, parent_id AS "parentId", latitude, longitude
    FROM place WHERE id IN (SELECT id FROM used)`;
  const actorNames = await transaction.$queryRaw<ActorName[]>`
    WITH RECURSIVE used AS (
      SELECT id, parent_id FROM actor WHERE id = ANY (${actors.allIds()}::uuid[])
      UNION SELECT a.id, a.parent_id FROM used JOIN actor a ON a.id = used.parent_id
    ) SELECT id, slug, name, parent_id AS "parentId" FROM actor WHERE id IN (SELECT id FROM used)`;
  const campaignNames = await transaction.$queryRaw<PlainName[]>`
    SELECT id, slug, name FROM campaign WHERE id = ANY (${campaigns.allIds()}::uuid[])`;
  const publisherNames = await transaction.$queryRaw<PlainName[]>`
    SELECT id, slug, name FROM publisher WHERE id = ANY (${publishers.allIds()}::uuid[])`;
  // All at once: a question that fails half way must not leave old names beside new ones.
  places.rename(placeNames);
  actors.rename(actorNames);
  campaigns.rename(campaignNames);
  publishers.rename(publisherNames);
}
