import "server-only";
import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

const lockKey = 7_021_063_310;

/**
 * Lets changes of names and of parents come one after the other until the transaction ends: of two that meet,
 * neither sees the name or the parent that the other one is about to store.
 */
export async function lockNames(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${lockKey}::bigint)`;
}

/** Throws version-conflict with both states when the entry was saved since the given updatedAt (ISO instant). */
export function requireStamp(
  current: { name: string; updatedAt: string },
  stamp: string,
  submitted: unknown,
): void {
  if (current.updatedAt !== stamp) {
    throw new AppError("version-conflict", {
      message: `Somebody else saved ${current.name} in the meantime. Compare both and save again.`,
      extra: { current, submitted },
    });
  }
}

/** The updatedAt of a change: never that of the state before it, also within one millisecond. */
export const nextStamp = (before: { updatedAt: string }): Date =>
  new Date(Math.max(Date.now(), Date.parse(before.updatedAt) + 1));
