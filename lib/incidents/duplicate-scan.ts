import "server-only";
import { z } from "zod";
import { database, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { sqlInstant } from "@/lib/db/instant";
import { inTransaction } from "@/lib/db/transaction";
import { openStatuses, type Pair, pairKey, pairOf, writePairs } from "./duplicate-rows";
import { likenessOf } from "./likeness";
import { candidateIds, comparableRow, comparedSelect, LEAST_SCORE } from "./likeness-queries";

const settingKey = "duplicates-scanned";
const scanLock = 7_021_063_292;
const batchSize = 50;
/** New pairs of one incident in one scan; a crowded day must not fill the list. */
const mostPairs = 5;
/** A write may become visible so long after the time that it carries, so the last minute is read again. */
const lagMs = 60_000;

const positionSchema = z.object({ updatedAt: z.iso.datetime(), id: z.uuid() });
type Position = z.infer<typeof positionSchema>;

const start: Position = {
  updatedAt: "0001-01-01T00:00:00.000Z",
  id: "00000000-0000-0000-0000-000000000000",
};

type Scan = {
  /** Incidents compared. */
  scanned: number;
  /** False when there is more to compare, or when another instance is at it. */
  isDone: boolean;
};

/**
 * Compares the incidents that changed since the last time with all others, at least one batch of them and no
 * new one after budgetMs, and keeps the list of possible duplicates up to date. One instance at a time.
 */
export async function catchUpDuplicates({ budgetMs = 500 } = {}): Promise<Scan> {
  const until = Date.now() + budgetMs;
  let scanned = 0;
  let position: Position | null = null;
  do {
    const batch: Batch | null = await inTransaction((transaction) => scanBatch(transaction, position));
    if (batch === null) return { scanned, isDone: false };
    scanned += batch.count;
    position = batch.position;
    if (batch.count < batchSize) return { scanned, isDone: true };
  } while (Date.now() < until);
  return { scanned, isDone: false };
}

type Batch = { count: number; position: Position };

/** Null when another instance scans. position is where this scan has come to, null at its beginning. */
async function scanBatch(transaction: Transaction, position: Position | null): Promise<Batch | null> {
  const [lock] = await transaction.$queryRaw<{ isFree: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${scanLock}::bigint) AS "isFree"`;
  if (!lock?.isFree) return null;
  const from = position ?? (await storedPosition(transaction));
  const changed = await transaction.$queryRaw<{ id: string; updatedAt: Date }[]>`
    SELECT id, updated_at AS "updatedAt" FROM incident
    WHERE (updated_at, id) > (${sqlInstant(new Date(from.updatedAt))}, ${from.id}::uuid)
    ORDER BY updated_at, id LIMIT ${batchSize}::int`;
  const last = changed.at(-1);
  const reached = last ? { updatedAt: last.updatedAt.toISOString(), id: last.id } : from;
  await comparePairs(
    transaction,
    changed.map(({ id }) => id),
  );
  await storePosition(transaction, reached);
  return { count: changed.length, position: reached };
}

async function storedPosition(transaction: Transaction): Promise<Position> {
  const row = await transaction.setting.findUnique({ where: { key: settingKey }, select: { value: true } });
  return positionSchema.safeParse(row?.value).data ?? start;
}

async function storePosition(transaction: Transaction, reached: Position): Promise<void> {
  const latest = new Date(Date.now() - lagMs).toISOString();
  const value = reached.updatedAt < latest ? reached : { updatedAt: latest, id: start.id };
  await transaction.setting.upsert({
    where: { key: settingKey },
    create: { key: settingKey, value },
    update: { value },
    select: { key: true },
  });
}

/** Compares these incidents with all others: pairs that hold are written, those that no longer do go. */
export async function comparePairs(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const apart = await pairsApart(transaction, ids);
  const subjects = await transaction.incident.findMany({
    where: { id: { in: [...ids] } },
    select: { ...comparedSelect, id: true },
  });
  const gone = new Map<string, Pair>();
  const held = new Map<string, Pair & { score: number; reasons: string[] }>();
  for (const subject of subjects) {
    const found = await likePairs(transaction, subject, apart);
    const stored = await transaction.duplicateCandidate.findMany({
      where: { OR: [{ aId: subject.id }, { bId: subject.id }] },
      select: { aId: true, bId: true },
    });
    const known = new Set(stored.map(pairKey));
    for (const pair of stored) {
      if (!found.some((one) => pairKey(one) === pairKey(pair))) gone.set(pairKey(pair), pair);
    }
    const fresh = found.filter((pair) => !known.has(pairKey(pair))).slice(0, mostPairs);
    for (const pair of [...found.filter((one) => known.has(pairKey(one))), ...fresh]) {
      held.set(pairKey(pair), pair);
    }
  }
  await writePairs(transaction, [...gone.values()], [...held.values()]);
}

type Subject = Prisma.IncidentGetPayload<{ select: typeof comparedSelect }> & { id: string };

/** All pairs of an incident that are alike enough, best first; none for one that is retracted or merged. */
async function likePairs(transaction: Transaction, subject: Subject, apart: ReadonlySet<string>) {
  if (!openStatuses.some((status) => status === subject.status)) return [];
  const comparable = comparableRow(subject);
  const near = await candidateIds(comparable, Prisma.sql`i.id = ${subject.id}::uuid`, transaction);
  const others = await transaction.incident.findMany({
    where: { id: { in: near } },
    select: { ...comparedSelect, id: true },
  });
  return others
    .flatMap((other) => {
      const pair = pairOf(subject.id, other.id);
      const likeness = apart.has(pairKey(pair)) ? null : likenessOf(comparable, comparableRow(other));
      return likeness && likeness.score >= LEAST_SCORE ? [{ ...pair, ...likeness }] : [];
    })
    .sort((one, other) => other.score - one.score || pairKey(one).localeCompare(pairKey(other)));
}

/** Pairs that somebody told apart: said so, linked them, or made both of one article. */
async function pairsApart(transaction: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const these = Prisma.sql`(${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})`;
  const rows = await transaction.$queryRaw<{ one: string; other: string }[]>`
    SELECT a_id AS one, b_id AS other FROM distinct_pair WHERE a_id IN ${these} OR b_id IN ${these}
    UNION SELECT from_id, to_id FROM incident_link WHERE from_id IN ${these} OR to_id IN ${these}
    UNION SELECT s.incident_id, o.incident_id FROM suggestion s JOIN suggestion o
      ON o.article_id = s.article_id AND o.incident_id <> s.incident_id
      WHERE s.incident_id IN ${these}`;
  return new Set(rows.map(({ one, other }) => pairKey(pairOf(one, other))));
}

/** How many incidents changed since the last comparison, at most so many. */
export async function countUncompared(most = 10_000): Promise<number> {
  const from = await inTransaction(storedPosition);
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM incident
      WHERE (updated_at, id) > (${sqlInstant(new Date(from.updatedAt))}, ${from.id}::uuid)
      LIMIT ${most}::int) AS changed`;
  return row?.count ?? 0;
}
