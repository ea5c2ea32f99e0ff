import "server-only";
import { database, type Reader } from "@/lib/db/client";
import type { DeskPerson } from "./mentions";
import type { CommentView } from "./schema";

/** Everybody who works at the desk, by name; whom a comment can mention. At most 1,000. */
export async function listDeskPeople(reader: Reader = database()): Promise<DeskPerson[]> {
  return reader.user.findMany({
    where: { role: { in: ["contributor", "editor", "admin"] }, banned: false },
    select: { id: true, name: true, role: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 1000,
  });
}

/** What is said about an incident, oldest first; removed comments keep their place. */
export async function listComments(publicId: string, reader: Reader = database()): Promise<CommentView[]> {
  const rows = await reader.comment.findMany({
    where: { incident: { publicId } },
    select: {
      id: true,
      field: true,
      body: true,
      createdById: true,
      createdBy: { select: { name: true } },
      createdAt: true,
      editedAt: true,
      resolvedAt: true,
      removedAt: true,
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 1000,
  });
  return rows.map((row) => ({
    id: row.id,
    // The column's check knows the same fields.
    field: row.field as CommentView["field"],
    body: row.removedAt ? "" : row.body,
    authorId: row.createdById,
    authorName: row.createdBy?.name ?? "Somebody who left",
    createdAt: row.createdAt.toISOString(),
    isEdited: row.editedAt !== null,
    isResolved: row.resolvedAt !== null,
    isRemoved: row.removedAt !== null,
  }));
}
