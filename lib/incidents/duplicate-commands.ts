import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { storedId } from "./address";
import { type Pair, pairOf } from "./duplicate-rows";
import { comparePairs } from "./duplicate-scan";

type PublicPair = { a: string; b: string };

async function requirePair(transaction: Transaction, { a, b }: PublicPair): Promise<Pair> {
  const ids: string[] = [];
  for (const publicId of [storedId(a), storedId(b)]) {
    const row = await transaction.incident.findUnique({ where: { publicId }, select: { id: true } });
    if (!row) throw new AppError("not-found", { message: `There is no incident ${publicId}.` });
    ids.push(row.id);
  }
  const [one = "", other = ""] = ids;
  if (one === other) {
    throw new AppError("invalid-input", { message: "Name two incidents: these are one." });
  }
  return pairOf(one, other);
}

/** Remembers that two incidents are not the same, so that they are not suggested again. Editors and above. */
export async function markDistinct(principal: Principal | null, pair: PublicPair): Promise<void> {
  requireRole(principal, "editor");
  await inTransaction(async (transaction) => {
    const ids = await requirePair(transaction, pair);
    await transaction.distinctPair.createMany({
      data: [{ ...ids, createdById: principal.id }],
      skipDuplicates: true,
    });
    await transaction.duplicateCandidate.deleteMany({ where: ids });
  });
}

/** Forgets that two incidents are not the same; they are compared again. Editors and above. */
export async function unmarkDistinct(principal: Principal | null, pair: PublicPair): Promise<void> {
  requireRole(principal, "editor");
  await inTransaction(async (transaction) => {
    const ids = await requirePair(transaction, pair);
    const { count } = await transaction.distinctPair.deleteMany({ where: ids });
    if (count === 0) {
      throw new AppError("conflict", { message: "Nobody said that these two are not the same." });
    }
    await comparePairs(transaction, [ids.aId]);
  });
}
