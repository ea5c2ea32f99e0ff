import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { type BulkSubject, roleOfChange } from "./bulk-plan";
import { planAll } from "./bulk-review";
import type { BulkChange, BulkItem, BulkResult, BulkStep, LeftOut } from "./bulk-schema";
import { lockSubjects, readNames, readSubjects } from "./bulk-subjects";
import { tellAuthors } from "./bulk-told";
import { type PlannedWrite, writeParts } from "./bulk-write";
import { currentRecords, writeRevisions } from "./revisions";

/**
 * Changes up to bulkChunk incidents alike, in one transaction, each with its revision; a further call with
 * the id of the answer continues the same bulk change. Incidents that somebody changed since the version
 * given, or that the change cannot be made of, are left as they are and named. Contributors change their
 * own drafts, editors everything; publishing, sending back and retracting editors and above.
 */
export async function applyBulk(principal: Principal | null, step: BulkStep): Promise<BulkResult> {
  requireRole(principal, roleOfChange(step.change));
  return inTransaction(async (transaction) => {
    if (step.id !== null) await lockContinued(transaction, principal, step.id, step.change);
    await readNames(transaction, step.change);
    const { writes, skipped } = await planStep(transaction, principal, step);
    if (writes.length === 0) return { id: step.id, changed: 0, skipped };
    const before = await currentRecords(
      transaction,
      writes.map(({ subject }) => subject.id),
    );
    await writeParts(transaction, writes);
    await tellAuthors(transaction, principal, step.change, writes);
    const reason = "reason" in step.change ? step.change.reason : null;
    await writeRevisions(transaction, { before, action: "bulk", principal, reason });
    const id = await recordItems(transaction, principal, step, writes);
    return { id, changed: writes.length, skipped };
  });
}

async function lockContinued(
  transaction: Transaction,
  principal: Principal,
  id: string,
  change: BulkChange,
): Promise<void> {
  const [row] = await transaction.$queryRaw<{ userId: string | null; isSame: boolean; isUndone: boolean }[]>`
    SELECT created_by_id AS "userId", change = ${JSON.stringify(change)}::jsonb AS "isSame",
      undone_at IS NOT NULL AS "isUndone"
    FROM bulk_change WHERE id = ${id}::uuid FOR UPDATE`;
  if (!row || row.userId !== principal.id) {
    throw new AppError("not-found", { message: "There is no such bulk change of yours." });
  }
  if (!row.isSame || row.isUndone) {
    throw new AppError("conflict", {
      message: row.isUndone
        ? "This bulk change was undone in the meantime."
        : "A bulk change continues with the change that it began with.",
    });
  }
}

async function planStep(
  transaction: Transaction,
  principal: Principal,
  { items, change }: BulkStep,
): Promise<{ writes: PlannedWrite[]; skipped: LeftOut[] }> {
  const publicIds = items.map(({ publicId }) => publicId);
  await lockSubjects(transaction, publicIds);
  const subjects = await readSubjects(transaction, publicIds, change);
  const seen = new Map(items.map(({ publicId, version }) => [publicId, version]));
  const skipped: LeftOut[] = publicIds
    .filter((publicId) => !subjects.has(publicId))
    .map((publicId) => ({ publicId, title: publicId, reason: "There is no incident with this id." }));
  const current: BulkSubject[] = [];
  for (const subject of subjects.values()) {
    if (subject.version === seen.get(subject.publicId)) current.push(subject);
    else skipped.push(leftOut(subject, "Somebody changed it since you looked."));
  }
  const writes: PlannedWrite[] = [];
  for (const { subject, plan } of await planAll(transaction, principal, current, change)) {
    if (plan.kind === "changes") writes.push({ subject, parts: plan.parts });
    else skipped.push(leftOut(subject, plan.kind === "refused" ? plan.reason : "It says so already."));
  }
  return { writes, skipped };
}

const leftOut = ({ publicId, title }: BulkSubject, reason: string): LeftOut => ({ publicId, title, reason });

/** Keeps what is needed to undo the step, in the row of the whole bulk change. */
async function recordItems(
  transaction: Transaction,
  principal: Principal,
  { id, change }: BulkStep,
  writes: readonly PlannedWrite[],
): Promise<string> {
  const items = writes.map(
    ({ subject: { publicId, version } }): BulkItem => ({ publicId, before: version, after: version + 1 }),
  );
  if (id !== null) {
    await transaction.$executeRaw`
      UPDATE bulk_change SET items = items || ${JSON.stringify(items)}::jsonb WHERE id = ${id}::uuid`;
    return id;
  }
  const created = await transaction.bulkChange.create({
    // Both are plain JSON by their schemas.
    data: {
      change: change as Prisma.InputJsonObject,
      items: items as Prisma.InputJsonArray,
      createdById: principal.id,
    },
    select: { id: true },
  });
  return created.id;
}
