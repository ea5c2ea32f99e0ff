import "server-only";
import type { QueryReader } from "@/lib/db/bulk-reader";
import type { Database, Transaction } from "@/lib/db/client";

/** After so many lines since the last mark the log is trimmed. */
const trimEvery = 10_000;
const trimLockKey = 7_021_063_292;

/**
 * What the reader's statement sees: its snapshot, the newest mark of the log, and how many lines of the log it
 * sees that the statement of an earlier snapshot did not, whatever order their transactions began in.
 */
export async function readSnapshot(
  reader: QueryReader,
  earlier: string | null = null,
): Promise<{ snapshot: string; mark: number; changes: number }> {
  const [seen] = earlier
    ? await reader.$queryRaw<{ snapshot: string; changes: number }[]>`
        SELECT pg_current_snapshot()::text AS snapshot, (SELECT count(*)::int FROM read_change
          WHERE xid >= pg_snapshot_xmin(${earlier}::pg_snapshot)
            AND NOT pg_visible_in_snapshot(xid, ${earlier}::pg_snapshot)) AS changes`
    : await reader.$queryRaw<{ snapshot: string; mark: number; changes: number }[]>`
        SELECT pg_current_snapshot()::text AS snapshot, 0 AS changes,
          (SELECT max(seq)::float8 FROM read_change WHERE kind = 'mark') AS mark`;
  if (!seen) {
    throw new Error("The log of changes cannot be read.");
  }
  return { mark: 0, ...seen };
}

export type Changes = {
  snapshot: string;
  rowNos: number[];
  /** Something is called differently, or lies within something else. */
  hasNames: boolean;
  oldestMark: number;
  newestMark: number;
  isTrimDue: boolean;
};

/** What the transaction sees and a statement of the earlier snapshot did not. */
export async function readChanges(transaction: Transaction, earlier: string): Promise<Changes> {
  const [changes] = await transaction.$queryRaw<(Omit<Changes, "isTrimDue"> & { newest: number })[]>`
    WITH unseen AS MATERIALIZED (SELECT kind, row_no FROM read_change
      WHERE xid >= pg_snapshot_xmin(${earlier}::pg_snapshot)
        AND NOT pg_visible_in_snapshot(xid, ${earlier}::pg_snapshot))
    SELECT pg_current_snapshot()::text AS snapshot,
      ARRAY(SELECT DISTINCT row_no FROM unseen WHERE row_no IS NOT NULL) AS "rowNos",
      EXISTS (SELECT 1 FROM unseen WHERE kind = 'names') AS "hasNames",
      (SELECT min(seq)::float8 FROM read_change WHERE kind = 'mark') AS "oldestMark",
      (SELECT max(seq)::float8 FROM read_change WHERE kind = 'mark') AS "newestMark",
      (SELECT max(seq)::float8 FROM read_change) AS newest`;
  if (!changes) {
    throw new Error("The log of changes cannot be read.");
  }
  return { ...changes, isTrimDue: changes.newest - changes.newestMark > trimEvery };
}

/**
 * Removes the lines that everybody has seen who has seen the newest mark, and sets another mark. A copy that has
 * not seen the oldest mark left may have missed lines, and is made anew. Any number of processes may call this.
 */
export async function trimLog(database: Database): Promise<void> {
  await database.$transaction(async (transaction) => {
    const [lock] = await transaction.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${trimLockKey}::bigint) AS mine`;
    const [due] = await transaction.$queryRaw<{ due: boolean }[]>`
      SELECT max(seq) - max(seq) FILTER (WHERE kind = 'mark') > ${trimEvery}::bigint AS due FROM read_change`;
    if (!lock?.mine || !due?.due) {
      return;
    }
    await transaction.$executeRaw`
      WITH newest AS (SELECT seq, snapshot FROM read_change WHERE kind = 'mark' ORDER BY seq DESC LIMIT 1)
      DELETE FROM read_change c USING newest
      WHERE c.seq <> newest.seq AND pg_visible_in_snapshot(c.xid, newest.snapshot)`;
    await transaction.$executeRaw`
      INSERT INTO read_change (kind, snapshot) VALUES ('mark', pg_current_snapshot())`;
  });
}
