import "server-only";
import type { z } from "zod";
import type { Principal } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { editorIds, notify } from "@/lib/notifications/notify";
import { applyChanges } from "./apply-changes";
import { type LockedIncident, lockIncident, requireVersion } from "./locking";
import { previewRecord } from "./preview";
import { type PersonAtDesk, requirePerson, stateAt, storedChange } from "./proposed-change-commands";
import { mergedInput } from "./proposed-change-merge";
import { getOpenChange, getProposedChange, patchOf } from "./proposed-change-queries";
import type { approvalSchema, ProposedChange } from "./proposed-change-schema";
import { refusalToApprove } from "./review-rules";
import { currentRecord, writeRevision } from "./revisions";
import type { IncidentRecord } from "./schema";
import { tellOf } from "./told";

type Decision = { id: string; seenAt?: string };

/** An open change and its incident, locked; throws conflict when it was decided or changed since it was seen. */
async function lockOpenChange(
  transaction: Transaction,
  { id, seenAt }: Decision,
): Promise<{ change: ProposedChange; locked: LockedIncident }> {
  const { publicId } = await storedChange(transaction, id);
  const locked = await lockIncident(transaction, publicId);
  const change = await storedChange(transaction, id);
  if (change.status !== "open") {
    const by = change.decidedBy ? ` by ${change.decidedBy}` : "";
    throw new AppError("conflict", { message: `This change was ${change.status} already${by}.` });
  }
  if (seenAt !== undefined && change.updatedAt !== seenAt) {
    throw new AppError("conflict", {
      message:
        "The proposal was changed since you looked at it. Load the page again to see what it says now.",
    });
  }
  return { change, locked };
}

async function decide(
  transaction: Transaction,
  principal: PersonAtDesk,
  id: string,
  status: "approved" | "returned" | "withdrawn",
  decision: string | null,
): Promise<ProposedChange> {
  await transaction.proposedChange.update({
    where: { id },
    data: { status, decision, decidedById: principal.id, decidedAt: new Date() },
    select: { id: true },
  });
  return storedChange(transaction, id);
}

/**
 * Makes a proposed change public as the next version of its incident, merged where the incident moved on;
 * the revision names who proposed and who approved it. Throws version-conflict when the incident is another
 * one than the approver compared with, or when a choice is missing. Editors and above.
 */
export async function approveChange(
  principal: Principal | null,
  { id, seenAt, version, sides, note }: z.output<typeof approvalSchema>,
): Promise<IncidentRecord> {
  requirePerson(principal, "editor");
  return inTransaction(async (transaction) => {
    const { change, locked } = await lockOpenChange(transaction, { id, seenAt });
    if (locked.status !== "published") {
      throw new AppError("conflict", { message: "The incident is not public any more." });
    }
    const refusal = await refusalToApprove(transaction, principal, { createdById: change.proposedById });
    if (refusal !== null) {
      throw new AppError("forbidden", { message: refusal });
    }
    const current = await currentRecord(transaction, locked.id);
    requireVersion(current, version, change.patch);
    const patch = await patchFor(transaction, locked.id, change, current, sides);
    await applyChanges(transaction, { id: change.proposedById }, current, locked.id, patch, {
      why: note || change.reason,
    });
    await decide(transaction, principal, id, "approved", note || null);
    const occasion = { kind: "published", incidentId: locked.id, actor: principal } as const;
    await notify(transaction, occasion, [change.proposedById]);
    if (locked.createdById !== change.proposedById) {
      await tellOf(transaction, "update", principal, locked);
    }
    return writeRevision(transaction, {
      incidentId: locked.id,
      before: current,
      action: "update",
      principal: authorship(change, principal),
      reason: change.reason,
    });
  });
}

/** The revision is its proposer's, and says who approved it. */
const authorship = (change: ProposedChange, approver: PersonAtDesk) => ({
  id: change.proposedById,
  name:
    change.proposedById === approver.id
      ? approver.name
      : `${change.proposedBy}, approved by ${approver.name}`,
});

async function patchFor(
  transaction: Transaction,
  incidentId: string,
  change: ProposedChange,
  current: IncidentRecord,
  sides: z.output<typeof approvalSchema>["sides"],
) {
  const patch = patchOf(change.patch);
  if (current.incident.version === change.baseVersion) return patch;
  const base = await stateAt(transaction, incidentId, change.baseVersion);
  const proposed = await previewRecord(transaction, base, patch);
  return mergedInput({ base, proposed, current }, sides);
}

/** Gives a proposed change back to its author, saying why. Editors and above. */
export async function returnChange(
  principal: Principal | null,
  { reason, ...decision }: Decision & { reason: string },
): Promise<ProposedChange> {
  requirePerson(principal, "editor");
  return inTransaction(async (transaction) => {
    const { change, locked } = await lockOpenChange(transaction, decision);
    const occasion = { kind: "returned", incidentId: locked.id, actor: principal } as const;
    await notify(transaction, occasion, [change.proposedById]);
    return decide(transaction, principal, change.id, "returned", reason);
  });
}

/** Takes one's own proposal back. */
export async function withdrawChange(
  principal: Principal | null,
  { id }: { id: string },
): Promise<ProposedChange> {
  requirePerson(principal, "contributor");
  return inTransaction(async (transaction) => {
    const { change } = await lockOpenChange(transaction, { id });
    if (change.proposedById !== principal.id) {
      throw new AppError("forbidden", { message: "Only who proposed a change withdraws it." });
    }
    return decide(transaction, principal, id, "withdrawn", null);
  });
}

/** Makes somebody else's open proposal one's own, to go on with it. Editors and above. */
export async function takeOverChange(
  principal: Principal | null,
  { id }: { id: string },
): Promise<ProposedChange> {
  requirePerson(principal, "editor");
  return inTransaction(async (transaction) => {
    const { change, locked } = await lockOpenChange(transaction, { id });
    const occasion = { kind: "changed", incidentId: locked.id, actor: principal } as const;
    await notify(transaction, occasion, [change.proposedById]);
    await transaction.proposedChange.update({
      where: { id },
      data: { createdById: principal.id },
      select: { id: true },
    });
    return storedChange(transaction, id);
  });
}

/** Opens one's own returned or withdrawn proposal again, as a new one; the decision stays on the old one. */
export async function reopenChange(
  principal: Principal | null,
  { id }: { id: string },
): Promise<ProposedChange> {
  requirePerson(principal, "contributor");
  return inTransaction(async (transaction) => {
    const old = await getProposedChange(id, transaction);
    if (!old || old.proposedById !== principal.id) {
      throw new AppError("not-found", { message: "You have no such proposed change." });
    }
    const locked = await lockIncident(transaction, old.publicId);
    if (old.status !== "returned" && old.status !== "withdrawn") {
      throw new AppError("conflict", { message: `This change is ${old.status}.` });
    }
    if (locked.status !== "published" || (await getOpenChange(old.publicId, transaction))) {
      throw new AppError("conflict", {
        message: "Another change of this incident waits for review, or it is not public any more.",
      });
    }
    const created = await transaction.proposedChange.create({
      data: {
        incidentId: locked.id,
        baseVersion: old.baseVersion,
        // As it was stored.
        patch: old.patch as Prisma.InputJsonObject,
        reason: old.reason,
        createdById: principal.id,
      },
      select: { id: true },
    });
    const occasion = { kind: "submitted", incidentId: locked.id, actor: principal } as const;
    await notify(transaction, occasion, await editorIds(transaction));
    return storedChange(transaction, created.id);
  });
}
