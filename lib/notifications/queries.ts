import "server-only";
import { database, type Reader } from "@/lib/db/client";
import type { NotificationKind, NotificationView } from "./schema";

const mostCounted = 100;
const mostListed = 200;

/** How many lines a person has not read; counts up to 100. */
export async function countUnread(userId: string, reader: Reader = database()): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM notification WHERE user_id = ${userId} AND read_at IS NULL LIMIT ${mostCounted}) unread`;
  return row?.count ?? 0;
}

/** What a person was told, latest first, at most 200. */
export async function listNotifications(
  userId: string,
  reader: Reader = database(),
): Promise<NotificationView[]> {
  const rows = await reader.notification.findMany({
    where: { userId },
    select: {
      id: true,
      kind: true,
      actorName: true,
      commentId: true,
      createdAt: true,
      readAt: true,
      incident: { select: { publicId: true, title: true } },
      comment: { select: { field: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostListed,
  });
  return rows.map(({ incident, comment, readAt, createdAt, kind, ...row }) => ({
    ...row,
    ...incident,
    // The column's check knows the same kinds.
    kind: kind as NotificationKind,
    field: comment?.field ?? null,
    createdAt: createdAt.toISOString(),
    isRead: readAt !== null,
  }));
}
