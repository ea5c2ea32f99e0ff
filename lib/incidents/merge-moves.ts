import "server-only";
import type { Principal } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { incidentColumns, replaceRelations } from "./columns";
import { moveClaims } from "./merge-claims";
import { moveLinks } from "./merge-links";
import type { Held } from "./merge-locks";
import { claimsAfter, differingMergeParts, mergedIncident, planClaims } from "./merge-rules";
import type { MergeInput, Moved } from "./merge-schema";
import { type IncidentInput, incidentInputSchema } from "./schema";
import { isAmong, unsourcedValues } from "./sourcing";
import { inputOfRecord } from "./state-input";

const mostClaims = 500;

/**
 * Moves everything that belongs to the loser to the winner.
 * @returns the winner's columns, still to be written with its next version, and what undoing it needs.
 */
export async function moveAll(
  transaction: Transaction,
  principal: Principal,
  { winner, loser }: { winner: Held; loser: Held },
  { choices = {}, reason }: MergeInput,
): Promise<{ columns: object; rows: Moved }> {
  const result = mergedIncident(winner.before.incident, loser.before.incident, choices);
  const plan = planClaims(winner.before, loser.before, result);
  const claims = claimsAfter(winner.before, loser.before, plan);
  const whole = inputOfRecord({ ...winner.before, incident: result, claims });
  const unsourcedReason = requireMergedSources(whole, winner, loser, reason);
  const input = requireInput({ ...whole, claims: [], unsourcedReason });
  if (winner.before.claims.length + plan.moves.length > mostClaims) {
    throw new AppError("invalid-input", {
      message: `Together they have more than ${mostClaims} claims. An incident has at most so many.`,
    });
  }
  const changed = differingMergeParts(winner.before.incident, result);
  await replaceRelations(transaction, winner.id, {
    ...(changed.includes("participations") ? { participations: input.participations } : {}),
    ...(changed.includes("campaigns") ? { campaigns: input.campaigns } : {}),
  });
  const pair = { winnerId: winner.id, loserId: loser.id };
  return {
    columns: await incidentColumns(transaction, input),
    rows: {
      loserStatus: loser.status,
      claims: await moveClaims(transaction, pair, plan),
      twins: plan.twins,
      standings: plan.standings,
      ...(await moveLinks(transaction, pair)),
      ...(await moveReferences(transaction, principal, winner, loser)),
    },
  };
}

/**
 * Why values without a source stand in the result. Throws invalid-input where a public incident would get one
 * that neither had in public before, and nobody says why.
 */
function requireMergedSources(
  whole: IncidentInput,
  winner: Held,
  loser: Held,
  reason: string | undefined,
): string | null {
  const missing = unsourcedValues(whole);
  const given = winner.before.unsourcedReason || loser.before.unsourcedReason;
  if (missing.length === 0 || given || reason) return given || (missing.length > 0 && reason) || null;
  const known = [winner, loser]
    .filter(({ status }) => status === "published")
    .flatMap(({ before }) => unsourcedValues(inputOfRecord(before)));
  const added = missing.filter((one) => !isAmong(known, one));
  if (winner.status !== "published" || added.length === 0) return null;
  throw new AppError("invalid-input", {
    message: `No source is quoted for ${added.map(({ label }) => label.toLowerCase()).join(", ")}. Take the other value, or give the reason why it stands without one.`,
    errors: added.map(({ path }) => ({ path, message: "No source is quoted for this value" })),
  });
}

/** Both lists together may be longer than an incident's list may be. */
function requireInput(input: IncidentInput): IncidentInput {
  const read = incidentInputSchema.safeParse(input);
  if (read.success) return read.data;
  const errors = read.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw new AppError("invalid-input", {
    message: `Together they have too much: ${errors.map(({ message }) => message).join("; ")}. Choose one side.`,
    errors,
  });
}

/** External ids and proposals go along; a change of the loser that waits for review has nothing to change any more. */
async function moveReferences(
  transaction: Transaction,
  principal: Principal,
  winner: Held,
  loser: Held,
): Promise<Pick<Moved, "externalIds" | "suggestions" | "withdrawnChange">> {
  const where = { incidentId: loser.id };
  const data = { incidentId: winner.id };
  const externalIds = await transaction.externalId.findMany({ where, select: { id: true } });
  const suggestions = await transaction.suggestion.findMany({ where, select: { id: true } });
  await transaction.externalId.updateMany({ where, data });
  await transaction.suggestion.updateMany({ where, data });
  await transaction.duplicateCandidate.deleteMany({ where: { OR: [{ aId: loser.id }, { bId: loser.id }] } });
  const open = await transaction.proposedChange.findFirst({
    where: { ...where, status: "open" },
    select: { id: true },
  });
  if (open) {
    await transaction.proposedChange.update({
      where: { id: open.id },
      data: {
        status: "withdrawn",
        decidedById: principal.id,
        decidedAt: new Date(),
        decision: `The incident was merged into ${winner.publicId}. Propose the change there if it still holds.`,
      },
      select: { id: true },
    });
  }
  return {
    externalIds: externalIds.map(({ id }) => id),
    suggestions: suggestions.map(({ id }) => id),
    withdrawnChange: open?.id ?? null,
  };
}
