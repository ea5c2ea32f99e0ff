import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { notify } from "@/lib/notifications/notify";
import { mentionedIds, withKnownMentions } from "./mentions";
import { listComments, listDeskPeople } from "./queries";
import type { CommentInput, CommentView } from "./schema";

function authorId(principal: Principal | null): asserts principal is Principal & { id: string } {
  requireRole(principal, "contributor");
  if (principal.id === null) {
    throw new AppError("forbidden", { message: "Only people comment." });
  }
}

async function incidentOf(transaction: Transaction, publicId: string) {
  const found = await transaction.incident.findUnique({
    where: { publicId },
    select: { id: true, createdById: true },
  });
  if (!found) {
    throw new AppError("not-found", { message: `There is no incident ${publicId}.` });
  }
  return found;
}

/** A comment that is still there, locked, with its incident. */
async function lockOwnComment(transaction: Transaction, principal: Principal, id: string) {
  await transaction.$queryRaw`SELECT 1 FROM comment WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await transaction.comment.findUnique({
    where: { id },
    select: {
      body: true,
      createdById: true,
      removedAt: true,
      incidentId: true,
      incident: { select: { publicId: true } },
    },
  });
  if (!found || found.removedAt) {
    throw new AppError("not-found", { message: "This comment was removed." });
  }
  if (found.createdById !== principal.id) {
    throw new AppError("forbidden", { message: "Only who wrote a comment changes or removes it." });
  }
  return found;
}

/**
 * Says something about an incident or one of its fields; answers with all comments of the incident.
 * Whom it mentions is told, and who created the incident. Contributors and above.
 */
export async function addComment(
  principal: Principal | null,
  { publicId, field, body }: CommentInput,
): Promise<CommentView[]> {
  authorId(principal);
  return inTransaction(async (transaction) => {
    const incident = await incidentOf(transaction, publicId);
    const known = withKnownMentions(body, await listDeskPeople(transaction));
    const { id } = await transaction.comment.create({
      data: { incidentId: incident.id, field, body: known, createdById: principal.id },
      select: { id: true },
    });
    const mentioned = mentionedIds(known);
    const occasion = { incidentId: incident.id, actor: principal, commentId: id };
    await notify(transaction, { ...occasion, kind: "mention" }, mentioned);
    const talkers = await transaction.comment.findMany({
      where: { incidentId: incident.id, field, removedAt: null },
      select: { createdById: true },
      distinct: ["createdById"],
    });
    const concerned = [incident.createdById, ...talkers.map(({ createdById }) => createdById)];
    await notify(
      transaction,
      { ...occasion, kind: "comment" },
      concerned.filter((one) => one !== null && !mentioned.includes(one)),
    );
    return listComments(publicId, transaction);
  });
}

/** Changes one's own comment; who is mentioned anew is told. */
export async function editComment(
  principal: Principal | null,
  { id, body }: { id: string; body: string },
): Promise<CommentView[]> {
  authorId(principal);
  return inTransaction(async (transaction) => {
    const before = await lockOwnComment(transaction, principal, id);
    const known = withKnownMentions(body, await listDeskPeople(transaction));
    await transaction.comment.update({
      where: { id },
      data: { body: known, editedAt: new Date() },
      select: { id: true },
    });
    const told = mentionedIds(before.body);
    await notify(
      transaction,
      { kind: "mention", incidentId: before.incidentId, actor: principal, commentId: id },
      mentionedIds(known).filter((one) => !told.includes(one)),
    );
    return listComments(before.incident.publicId, transaction);
  });
}

/** Removes one's own comment: its words are gone, its place says so, and nobody is told of it any more. */
export async function removeComment(
  principal: Principal | null,
  { id }: { id: string },
): Promise<CommentView[]> {
  authorId(principal);
  return inTransaction(async (transaction) => {
    const { incident } = await lockOwnComment(transaction, principal, id);
    await transaction.comment.update({
      where: { id },
      data: { body: "", removedAt: new Date() },
      select: { id: true },
    });
    await transaction.notification.deleteMany({ where: { commentId: id } });
    return listComments(incident.publicId, transaction);
  });
}

/** Resolves the thread about a field as far as it was seen, or opens all of it again. Contributors and above. */
export async function setThreadResolved(
  principal: Principal | null,
  step: { publicId: string; field: CommentView["field"]; isResolved: boolean; lastId: string },
): Promise<CommentView[]> {
  authorId(principal);
  return inTransaction(async (transaction) => {
    const { id: incidentId } = await incidentOf(transaction, step.publicId);
    const last = await transaction.comment.findFirst({
      where: { id: step.lastId, incidentId, field: step.field },
      select: { createdAt: true },
    });
    if (!last) {
      throw new AppError("not-found", { message: "There is no such comment about this field." });
    }
    await transaction.comment.updateMany({
      where: {
        incidentId,
        field: step.field,
        ...(step.isResolved ? { createdAt: { lte: last.createdAt }, resolvedAt: null } : {}),
      },
      data: { resolvedAt: step.isResolved ? new Date() : null },
    });
    return listComments(step.publicId, transaction);
  });
}
