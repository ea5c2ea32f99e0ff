import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { storedId } from "./address";
import { incidentColumns, replaceRelations } from "./columns";
import { returnClaims } from "./merge-claims";
import { linkReturns, returnLinks, returnNeighbours } from "./merge-links";
import { type Held, holdWithNeighbours, writeNext } from "./merge-locks";
import { differingMergeParts } from "./merge-rules";
import { type Moved, movedSchema } from "./merge-schema";
import { type IncidentRecord, incidentRecordSchema } from "./schema";
import { inputOfRecord } from "./state-input";
import { keptParts, unmergedIncident } from "./unmerge-rules";

export type Unmerged = {
  loser: IncidentRecord;
  winner: IncidentRecord;
  /** Parts of one of the two that keep what somebody changed since the merge. */
  kept: string[];
};

/**
 * Undoes a merge: what moved goes back, what had to go comes back, and both incidents are as they were before.
 * Where somebody changed the winner since, the later value stays and its part is named. Editors and above.
 * Throws conflict when the incident is not merged, or when another merge came on top that must be undone first.
 */
export async function unmergeIncidents(
  principal: Principal | null,
  input: { publicId: string; reason?: string },
): Promise<Unmerged> {
  requireRole(principal, "editor");
  const publicId = storedId(input.publicId);
  return inTransaction((transaction) => unmergeIn(transaction, principal, { ...input, publicId }));
}

type Merge = {
  id: string;
  winnerId: string;
  loserId: string;
  winnerVersion: number;
  loserVersion: number;
  winner: string;
  moved: Moved;
};

async function liveMerge(transaction: Transaction, publicId: string): Promise<Merge> {
  const row = await transaction.incidentMerge.findFirst({
    where: { loser: { publicId }, undoneAt: null },
    include: { winner: { select: { publicId: true } } },
  });
  if (!row) {
    const isKnown = await transaction.incident.count({ where: { publicId } });
    throw isKnown
      ? new AppError("conflict", { message: `${publicId} is not merged into another incident.` })
      : new AppError("not-found", { message: `There is no incident ${publicId}.` });
  }
  return { ...row, winner: row.winner.publicId, moved: movedSchema.parse(row.moved) };
}

async function unmergeIn(
  transaction: Transaction,
  principal: Principal,
  { publicId, reason }: { publicId: string; reason?: string },
): Promise<Unmerged> {
  const merge = await liveMerge(transaction, publicId);
  const returnsNow = () => linkReturns(transaction, merge, merge.moved);
  const { winner, loser, neighbours } = await holdWithNeighbours(
    transaction,
    { winner: merge.winner, loser: publicId },
    async () => returnNeighbours(await returnsNow(), merge),
  );
  await takeMerge(transaction, principal, merge, winner);
  await requireOnTop(transaction, merge);

  const undone = `The merge of ${loser.publicId} into ${winner.publicId} was undone`;
  const data = await winnerBack(transaction, merge, winner);
  const returns = await returnsNow();
  const areLinksBack = await returnLinks(transaction, returns);
  await returnClaims(transaction, merge, merge.moved);
  await returnReferences(transaction, merge);
  const change = { action: "unmerge", principal, reason: reason || undone } as const;
  const winnerRecord = await writeNext(transaction, winner, { ...change, data });
  const loserRecord = await writeNext(transaction, loser, {
    ...change,
    data: { status: merge.moved.loserStatus, mergedIntoId: null },
  });
  for (const neighbour of neighbours) {
    await writeNext(transaction, neighbour, { action: "link", principal, reason: undone });
  }
  const [winnerBefore, loserBefore] = [
    await stateAt(transaction, merge.winnerId, merge.winnerVersion),
    await stateAt(transaction, merge.loserId, merge.loserVersion),
  ];
  const kept = [
    ...keptParts(winnerBefore, winnerRecord),
    ...keptParts(loserBefore, loserRecord),
    ...(areLinksBack && returns.length === linksOfMerge(merge) ? [] : ["links"]),
  ];
  return { loser: loserRecord, winner: winnerRecord, kept: [...new Set(kept)] };
}

