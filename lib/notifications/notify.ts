import "server-only";
import type { Principal } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import type { NotificationKind } from "./schema";

type Occasion = {
  kind: NotificationKind;
  incidentId: string;
  actor: Pick<Principal, "id" | "name">;
  commentId?: string;
};

/**
 * Tells people about what was done to an incident, as a part of the transaction that does it; who did it
 * is not told. While somebody has not read that the same person did the same to it, that line moves up instead
 * of a second one. Comments have a line each.
 */
export async function notify(
  transaction: Transaction,
  occasion: Occasion,
  userIds: readonly (string | null)[],
): Promise<void> {
  const { kind, incidentId, actor, commentId = null } = occasion;
  const told = [...new Set(userIds)].filter((id): id is string => id !== null && id !== actor.id);
  if (told.length === 0) return;
  const line = { kind, incidentId, actorName: actor.name, commentId };
  const renewed = await transaction.notification.updateManyAndReturn({
    where: { userId: { in: told }, readAt: null, ...line },
    data: { createdAt: new Date() },
    select: { userId: true },
  });
  const others = told.filter((id) => !renewed.some(({ userId }) => userId === id));
  if (others.length > 0) {
    await transaction.notification.createMany({ data: others.map((userId) => ({ userId, ...line })) });
  }
}

/** Everybody who may publish. */
export async function editorIds(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.user.findMany({
    where: { role: { in: ["editor", "admin"] }, banned: false },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
