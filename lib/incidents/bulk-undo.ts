import "server-only";
import { hasRole, type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { type BulkParts, type BulkSubject, isActorChange, isStep, roleOfChange } from "./bulk-plan";
import {
  type BulkChange,
  type BulkItem,
  type BulkUndoResult,
  bulkChangeSchema,
  bulkChunk,
  bulkItemsSchema,
  type LeftOut,
} from "./bulk-schema";
import { lockSubjects, readSubjects } from "./bulk-subjects";
import { type PlannedWrite, writeParts } from "./bulk-write";
import { currentRecords, writeRevisions } from "./revisions";
import { type IncidentRecord, incidentRecordSchema } from "./schema";
import { inputOfRecord } from "./state-input";

type StoredChange = { change: BulkChange; items: BulkItem[]; createdById: string | null };

/**
 * Puts up to bulkChunk incidents of a bulk change back as they were before it; call again while left is not
 * 0. What somebody changed since stays and is named. Who made the change, and editors.
 */
export async function undoBulk(principal: Principal | null, id: string): Promise<BulkUndoResult> {
  requireRole(principal, "contributor");
  return inTransaction(async (transaction) => {
    const { change, items, createdById } = await lockChange(transaction, id);
    requireRole(principal, roleOfChange(change));
    if (!hasRole(principal, "editor") && createdById !== principal.id) {
      throw new AppError("forbidden", { message: "Only editors undo what others changed." });
    }
    const slice = items.filter(({ undone }) => undone === undefined).slice(0, bulkChunk);
    const { writes, kept } = await planUndo(transaction, principal, change, slice);
    if (writes.length > 0) {
      const ids = writes.map(({ subject }) => subject.id);
      const before = await currentRecords(transaction, ids);
      await writeParts(transaction, writes);
      await writeRevisions(transaction, { before, action: "undo", principal, reason: null });
    }
    const left = await recordUndone(transaction, principal, id, items, {
      slice,
      undone: new Set(writes.map(({ subject }) => subject.publicId)),
    });
    return { undone: writes.length, left, kept };
  });
}

async function lockChange(transaction: Transaction, id: string): Promise<StoredChange> {
  const [row] = await transaction.$queryRaw<
    { change: unknown; items: unknown; createdById: string | null; undoneAt: Date | null }[]
  >`SELECT change, items, created_by_id AS "createdById", undone_at AS "undoneAt"
    FROM bulk_change WHERE id = ${id}::uuid FOR UPDATE`;
  if (!row) {
    throw new AppError("not-found", { message: "There is no such bulk change." });
  }
  if (row.undoneAt) {
    throw new AppError("conflict", { message: "This bulk change was undone already." });
  }
  const { change, items, createdById } = row;
  return { change: bulkChangeSchema.parse(change), items: bulkItemsSchema.parse(items), createdById };
}

async function planUndo(
  transaction: Transaction,
  principal: Principal,
  change: BulkChange,
  slice: readonly BulkItem[],
): Promise<{ writes: PlannedWrite[]; kept: LeftOut[] }> {
  if (slice.length === 0) return { writes: [], kept: [] };
  const publicIds = slice.map(({ publicId }) => publicId);
  await lockSubjects(transaction, publicIds);
  const subjects = await readSubjects(transaction, publicIds, change);
  const states = await readStates(transaction, slice);
  const kept: LeftOut[] = [];
  const writes: PlannedWrite[] = [];
  for (const { publicId, after } of slice) {
    const [subject, state] = [subjects.get(publicId), states.get(publicId)];
    if (!subject || !state) continue;
    const reason = reasonToKeep(principal, subject, after);
    if (reason === null) writes.push({ subject, parts: partsBefore(change, state) });
    else kept.push({ publicId, title: subject.title, reason });
  }
  return { writes, kept };
}

function reasonToKeep(principal: Principal, subject: BulkSubject, after: number): string | null {
  if (subject.version !== after) return "It was changed since.";
  const isOwn = subject.createdById === principal.id && subject.status !== "published";
  return hasRole(principal, "editor") || isOwn ? null : "It is not a draft of yours any more.";
}

async function readStates(
  transaction: Transaction,
  slice: readonly BulkItem[],
): Promise<Map<string, IncidentRecord>> {
  const rows = await transaction.$queryRaw<{ publicId: string; state: unknown }[]>`
    SELECT i.public_id AS "publicId", r.state
    FROM jsonb_to_recordset(${JSON.stringify(slice)}::jsonb) AS w("publicId" text, before int)
    JOIN incident i ON i.public_id = w."publicId"
    JOIN revision r ON r.incident_id = i.id AND r.version = w.before`;
  return new Map(rows.map(({ publicId, state }) => [publicId, incidentRecordSchema.parse(state)]));
}

/** What the change touched, as it stood before. */
function partsBefore(change: BulkChange, record: IncidentRecord): BulkParts {
  const { status, publishedAt, eventType, outcome } = record.incident;
  const { campaigns, participations, unsourcedReason } = inputOfRecord(record);
  if (isStep(change)) {
    const first = publishedAt === null ? null : new Date(publishedAt);
    return { status, publishedAt: first, retractReason: null, unsourcedReason };
  }
  if (isActorChange(change)) {
    const claims = record.claims.filter(({ field }) => field === "participant");
    return { participations, unsourcedReason, claimValues: claims.map(({ id, value }) => ({ id, value })) };
  }
  if (change.kind === "event-type") return { eventType };
  return change.kind === "outcome" ? { outcome } : { campaigns };
}

/** Notes what came of each incident; returns how many are left. */
async function recordUndone(
  transaction: Transaction,
  principal: Principal,
  id: string,
  items: readonly BulkItem[],
  done: { slice: readonly BulkItem[]; undone: ReadonlySet<string> },
): Promise<number> {
  const handled = new Set(done.slice.map(({ publicId }) => publicId));
  const noted = items.map((item) =>
    handled.has(item.publicId) && item.undone === undefined
      ? { ...item, undone: done.undone.has(item.publicId) }
      : item,
  );
  const left = noted.filter(({ undone }) => undone === undefined).length;
  await transaction.bulkChange.update({
    where: { id },
    data: {
      // Plain JSON by its schema.
      items: noted as Prisma.InputJsonArray,
      ...(left === 0 ? { undoneAt: new Date(), undoneById: principal.id } : {}),
    },
    select: { id: true },
  });
  return left;
}