const linksOfMerge = ({ moved }: Merge): number => moved.links.length + moved.dropped.length;

/** Marks the merge as undone; somebody may have done so while this waited for the locks. */
async function takeMerge(
  transaction: Transaction,
  principal: Principal,
  merge: Merge,
  winner: Held,
): Promise<void> {
  const { count } = await transaction.incidentMerge.updateMany({
    where: { id: merge.id, undoneAt: null },
    data: { undoneAt: new Date(), undoneById: principal.id },
  });
  if (count === 0) {
    throw new AppError("conflict", { message: "Somebody undid this merge already." });
  }
  if (winner.status === "merged") {
    throw new AppError("conflict", {
      message: `${merge.winner} was itself merged into another incident. Undo that merge first.`,
    });
  }
}

/** A later merge whose incident has the same claims or links leans on those that this one brought. */
async function requireOnTop(transaction: Transaction, merge: Merge): Promise<void> {
  const later = await transaction.incidentMerge.findMany({
    where: { winnerId: merge.winnerId, undoneAt: null, winnerVersion: { gt: merge.winnerVersion } },
    select: { moved: true, loser: { select: { publicId: true } } },
    orderBy: { winnerVersion: "desc" },
  });
  const brought = new Set([
    ...merge.moved.claims.map(({ row }) => row.id),
    ...merge.moved.links.map(({ id }) => id),
  ]);
  for (const { moved, loser } of later) {
    const { twins, dropped } = movedSchema.parse(moved);
    if ([...twins, ...dropped].some(({ like }) => like !== null && brought.has(like))) {
      throw new AppError("conflict", {
        message: `${loser.publicId} was merged into ${merge.winner} later and has sources or links in common. Undo that merge first.`,
      });
    }
  }
}

async function stateAt(transaction: Transaction, incidentId: string, version: number) {
  const { state } = await transaction.revision.findUniqueOrThrow({
    where: { incidentId_version: { incidentId, version } },
    select: { state: true },
  });
  return incidentRecordSchema.parse(state);
}

/** Puts the winner's lists back; returns its columns, still to be written with its next version. */
async function winnerBack(transaction: Transaction, merge: Merge, winner: Held): Promise<object> {
  const before = await stateAt(transaction, winner.id, merge.winnerVersion);
  const after = await stateAt(transaction, winner.id, merge.winnerVersion + 1);
  const now = winner.before.incident;
  const result = unmergedIncident(before.incident, after.incident, now);
  const isReasonOfMerge = winner.before.unsourcedReason === after.unsourcedReason;
  const { unsourcedReason } = isReasonOfMerge ? before : winner.before;
  const input = inputOfRecord({ incident: result, claims: [], unsourcedReason });
  const changed = differingMergeParts(now, result);
  await replaceRelations(transaction, winner.id, {
    ...(changed.includes("participations") ? { participations: input.participations } : {}),
    ...(changed.includes("campaigns") ? { campaigns: input.campaigns } : {}),
  });
  return incidentColumns(transaction, input);
}

async function returnReferences(transaction: Transaction, merge: Merge): Promise<void> {
  const { externalIds, suggestions, withdrawnChange } = merge.moved;
  const from = { incidentId: merge.winnerId };
  const data = { incidentId: merge.loserId };
  await transaction.externalId.updateMany({ where: { ...from, id: { in: externalIds } }, data });
  await transaction.suggestion.updateMany({ where: { ...from, id: { in: suggestions } }, data });
  if (withdrawnChange) {
    await transaction.proposedChange.updateMany({
      where: { id: withdrawnChange, status: "withdrawn" },
      data: { status: "open", decidedAt: null, decidedById: null, decision: null },
    });
  }
}
