import "server-only";
import type { z } from "zod";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { maxSavedSearches, type renameSearchSchema, type SavedSearch, type saveSearchSchema } from "./schema";

const shown = { id: true, name: true, query: true } as const;

function ownerId(principal: Principal | null): string {
  requireRole(principal, "contributor");
  if (principal.id === null) {
    throw new AppError("forbidden", { message: "Only people keep searches." });
  }
  return principal.id;
}

const nameTaken = (name: string): AppError => {
  const message = `You keep another search named “${name}”. Give this one another name.`;
  return new AppError("conflict", { message, errors: [{ path: "name", message }] });
};

/**
 * Keeps a search under a name; one of the same name is overwritten only when asked for, otherwise throws
 * conflict at "name". Contributors and above, each their own.
 */
export async function saveSearch(
  principal: Principal | null,
  { name, query, isReplacing }: z.output<typeof saveSearchSchema>,
): Promise<SavedSearch> {
  const userId = ownerId(principal);
  return inTransaction(async (transaction) => {
    const userId_name = { userId, name };
    const known = await transaction.savedSearch.findUnique({ where: { userId_name }, select: { id: true } });
    if (known && !isReplacing) throw nameTaken(name);
    if (!known && (await transaction.savedSearch.count({ where: { userId } })) >= maxSavedSearches) {
      throw new AppError("conflict", {
        message: `You keep ${maxSavedSearches} searches already. Delete one that you no longer need.`,
      });
    }
    return transaction.savedSearch.upsert({
      where: { userId_name },
      create: { userId, name, query },
      update: { query },
      select: shown,
    });
  });
}

/** Gives a search of one's own another name; throws not-found, or conflict at "name". */
export async function renameSearch(
  principal: Principal | null,
  { id, name }: z.output<typeof renameSearchSchema>,
): Promise<SavedSearch> {
  const userId = ownerId(principal);
  return inTransaction(async (transaction) => {
    const other = await transaction.savedSearch.findFirst({
      where: { userId, name, id: { not: id } },
      select: { id: true },
    });
    if (other) throw nameTaken(name);
    const { count } = await transaction.savedSearch.updateMany({ where: { id, userId }, data: { name } });
    if (count === 0) {
      throw new AppError("not-found", { message: "You deleted this search in the meantime." });
    }
    return transaction.savedSearch.findUniqueOrThrow({ where: { id }, select: shown });
  });
}

/** Forgets a search of one's own; it does not matter whether it was still there. */
export async function deleteSearch(principal: Principal | null, id: string): Promise<void> {
  const userId = ownerId(principal);
  await inTransaction((transaction) => transaction.savedSearch.deleteMany({ where: { id, userId } }));
}
