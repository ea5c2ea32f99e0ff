import "server-only";
import { requireSuggestion } from "@/lib/articles/commands";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { ClaimInput } from "@/lib/claims/schema";
import type { Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { withAddedSource } from "./added-source";
import { createIncidentIn, updateIncidentIn } from "./commands";
import { storeAgain } from "./create-once";
import { lockIncident } from "./locking";
import { currentRecord } from "./revisions";
import type { IncidentInput, IncidentRecord } from "./schema";

const mostClaims = 500;

const acceptedAlready = () => new AppError("conflict", { message: "This proposal was accepted already." });

/** Marks a proposal as accepted; false when it was before. Throws not-found when there is none. */
async function takeSuggestion(transaction: Transaction, principal: Principal, id: string): Promise<boolean> {
  const { count } = await transaction.suggestion.updateMany({
    where: { id, status: { not: "accepted" } },
    data: { status: "accepted", decidedById: principal.id, decidedAt: new Date() },
  });
  if (count === 0) {
    await requireSuggestion(transaction, id);
  }
  return count > 0;
}

/** The incident that the same person made of a proposal before; throws conflict for another's. */
async function requireOwnIncident(
  transaction: Transaction,
  principal: Principal,
  id: string,
): Promise<string> {
  const { decidedById, incidentId } = await transaction.suggestion.findUniqueOrThrow({
    where: { id },
    select: { decidedById: true, incidentId: true },
  });
  if (incidentId === null || decidedById === null || decidedById !== principal.id) {
    throw acceptedAlready();
  }
  return incidentId;
}

async function connect(
  transaction: Transaction,
  suggestionId: string,
  record: IncidentRecord,
): Promise<IncidentRecord> {
  await transaction.suggestion.update({
    where: { id: suggestionId },
    data: { incident: { connect: { publicId: record.incident.publicId } } },
    select: { id: true },
  });
  return record;
}

/**
 * Makes a draft incident of a proposal, as the editor corrected it. Sent again by the same person, after a double
 * click or an answer that was lost, it is a save of that draft and makes no other; everybody else is refused.
 * Contributors and above.
 */
export async function acceptSuggestion(
  principal: Principal | null,
  suggestionId: string,
  input: IncidentInput,
): Promise<IncidentRecord> {
  requireRole(principal, "contributor");
  return inTransaction(async (transaction) => {
    if (await takeSuggestion(transaction, principal, suggestionId)) {
      return connect(transaction, suggestionId, await createIncidentIn(transaction, principal, input));
    }
    const id = await requireOwnIncident(transaction, principal, suggestionId);
    return storeAgain(transaction, principal, id, input);
  });
}

/**
 * Takes the claims of a proposal into an incident that is recorded already, instead of making another one:
 * what withAddedSource says, as one new version. version is the one that was compared with; see
 * updateIncident for who may. The claims must quote the article of the proposal.
 */
export async function addSuggestionToIncident(
  principal: Principal | null,
  suggestionId: string,
  publicId: string,
  version: number,
  claims: readonly ClaimInput[],
): Promise<IncidentRecord> {
  requireRole(principal, "contributor");
  return inTransaction(async (transaction) => {
    if (!(await takeSuggestion(transaction, principal, suggestionId))) {
      throw acceptedAlready();
    }
    const article = await requireOwnClaims(transaction, suggestionId, claims);
    const locked = await lockIncident(transaction, publicId);
    const change = withAddedSource(await currentRecord(transaction, locked.id), claims);
    if (change.claims.length > mostClaims) {
      throw new AppError("invalid-input", { message: `An incident has at most ${mostClaims} claims.` });
    }
    const reason = `Added a source: ${article.title}`.slice(0, 1000);
    const record = await updateIncidentIn(transaction, principal, publicId, version, { ...change, reason });
    return connect(transaction, suggestionId, record);
  });
}

/** The article of a proposal; throws invalid-input when there is no claim, or one quotes another article. */
async function requireOwnClaims(
  transaction: Transaction,
  suggestionId: string,
  claims: readonly ClaimInput[],
): Promise<{ id: string; title: string }> {
  const { article } = await transaction.suggestion.findUniqueOrThrow({
    where: { id: suggestionId },
    select: { article: { select: { id: true, title: true } } },
  });
  const foreign = claims.flatMap(({ articleId }, index) =>
    articleId === article.id
      ? []
      : [{ path: `claims.${index}.articleId`, message: "Quote the article of the proposal" }],
  );
  if (claims.length === 0 || foreign.length > 0) {
    throw new AppError("invalid-input", {
      message: claims.length === 0 ? "Nothing of the article is quoted." : "A claim quotes another article.",
      errors: foreign,
    });
  }
  return article;
}
