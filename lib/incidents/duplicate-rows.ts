import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** Statuses in which an incident can be a duplicate. */
export const openStatuses = ["draft", "in_review", "published"] as const;

/** Ids of two incidents, the smaller one first. */
export type Pair = { aId: string; bId: string };

export const pairOf = (one: string, other: string): Pair =>
  one < other ? { aId: one, bId: other } : { aId: other, bId: one };

export const pairKey = ({ aId, bId }: Pair): string => `${aId} ${bId}`;

/** Removes and writes possible duplicates; what somebody said is not the same stays out. */
export async function writePairs(
  transaction: Transaction,
  gone: readonly Pair[],
  held: readonly (Pair & { score: number; reasons: string[] })[],
): Promise<void> {
  if (gone.length > 0) {
    await transaction.$executeRaw`
      DELETE FROM duplicate_candidate d USING jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) AS v("aId" uuid, "bId" uuid)
      WHERE d.a_id = v."aId" AND d.b_id = v."bId"`;
  }
  if (held.length === 0) return;
  // In the order in which editors lock incidents, so that neither waits for the other in a circle.
  const ids = [...new Set(held.flatMap(({ aId, bId }) => [aId, bId]))].map((id) => Prisma.sql`${id}::uuid`);
  await transaction.$queryRaw`
    SELECT id FROM incident WHERE id IN (${Prisma.join(ids)}) ORDER BY public_id FOR KEY SHARE`;
  await transaction.$executeRaw`
    INSERT INTO duplicate_candidate (a_id, b_id, score, reasons)
    SELECT v."aId", v."bId", v.score, v.reasons
    FROM jsonb_to_recordset(${JSON.stringify(held)}::jsonb) AS v("aId" uuid, "bId" uuid, score float8, reasons jsonb)
    WHERE NOT EXISTS (SELECT 1 FROM distinct_pair d WHERE d.a_id = v."aId" AND d.b_id = v."bId")
    ON CONFLICT (a_id, b_id) DO UPDATE
      SET score = excluded.score, reasons = excluded.reasons, updated_at = CURRENT_TIMESTAMP`;
}
