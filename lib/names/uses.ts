import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { countWords, type Uses } from "./uses-words";

/** Throws conflict with the numbers when something uses the entry. */
export function requireUnused(name: string, uses: Uses): void {
  const words = countWords(uses);
  if (words !== "") {
    throw new AppError("conflict", {
      message: `${name} is used by ${words}. Only what nothing uses can be deleted.`,
      extra: { uses },
    });
  }
}

/**
 * Versions of incidents that name an entry: their permalinks go on leading to it. This reads every version
 * (there is no index for it), so it comes last and stops at 1,000.
 * @param part the state that such a version contains, such as { incident: { place: { slug } } }
 */
export async function countVersionsNaming(transaction: Transaction, part: object): Promise<number> {
  const json = Prisma.sql`${JSON.stringify(part)}::jsonb`;
  const [row] = await transaction.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM revision WHERE state @> ${json} LIMIT 1000) naming`;
  return row?.count ?? 0;
}
