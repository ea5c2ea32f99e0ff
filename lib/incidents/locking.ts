import "server-only";
import { hasRole, type Principal } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { IncidentStatus } from "@/lib/taxonomy/terms";
import { readIncidentAddress } from "./address";
import type { IncidentRecord } from "./schema";

export type LockedIncident = {
  id: string;
  status: IncidentStatus;
  createdById: string | null;
  publishedAt: Date | null;
};

/** Locks an incident until the transaction ends, so that writes to it come one after the other. */
export async function lockIncident(transaction: Transaction, publicId: string): Promise<LockedIncident> {
  const address = readIncidentAddress(publicId);
  const [row] =
    address?.version === null
      ? await transaction.$queryRaw<LockedIncident[]>`
          SELECT id, status, created_by_id AS "createdById", published_at AS "publishedAt"
          FROM incident WHERE public_id = ${address.publicId} FOR UPDATE`
      : [];
  if (!row) {
    throw new AppError("not-found", { message: `There is no incident ${publicId}.` });
  }
  return row;
}

/** Contributors change their own drafts; editors change everything that is not retracted or merged. */
export function requireEditable(principal: Principal, incident: LockedIncident): void {
  if (incident.status === "retracted") {
    throw new AppError("conflict", {
      message: "The incident is retracted. Restore it before you change it.",
    });
  }
  if (incident.status === "merged") {
    throw new AppError("conflict", {
      message: "The incident was merged into another one. Change that one, or undo the merge.",
    });
  }
  const isOwnDraft = incident.status === "draft" && incident.createdById === principal.id;
  if (!hasRole(principal, "editor") && !isOwnDraft) {
    throw new AppError("forbidden", {
      message: "Contributors change their own drafts only. Ask an editor to change this incident.",
    });
  }
}

/** Throws version-conflict with both states when somebody else saved since the given version. */
export function requireVersion(current: IncidentRecord, version: number, submitted: unknown): void {
  if (current.incident.version !== version) {
    throw new AppError("version-conflict", {
      message: `You changed version ${version}, but version ${current.incident.version} is stored now. Compare both and save again.`,
      extra: { current, submitted },
    });
  }
}
