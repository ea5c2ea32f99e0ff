import "server-only";
import type { Principal } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { RevisionAction } from "@/lib/taxonomy/terms";
import { type LockedIncident, lockIncident } from "./locking";
import { currentRecord, writeRevision } from "./revisions";
import type { IncidentRecord } from "./schema";

/** A locked incident as it stood before the write. */
export type Held = LockedIncident & { publicId: string; before: IncidentRecord };

/** Locks incidents in the order of their public ids, as links are locked, and reads each. */
async function holdAll(transaction: Transaction, publicIds: readonly string[]): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  for (const publicId of [...new Set(publicIds)].toSorted()) {
    const locked = await lockIncident(transaction, publicId);
    held.set(locked.id, { ...locked, publicId, before: await currentRecord(transaction, locked.id) });
  }
  return held;
}

/**
 * Locks two incidents and the neighbours whose links will change. Which these are is asked before and after
 * the locks are there: throws conflict when somebody linked one of them in between.
 */
export async function holdWithNeighbours(
  transaction: Transaction,
  pair: { winner: string; loser: string },
  neighboursOf: () => Promise<string[]>,
): Promise<{ winner: Held; loser: Held; neighbours: Held[] }> {
  const seen = await transaction.incident.findMany({
    where: { id: { in: await neighboursOf() } },
    select: { publicId: true },
  });
  const held = await holdAll(transaction, [pair.winner, pair.loser, ...seen.map((one) => one.publicId)]);
  const ends = [...held.values()];
  const winner = ends.find(({ publicId }) => publicId === pair.winner);
  const loser = ends.find(({ publicId }) => publicId === pair.loser);
  const neighbours = (await neighboursOf())
    .filter((id) => id !== winner?.id && id !== loser?.id)
    .map((id) => held.get(id));
  const isComplete = neighbours.every((one) => one !== undefined);
  if (!winner || !loser || !isComplete) {
    throw new AppError("conflict", {
      message: "Somebody linked one of these incidents at this moment. Try again.",
    });
  }
  return { winner, loser, neighbours };
}

/** Gives a held incident its next version, with other columns where given, and writes the revision. */
export async function writeNext(
  transaction: Transaction,
  held: Held,
  change: { action: RevisionAction; principal: Principal; reason: string; data?: object },
): Promise<IncidentRecord> {
  await transaction.incident.update({
    where: { id: held.id },
    data: { ...change.data, version: held.before.incident.version + 1 },
    select: { id: true },
  });
  const { action, principal, reason } = change;
  return writeRevision(transaction, { incidentId: held.id, before: held.before, action, principal, reason });
}
