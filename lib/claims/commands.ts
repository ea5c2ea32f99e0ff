import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError, type FieldError } from "@/lib/errors";
import { buildQuote } from "./quote-selector";
import type { ClaimInput, ClaimView, Quote } from "./schema";

/** Article texts that quotes are checked against, read once a transaction. */
async function readTexts(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const articles = await transaction.article.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, text: true },
  });
  return new Map(articles.map((article) => [article.id, article.text]));
}

const below = (path: string, field: string): string => (path ? `${path}.${field}` : field);

type QuoteInput = { exact: string; start: number; end: number };

function checkQuote(text: string | undefined, quote: QuoteInput, path: string): Quote | FieldError {
  if (text === undefined) {
    return { path: below(path, "articleId"), message: "There is no article with this id" };
  }
  if (text.slice(quote.start, quote.end) !== quote.exact) {
    return {
      path: below(path, "quote"),
      message: "These words do not stand at this position of the article",
    };
  }
  return buildQuote(text, quote.start, quote.end);
}

/**
 * Checks quotes against their articles and completes them with prefix and suffix; path is that of the
 * object with articleId and quote, "" for the input itself.
 * Throws invalid-input naming each quote that is not verbatim.
 */
export async function completeQuotes(
  transaction: Transaction,
  wanted: readonly { articleId: string; quote: QuoteInput; path: string }[],
): Promise<Quote[]> {
  if (wanted.length === 0) return [];
  const texts = await readTexts(
    transaction,
    wanted.map((one) => one.articleId),
  );
  const checked = wanted.map((one) => checkQuote(texts.get(one.articleId), one.quote, one.path));
  const errors = checked.filter((one): one is FieldError => "message" in one);
  if (errors.length > 0) {
    throw new AppError("invalid-input", { message: "A quote does not stand in its article.", errors });
  }
  return checked.filter((one): one is Quote => "exact" in one);
}

/** A claim that is written: at its place, with its quote, and as which stored claim. */
type Written = { claim: ClaimInput; position: number; quote: Quote; kept: ClaimView | undefined };

const claimColumns = ({ claim, position, quote }: Written) => ({
  articleId: claim.articleId,
  field: claim.field,
  // Checked against claimValueSchemas by the input schema, so it is JSON.
  value: claim.value as Prisma.InputJsonValue,
  ...quote,
  assertedBy: claim.assertedBy,
  credibility: claim.credibility,
  standing: claim.standing,
  reason: claim.reason,
  position,
});

/** Whether the words of a claim are those that are stored, and were checked when they were. */
const keepsQuote = ({ articleId, quote }: ClaimInput, kept: ClaimView): boolean =>
  articleId === kept.article.articleId &&
  quote.exact === kept.quote.exact &&
  quote.start === kept.quote.start &&
  quote.end === kept.quote.end;

const stands = (claim: ClaimInput, kept: ClaimView): boolean =>
  keepsQuote(claim, kept) &&
  claim.field === kept.field &&
  claim.assertedBy === kept.assertedBy &&
  claim.credibility === kept.credibility &&
  claim.standing === kept.standing &&
  claim.reason === kept.reason &&
  isDeepStrictEqual(claim.value, kept.value);

/**
 * Replaces the claims of an incident, `stored`, by these; a claim given with its id keeps the id, its author and
 * its date. Only what differs is written. Answers with the claims as they then are where that is known without
 * reading them again, else with null.
 */
export async function replaceClaims(
  transaction: Transaction,
  incidentId: string,
  stored: readonly ClaimView[],
  claims: readonly ClaimInput[],
  userId: string | null,
): Promise<ClaimView[] | null> {
  requireOnce(claims);
  const byId = new Map(stored.map((claim) => [claim.id, claim]));
  const isSameOrder = claims.length === stored.length && claims.every(({ id }, at) => id === stored[at]?.id);
  const changed = claims
    .map((claim, position) => ({ claim, position, kept: byId.get(claim.id ?? "") }))
    .filter(({ claim, kept }) => !(isSameOrder && kept && stands(claim, kept)));
  const written = await withQuotes(transaction, changed);
  const given = new Set(claims.map(({ id }) => id));
  const gone = stored.map(({ id }) => id).filter((id) => !given.has(id));
  if (gone.length > 0) {
    await transaction.claim.deleteMany({ where: { incidentId, id: { in: gone } } });
  }
  await updateClaims(
    transaction,
    incidentId,
    written.filter(({ kept }) => kept),
  );
  const added = written.filter(({ kept }) => !kept);
  if (added.length > 0) {
    const data = added.map((one) => ({ ...claimColumns(one), incidentId, createdById: userId }));
    await transaction.claim.createMany({ data });
  }
  const isKnown = added.length === 0 && written.every(({ claim, kept }) => kept && keepsQuote(claim, kept));
  return isKnown ? claims.flatMap((claim) => viewOf(claim, byId.get(claim.id ?? ""))) : null;
}

const viewOf = (
  { field, value, assertedBy, credibility, standing, reason }: ClaimInput,
  kept: ClaimView | undefined,
): ClaimView[] => (kept ? [{ ...kept, field, value, assertedBy, credibility, standing, reason }] : []);

function requireOnce(claims: readonly ClaimInput[]): void {
  const first = new Map(claims.map(({ id }, at) => [id, at] as const).reverse());
  const second = claims.findIndex(({ id }, at) => id !== undefined && first.get(id) !== at);
  if (second >= 0) {
    const message = "This claim is given twice";
    throw new AppError("invalid-input", {
      message: `${message}.`,
      errors: [{ path: `claims.${second}.id`, message }],
    });
  }
}

async function withQuotes(
  transaction: Transaction,
  changed: readonly Omit<Written, "quote">[],
): Promise<Written[]> {
  const moved = changed.filter(({ claim, kept }) => !kept || !keepsQuote(claim, kept));
  const wanted = moved.map(({ claim: { articleId, quote }, position }) => ({
    articleId,
    quote,
    path: `claims.${position}`,
  }));
  const completed = await completeQuotes(transaction, wanted);
  const quotes = new Map(moved.map(({ position }, index) => [position, completed[index]]));
  return changed.map((one) => {
    const quote = quotes.get(one.position) ?? one.kept?.quote;
    if (!quote) {
      throw new Error("completeQuotes returns one quote for each claim");
    }
    return { ...one, quote };
  });
}

async function updateClaims(
  transaction: Transaction,
  incidentId: string,
  written: readonly Written[],
): Promise<void> {
  if (written.length === 0) return;
  const rows = written.map((one) => ({ id: one.kept?.id, ...claimColumns(one) }));
  // Writing the words of a quote has them looked up in their article again, and its readers told.
  const isMoved = written.some(({ claim, kept }) => !kept || !keepsQuote(claim, kept));
  const quote = Prisma.sql`article_id = n."articleId", exact = n.exact, prefix = n.prefix, suffix = n.suffix,
    start = n.start, "end" = n."end",`;
  await transaction.$executeRaw`
    UPDATE claim c SET ${isMoved ? quote : Prisma.empty} field = n.field, value = n.value,
      asserted_by = n."assertedBy", credibility = n.credibility, standing = n.standing, reason = n.reason,
      position = n.position
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(id uuid, "articleId" uuid, field text, value jsonb,
      exact text, prefix text, suffix text, start int, "end" int, "assertedBy" text, credibility smallint,
      standing text, reason text, position int)
    WHERE c.id = n.id AND c.incident_id = ${incidentId}::uuid`;
}
