import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { countUnread } from "./queries";

/** Marks one line, or all for null, as read by its owner; answers with how many are left. */
export async function markRead(
  principal: Principal | null,
  { id }: { id: string | null },
): Promise<{ unread: number }> {
  requireRole(principal, "contributor");
  const userId = principal.id;
  if (userId === null) {
    throw new AppError("forbidden", { message: "Only people are told things." });
  }
  const where = { userId, readAt: null, ...(id === null ? {} : { id }) };
  await database().notification.updateMany({ where, data: { readAt: new Date() } });
  return { unread: await countUnread(userId) };
}
