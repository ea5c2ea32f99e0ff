import "server-only";
import { database } from "@/lib/db/client";
import type { StoredFormDraft } from "./schema";

/** The drafts of a person under the given keys. */
export async function listFormDrafts(userId: string, keys: readonly string[]): Promise<StoredFormDraft[]> {
  const rows = await database().formDraft.findMany({
    where: { userId, key: { in: [...keys] } },
    select: { key: true, body: true, updatedAt: true },
  });
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}
