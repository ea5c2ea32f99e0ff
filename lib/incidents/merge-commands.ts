import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { notify } from "@/lib/notifications/notify";
import { isReviewRequired } from "@/lib/settings/queries";
import { storedId } from "./address";
import { requireVersion } from "./locking";
import { neighboursOf } from "./merge-links";
import { type Held, holdWithNeighbours, writeNext } from "./merge-locks";
import { moveAll } from "./merge-moves";
import type { MergeInput } from "./merge-schema";
import type { IncidentRecord } from "./schema";

/**
 * Merges one incident into another, which takes its claims, links, external ids and proposals; where both say
 * different things, choices tell which value stays. The loser's address leads to the winner from then on.
 * Claims and links that both have are not doubled. Editors and above.
 * Throws version-conflict when one of them is not at the version given, and conflict when one cannot be merged.
 */
export async function mergeIncidents(
  principal: Principal | null,
  given: MergeInput,
): Promise<{ winner: IncidentRecord; loser: IncidentRecord }> {
  requireRole(principal, "editor");
  const input = { ...given, loser: storedId(given.loser), winner: storedId(given.winner) };
  if (input.winner === input.loser) {
    const message = "An incident cannot be merged into itself. Name another one.";
    throw new AppError("invalid-input", { message, errors: [{ path: "into", message }] });
  }
  return inTransaction((transaction) => mergeIn(transaction, principal, input));
}

async function mergeIn(transaction: Transaction, principal: Principal, input: MergeInput) {
  const { winner, loser, neighbours } = await holdWithNeighbours(transaction, input, async () => {
    const row = await transaction.incident.findUnique({
      where: { publicId: input.loser },
      select: { id: true },
    });
    return row ? neighboursOf(transaction, row.id) : [];
  });
  await requireMergeable(transaction, winner, loser);
  await requireReviewed(transaction, principal, winner, loser);
  if (input.loserVersion !== undefined) requireVersion(loser.before, input.loserVersion, {});
  if (input.winnerVersion !== undefined) requireVersion(winner.before, input.winnerVersion, {});

  const moved = await moveAll(transaction, principal, { winner, loser }, input);
  const pair = `${loser.publicId} into ${winner.publicId}`;
  const merged = await writeNext(transaction, loser, {
    action: "merge",
    principal,
    reason: input.reason || `Merged into ${winner.publicId}`,
    data: { status: "merged", mergedIntoId: winner.id },
  });
  const survivor = await writeNext(transaction, winner, {
    action: "merge",
    principal,
    reason: input.reason || `Took in ${loser.publicId}`,
    data: moved.columns,
  });
  for (const neighbour of neighbours) {
    await writeNext(transaction, neighbour, { action: "link", principal, reason: `Merged ${pair}` });
  }
  await transaction.incidentMerge.create({
    data: {
      winnerId: winner.id,
      loserId: loser.id,
      winnerVersion: winner.before.incident.version,
      loserVersion: loser.before.incident.version,
      moved: moved.rows,
      createdById: principal.id,
    },
    select: { id: true },
  });
  await tellAuthors(transaction, principal, { winner, loser }, moved.rows.withdrawnChange);
  return { winner: survivor, loser: merged };
}

const statusReasons: Record<string, string> = {
  retracted: "was retracted. Restore it before you merge it",
  merged: "was merged into another incident already",
};

async function requireMergeable(transaction: Transaction, winner: Held, loser: Held): Promise<void> {
  for (const { status, publicId, id } of [loser, winner]) {
    const problem = statusReasons[status];
    if (problem === undefined) continue;
    const row = await transaction.incident.findUnique({
      where: { id },
      select: { mergedInto: { select: { publicId: true } } },
    });
    const into = row?.mergedInto ? ` (${row.mergedInto.publicId})` : "";
    throw new AppError("conflict", { message: `${publicId} ${problem}${into}.` });
  }
  if (loser.status === "published" && winner.status !== "published") {
    throw new AppError("conflict", {
      message: `${loser.publicId} is public and ${winner.publicId} is not: merge the other way round, or publish ${winner.publicId} first.`,
    });
  }
}

/** Where a second person has to review, what was never published cannot become public as a part of something else. */
async function requireReviewed(
  transaction: Transaction,
  principal: Principal,
  winner: Held,
  loser: Held,
): Promise<void> {
  const becomesPublic = winner.status === "published" && loser.status !== "published";
  if (becomesPublic && principal.via !== "system" && (await isReviewRequired(transaction))) {
    throw new AppError("forbidden", {
      message: `This site publishes only what was reviewed: have ${loser.publicId} published before you merge it.`,
    });
  }
}

/** Tells those who wrote the two incidents, or proposed a change of the loser, except who merged them. */
async function tellAuthors(
  transaction: Transaction,
  principal: Principal,
  { winner, loser }: { winner: Held; loser: Held },
  withdrawnChange: string | null,
): Promise<void> {
  const withdrawn = withdrawnChange
    ? await transaction.proposedChange.findUnique({
        where: { id: withdrawnChange },
        select: { createdById: true },
      })
    : null;
  const ofLoser = [loser.createdById, withdrawn?.createdById ?? null];
  const occasion = { kind: "merged", actor: principal } as const;
  await notify(transaction, { ...occasion, incidentId: loser.id }, ofLoser);
  // Who wrote both is told once.
  const ofWinner = ofLoser.includes(winner.createdById) ? [] : [winner.createdById];
  await notify(transaction, { ...occasion, incidentId: winner.id }, ofWinner);
}
