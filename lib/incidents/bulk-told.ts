import "server-only";
import type { Principal } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import type { BulkChange } from "./bulk-schema";
import type { PlannedWrite } from "./bulk-write";

/**
 * Tells the authors what came of their incidents. Many that are submitted at once stand in the queue
 * and are not told to each editor one by one.
 */
export async function tellAuthors(
  transaction: Transaction,
  principal: Principal,
  { kind }: BulkChange,
  writes: readonly PlannedWrite[],
): Promise<void> {
  if (kind === "submit" || principal.via === "system") return;
  const told = kind === "publish" ? "published" : kind === "return" ? "returned" : "changed";
  const lines = writes.flatMap(({ subject: { id, createdById } }) =>
    createdById === null || createdById === principal.id
      ? []
      : [{ userId: createdById, incidentId: id, kind: told, actorName: principal.name }],
  );
  if (lines.length === 0) return;
  const unread = await transaction.notification.findMany({
    where: {
      kind: told,
      actorName: principal.name,
      readAt: null,
      incidentId: { in: lines.map(({ incidentId }) => incidentId) },
    },
    select: { userId: true, incidentId: true },
  });
  const known = new Set(unread.map(({ userId, incidentId }) => `${userId} ${incidentId}`));
  await transaction.notification.createMany({
    data: lines.filter(({ userId, incidentId }) => !known.has(`${userId} ${incidentId}`)),
  });
}
