import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { PublicUpdate } from "./news";

/** Channel on which the database tells every instance about a change of what is public; the payload is JSON. */
export const updateChannel = "sightline_updates";

/** Tells every instance, as soon as the transaction commits and not at all if it does not. */
export async function announceUpdates(
  transaction: Transaction,
  updates: readonly PublicUpdate[],
): Promise<void> {
  if (updates.length === 0) return;
  const payloads = updates.map((update) => JSON.stringify(update));
  await transaction.$executeRaw`
    SELECT pg_notify(${updateChannel}, payload) FROM unnest(${payloads}::text[]) AS payload`;
}
