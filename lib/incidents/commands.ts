import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { replaceClaims } from "@/lib/claims/commands";
import type { Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { applyChanges } from "./apply-changes";
import { incidentColumns, replaceRelations } from "./columns";
import { lockIncident, requireEditable, requireVersion } from "./locking";
import { requireTransition } from "./model";
import { newPublicId } from "./public-id";
import { requireDirectChange, requireRestorable, requireSecondPerson } from "./review-rules";
import { currentRecord, writeRevision } from "./revisions";
import { type IncidentInput, type IncidentPatch, type IncidentRecord, incidentRecordSchema } from "./schema";
import { requireSources, unsourcedValues } from "./sourcing";
import { inputOfRecord } from "./state-input";
import { tellOf } from "./told";

/** Creates an incident as a draft, with its claims and its first revision. Contributors and above. */
export async function createIncident(
  principal: Principal | null,
  input: IncidentInput,
): Promise<IncidentRecord> {
  requireRole(principal, "contributor");
  return inTransaction((transaction) => createIncidentIn(transaction, principal, input));
}

/** createIncident as a part of a larger transaction; id is a UUID of the caller's, where it has one. */
export async function createIncidentIn(
  transaction: Transaction,
  principal: Principal,
  input: IncidentInput,
  id?: string,
): Promise<IncidentRecord> {
  const incidentId = await insertIncident(transaction, principal, input, { id });
  return writeRevision(transaction, { incidentId, before: null, action: "create", principal, reason: null });
}

/** Writes a new incident without its revision, which the same transaction must write before it ends. */
export async function insertIncident(
  transaction: Transaction,
  principal: Principal,
  input: IncidentInput,
  given: { id?: string; status?: "published"; publishedAt?: Date } = {},
): Promise<string> {
  const columns = await incidentColumns(transaction, input);
  const { id } = await transaction.incident.create({
    data: { ...columns, ...given, publicId: newPublicId(), createdById: principal.id },
    select: { id: true },
  });
  await replaceRelations(transaction, id, input);
  await replaceClaims(transaction, id, [], input.claims, principal.id);
  return id;
}

/**
 * Changes an incident. version is the one that the change was made against: when somebody else saved
 * in the meantime, version-conflict carries the stored state, and nothing is written.
 * Contributors change their own drafts, editors everything; a published incident stays published. Where a
 * change of a published incident has to be reviewed, this throws forbidden: proposeChange is the way.
 */
export async function updateIncident(
  principal: Principal | null,
  publicId: string,
  version: number,
  patch: IncidentPatch,
): Promise<IncidentRecord> {
  requireRole(principal, "contributor");
  return inTransaction((transaction) => updateIncidentIn(transaction, principal, publicId, version, patch));
}

/** updateIncident as a part of a larger transaction. */
export async function updateIncidentIn(
  transaction: Transaction,
  principal: Principal,
  publicId: string,
  version: number,
  { reason, ...changes }: IncidentPatch,
): Promise<IncidentRecord> {
  const locked = await lockIncident(transaction, publicId);
  await requireDirectChange(transaction, principal, locked);
  requireEditable(principal, locked);
  const before = await currentRecord(transaction, locked.id);
  requireVersion(before, version, changes);
  const after = await applyChanges(transaction, principal, before, locked.id, changes, { why: reason });
  await tellOf(transaction, "update", principal, locked);
  return writeRevision(transaction, {
    incidentId: locked.id,
    before,
    after,
    action: "update",
    principal,
    reason: reason ?? null,
  });
}

const isUnsourced = (record: IncidentRecord): boolean => unsourcedValues(inputOfRecord(record)).length > 0;

type Step = {
  action: "submit" | "publish" | "return" | "retract";
  role: "contributor" | "editor";
  data: (
    publishedAt: Date | null,
    reason: string | null,
  ) => {
    status: "draft" | "in_review" | "published" | "retracted";
    publishedAt?: Date;
    retractReason?: string | null;
  };
};

async function takeStep(
  principal: Principal | null,
  publicId: string,
  step: Step,
  options: { version?: number; reason?: string },
): Promise<IncidentRecord> {
  requireRole(principal, step.role);
  return inTransaction(async (transaction) => {
    const locked = await lockIncident(transaction, publicId);
    requireEditable(principal, locked);
    requireTransition(locked.status, step.action);
    const before = await currentRecord(transaction, locked.id);
    if (options.version !== undefined) {
      requireVersion(before, options.version, {});
    }
    const unsourcedReason = before.unsourcedReason || options.reason || null;
    if (step.action === "publish") {
      await requireSecondPerson(transaction, principal, locked);
      requireSources(inputOfRecord(before), unsourcedReason, null);
    }
    await tellOf(transaction, step.action, principal, locked);
    await transaction.incident.update({
      where: { id: locked.id },
      data: {
        ...step.data(locked.publishedAt, options.reason ?? null),
        ...(step.action === "publish" && isUnsourced(before) ? { unsourcedReason } : {}),
        version: before.incident.version + 1,
      },
      select: { id: true },
    });
    return writeRevision(transaction, {
      incidentId: locked.id,
      before,
      action: step.action,
      principal,
      reason: options.reason ?? null,
    });
  });
}

/** Hands a draft to the reviewers. Contributors their own, editors any. */
export const submitIncident = (
  principal: Principal | null,
  publicId: string,
  options: { version?: number; reason?: string } = {},
): Promise<IncidentRecord> =>
  takeStep(
    principal,
    publicId,
    { action: "submit", role: "contributor", data: () => ({ status: "in_review" }) },
    options,
  );

/**
 * Makes an incident public; publishedAt keeps the first time. Throws invalid-input naming the values that no
 * accepted claim backs, unless the incident or `reason` says why. Editors and above.
 */
export const publishIncident = (
  principal: Principal | null,
  publicId: string,
  options: { version?: number; reason?: string } = {},
): Promise<IncidentRecord> =>
  takeStep(
    principal,
    publicId,
    {
      action: "publish",
      role: "editor",
      data: (publishedAt) => ({
        status: "published",
        publishedAt: publishedAt ?? new Date(),
        retractReason: null,
      }),
    },
    options,
  );

/** Sends an incident in review back to its author as a draft, saying why. Editors and above. */
export const returnIncident = (
  principal: Principal | null,
  publicId: string,
  options: { version?: number; reason: string },
): Promise<IncidentRecord> =>
  takeStep(
    principal,
    publicId,
    { action: "return", role: "editor", data: () => ({ status: "draft" }) },
    options,
  );

/** Takes an incident back; its address then tells the reason. Nothing is deleted. Editors and above. */
export const retractIncident = (
  principal: Principal | null,
  publicId: string,
  options: { version?: number; reason: string },
): Promise<IncidentRecord> =>
  takeStep(
    principal,
    publicId,
    {
      action: "retract",
      role: "editor",
      data: (_publishedAt, reason) => ({ status: "retracted", retractReason: reason }),
    },
    options,
  );

/**
 * Brings the fields and claims of an earlier version back as a new version; a retracted incident
 * becomes public again, or a draft when it never was public. Links stay as they are. `seen` is the version that
 * this was decided about: version-conflict when another one is stored. Editors and above.
 */
export async function restoreIncident(
  principal: Principal | null,
  publicId: string,
  options: { version: number; reason: string; seen?: number },
): Promise<IncidentRecord> {
  requireRole(principal, "editor");
  return inTransaction(async (transaction) => {
    const locked = await lockIncident(transaction, publicId);
    requireTransition(locked.status, "restore");
    const revision = await transaction.revision.findUnique({
      where: { incidentId_version: { incidentId: locked.id, version: options.version } },
      select: { state: true, status: true },
    });
    if (!revision) {
      throw new AppError("not-found", { message: `The incident has no version ${options.version}.` });
    }
    await requireRestorable(transaction, principal, locked, revision.status);
    const before = await currentRecord(transaction, locked.id);
    if (options.seen !== undefined) requireVersion(before, options.seen, { restored: options.version });
    const statusColumns =
      locked.status === "retracted"
        ? { status: locked.publishedAt ? "published" : "draft", retractReason: null }
        : {};
    const restored = inputOfRecord(incidentRecordSchema.parse(revision.state));
    const after = await applyChanges(transaction, principal, before, locked.id, restored, {
      ...statusColumns,
      why: options.reason,
    });
    await tellOf(transaction, "restore", principal, locked);
    return writeRevision(transaction, {
      incidentId: locked.id,
      before,
      after,
      action: "restore",
      principal,
      reason: options.reason,
    });
  });
}
