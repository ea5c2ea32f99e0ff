import "server-only";
import { hasRole, type Principal, requireRole } from "@/lib/auth/principal";
import { completeQuotes } from "@/lib/claims/commands";
import type { Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import type { LinkInput } from "@/lib/links/schema";
import type { RevisionAction } from "@/lib/taxonomy/terms";
import { type LockedIncident, lockIncident, requireEditable } from "./locking";
import { currentRecord, writeRevision } from "./revisions";
import type { IncidentRecord } from "./schema";

/** Locks both ends in one order, so that two editors who link the same pair cannot block each other. */
async function lockBoth(
  transaction: Transaction,
  from: string,
  to: string,
): Promise<[LockedIncident, LockedIncident]> {
  if (from < to) {
    const first = await lockIncident(transaction, from);
    return [first, await lockIncident(transaction, to)];
  }
  const second = await lockIncident(transaction, to);
  return [await lockIncident(transaction, from), second];
}

/** Each end gets a new version: its page shows the link. */
async function revise(
  transaction: Transaction,
  principal: Principal,
  ends: readonly LockedIncident[],
  action: RevisionAction,
  write: () => Promise<void>,
): Promise<IncidentRecord[]> {
  const before = [];
  for (const end of ends) {
    before.push(await currentRecord(transaction, end.id));
  }
  await write();
  const after: IncidentRecord[] = [];
  for (const [index, end] of ends.entries()) {
    const state = before[index];
    if (state) {
      await transaction.incident.update({
        where: { id: end.id },
        data: { version: state.incident.version + 1 },
        select: { id: true },
      });
      after.push(
        await writeRevision(transaction, {
          incidentId: end.id,
          before: state,
          action,
          principal,
          reason: null,
        }),
      );
    }
  }
  return after;
}

/**
 * Links two incidents, from the later or the effect to the earlier or the cause.
 * Contributors link from their own drafts, which leaves the version of the other incident alone.
 * @returns the link's id and the record of the from incident.
 */
export async function createLink(
  principal: Principal | null,
  input: LinkInput,
): Promise<{ id: string; from: IncidentRecord }> {
  requireRole(principal, "contributor");
  return inTransaction((transaction) => createLinkIn(transaction, principal, input));
}

/** createLink as a part of a larger transaction. */
async function createLinkIn(
  transaction: Transaction,
  principal: Principal,
  input: LinkInput,
): Promise<{ id: string; from: IncidentRecord }> {
  const [from, to] = await lockBoth(transaction, input.from, input.to);
  requireEditable(principal, from);
  if (to.status === "retracted" || to.status === "merged") {
    throw new AppError("conflict", { message: `The incident ${input.to} is ${to.status}.` });
  }
  const existing = await transaction.incidentLink.findUnique({
    where: { fromId_toId_type: { fromId: from.id, toId: to.id, type: input.type } },
    select: { id: true },
  });
  if (existing) {
    throw new AppError("conflict", { message: "These two incidents are linked this way already." });
  }
  const { articleId, quote } = input;
  const [complete] =
    articleId && quote ? await completeQuotes(transaction, [{ articleId, quote, path: "" }]) : [];
  let id = "";
  const ends = hasRole(principal, "editor") ? [from, to] : [from];
  const [fromRecord] = await revise(transaction, principal, ends, "link", async () => {
    const row = await transaction.incidentLink.create({
      data: {
        fromId: from.id,
        toId: to.id,
        type: input.type,
        confidence: input.confidence,
        note: input.note,
        articleId,
        ...complete,
        createdById: principal.id,
      },
      select: { id: true },
    });
    id = row.id;
  });
  if (!fromRecord) {
    throw new Error("revise returns a record for each end");
  }
  return { id, from: fromRecord };
}

/** Removes a link; the versions of both incidents before it still show it. Editors and above. */
export async function deleteLink(principal: Principal | null, id: string): Promise<void> {
  requireRole(principal, "editor");
  await inTransaction(async (transaction) => {
    const missing = new AppError("not-found", { message: "There is no such link." });
    const link = await transaction.incidentLink.findUnique({
      where: { id },
      select: { from: { select: { publicId: true } }, to: { select: { publicId: true } } },
    });
    if (!link) {
      throw missing;
    }
    const ends = await lockBoth(transaction, link.from.publicId, link.to.publicId);
    await revise(transaction, principal, ends, "unlink", async () => {
      // Somebody may have removed it while this waited for the locks.
      const { count } = await transaction.incidentLink.deleteMany({ where: { id } });
      if (count === 0) {
        throw missing;
      }
    });
  });
}
