import "server-only";
import { randomUUID } from "node:crypto";
import { hasRole, type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { editorIds, notify } from "@/lib/notifications/notify";
import { storedId } from "./address";
import { updateIncidentIn } from "./commands";
import { type LockedIncident, lockIncident, requireVersion } from "./locking";
import { changedFields } from "./model";
import { previewRecord } from "./preview";
import { getOpenChange, getProposedChange, patchOf } from "./proposed-change-queries";
import type { ProposalInput, ProposedChange } from "./proposed-change-schema";
import { mustPropose } from "./review-rules";
import { currentRecord } from "./revisions";
import { type IncidentPatch, type IncidentRecord, incidentRecordSchema } from "./schema";
import { inputOfRecord } from "./state-input";

export type PersonAtDesk = Principal & { id: string };

/** Throws unless a person with an account of at least the role acts. */
export function requirePerson(
  principal: Principal | null,
  role: "contributor" | "editor",
): asserts principal is PersonAtDesk {
  requireRole(principal, role);
  if (principal.id === null) {
    throw new AppError("forbidden", { message: "Changes are proposed and decided by people." });
  }
}

type ChangeOutcome = { kind: "saved"; record: IncidentRecord } | { kind: "proposed"; change: ProposedChange };

/** Changes an incident, or proposes the change where it has to be reviewed; as updateIncident otherwise. */
export async function changeOrPropose(
  principal: Principal | null,
  publicId: string,
  version: number,
  patch: IncidentPatch,
): Promise<ChangeOutcome> {
  requireRole(principal, "contributor");
  return inTransaction(async (transaction): Promise<ChangeOutcome> => {
    const { status } = await lockIncident(transaction, publicId);
    if (await mustPropose(transaction, principal, status)) {
      return {
        kind: "proposed",
        change: await proposeIn(transaction, principal, { publicId, version, patch }),
      };
    }
    return {
      kind: "saved",
      record: await updateIncidentIn(transaction, principal, publicId, version, patch),
    };
  });
}

/**
 * Proposes a change of a published incident, or goes on with one's own open one; the published version stays.
 * Throws conflict when somebody else's change waits, version-conflict when the incident is another one than
 * the change was made against. Contributors and above.
 */
export async function proposeChange(
  principal: Principal | null,
  input: ProposalInput,
): Promise<ProposedChange> {
  requirePerson(principal, "contributor");
  return inTransaction((transaction) => proposeIn(transaction, principal, input));
}

/** Proposes to bring an earlier version back. Editors and above. */
export async function proposeRestore(
  principal: Principal | null,
  { publicId, restored, reason }: { publicId: string; restored: number; reason: string },
): Promise<ProposedChange> {
  requirePerson(principal, "editor");
  return inTransaction(async (transaction) => {
    const { id } = await lockIncident(transaction, publicId);
    const patch = { ...inputOfRecord(await stateAt(transaction, id, restored)), reason };
    const { version } = (await currentRecord(transaction, id)).incident;
    return proposeIn(transaction, principal, { publicId, version, patch, seenAt: null });
  });
}

async function proposeIn(
  transaction: Transaction,
  principal: Principal,
  given: ProposalInput,
): Promise<ProposedChange> {
  requirePerson(principal, "contributor");
  const input = { ...given, publicId: storedId(given.publicId) };
  const locked = await lockIncident(transaction, input.publicId);
  if (locked.status !== "published") {
    throw new AppError("conflict", { message: "Only changes of published incidents are proposed." });
  }
  const open = await getOpenChange(input.publicId, transaction);
  requireOwnTurn(principal, open, input.seenAt);
  const base = await baseOf(transaction, locked, open, input);
  const { reason, ...changes } = input.patch;
  const wanted = { ...(open && patchOf(open.patch)), ...changes };
  const patch = await essentialPatch(transaction, base, wanted);
  const data = {
    baseVersion: base.incident.version,
    // Parsed by its schema, so it is JSON.
    patch: patch as Prisma.InputJsonObject,
    reason: reason || open?.reason || null,
  };
  const { id } = open
    ? await transaction.proposedChange.update({ where: { id: open.id }, data, select: { id: true } })
    : await transaction.proposedChange.create({
        data: { ...data, incidentId: locked.id, createdById: principal.id },
        select: { id: true },
      });
  if (!open) {
    const occasion = { kind: "submitted", incidentId: locked.id, actor: principal } as const;
    await notify(transaction, occasion, await editorIds(transaction));
  }
  return storedChange(transaction, id);
}

function requireOwnTurn(
  principal: PersonAtDesk,
  open: ProposedChange | null,
  seenAt: string | null | undefined,
): void {
  if (open && open.proposedById !== principal.id) {
    const others = hasRole(principal, "editor") ? "Review it or take it over." : "Wait until it is reviewed.";
    throw new AppError("conflict", {
      message: `${open.proposedBy} has proposed a change of this incident already. ${others}`,
    });
  }
  if (seenAt !== undefined && seenAt !== (open?.updatedAt ?? null)) {
    throw new AppError("conflict", {
      message: "Your proposal was changed or decided in the meantime. Load the page again to see it.",
    });
  }
}

/** What the change is against: the stored version, or the one that the open change began with. */
async function baseOf(
  transaction: Transaction,
  { id }: LockedIncident,
  open: ProposedChange | null,
  { version, patch }: ProposalInput,
): Promise<IncidentRecord> {
  const current = await currentRecord(transaction, id);
  if (version !== current.incident.version && version === open?.baseVersion) {
    return stateAt(transaction, id, version);
  }
  requireVersion(current, version, patch);
  return current;
}

/** An incident as it was at a version; throws not-found. */
export async function stateAt(
  transaction: Transaction,
  incidentId: string,
  version: number,
): Promise<IncidentRecord> {
  const revision = await transaction.revision.findUnique({
    where: { incidentId_version: { incidentId, version } },
    select: { state: true },
  });
  if (!revision) {
    throw new AppError("not-found", { message: `The incident has no version ${version}.` });
  }
  return incidentRecordSchema.parse(revision.state);
}

/** What of a patch changes something; new claims get the ids under which the desk tells them apart. */
async function essentialPatch(
  transaction: Transaction,
  base: IncidentRecord,
  wanted: Omit<IncidentPatch, "reason">,
): Promise<Omit<IncidentPatch, "reason">> {
  const claims = wanted.claims?.map((claim) => ({ ...claim, id: claim.id ?? randomUUID() }));
  const whole = { ...wanted, ...(claims ? { claims } : {}) };
  const fields = changedFields(base, await previewRecord(transaction, base, whole));
  if (fields.length === 0) {
    throw new AppError("invalid-input", { message: "This says what the published version says already." });
  }
  // What readers do not see of a record, such as why a value stands without a claim, is kept as given.
  const isHidden = (field: string) => field !== "claims" && !(field in base.incident);
  return Object.fromEntries(
    Object.entries(whole).filter(([field]) => fields.includes(field) || isHidden(field)),
  );
}

/** A change that was written in this transaction. */
export async function storedChange(transaction: Transaction, id: string): Promise<ProposedChange> {
  const change = await getProposedChange(id, transaction);
  if (!change) {
    throw new AppError("not-found", { message: "There is no such proposed change." });
  }
  return change;
}
