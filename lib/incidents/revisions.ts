import "server-only";
import type { Principal } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { RevisionAction } from "@/lib/taxonomy/terms";
import { announceUpdates } from "@/lib/updates/channel";
import { publicUpdates } from "@/lib/updates/model";
import { changedFields, dateColumns } from "./model";
import { readRecord, readRecords } from "./record";
import type { IncidentRecord } from "./schema";

/** The record as a revision keeps it; throws when the incident is gone, which its foreign keys exclude. */
export async function currentRecord(transaction: Transaction, id: string): Promise<IncidentRecord> {
  const record = await readRecord(transaction, { id }, { includeUnpublishedLinks: true });
  if (!record) {
    throw new Error(`incident ${id} disappeared inside its transaction`);
  }
  return record;
}

/**
 * Writes the revision of the version that the incident now has and tells the listeners what it means to the public.
 * Called once at the end of every write.
 */
export async function writeRevision(
  transaction: Transaction,
  change: {
    incidentId: string;
    before: IncidentRecord | null;
    /** Where the caller knows it; else it is read. */
    after?: IncidentRecord;
    action: RevisionAction;
    principal: Pick<Principal, "id" | "name">;
    reason: string | null;
  },
): Promise<IncidentRecord> {
  const after = change.after ?? (await currentRecord(transaction, change.incidentId));
  await transaction.revision.create({
    data: {
      incidentId: change.incidentId,
      version: after.incident.version,
      action: change.action,
      status: after.incident.status,
      // Parsed by its schema from JSON columns, so it is JSON.
      state: after as Prisma.InputJsonValue,
      changes: changedFields(change.before, after),
      datePrecision: dateColumns(after.incident.occurred, after.incident.timeZone).datePrecision,
      reason: change.reason,
      userId: change.principal.id,
      userName: change.principal.name,
    },
    select: { id: true },
  });
  await announceUpdates(transaction, publicUpdates([[change.before, after]]));
  return after;
}

/** Whole records of many incidents, before or after a write of all of them. */
export const currentRecords = (
  transaction: Transaction,
  ids: readonly string[],
): Promise<Map<string, IncidentRecord>> => readRecords(transaction, ids, { includeUnpublishedLinks: true });

/** writeRevision for many incidents that one command changed together. */
export async function writeRevisions(
  transaction: Transaction,
  change: {
    before: ReadonlyMap<string, IncidentRecord>;
    action: RevisionAction;
    principal: Principal;
    reason: string | null;
  },
): Promise<Map<string, IncidentRecord>> {
  const { action, principal, reason } = change;
  const after = await currentRecords(transaction, [...change.before.keys()]);
  await transaction.revision.createMany({
    data: [...after].map(([incidentId, record]) => ({
      incidentId,
      version: record.incident.version,
      action,
      status: record.incident.status,
      // Parsed by its schema from JSON columns, so it is JSON.
      state: record as Prisma.InputJsonValue,
      changes: changedFields(change.before.get(incidentId) ?? null, record),
      datePrecision: dateColumns(record.incident.occurred, record.incident.timeZone).datePrecision,
      reason,
      userId: principal.id,
      userName: principal.name,
    })),
  });
  const pairs = [...after].map(([id, record]) => [change.before.get(id) ?? null, record] as const);
  await announceUpdates(transaction, publicUpdates(pairs));
  return after;
}
