import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError, type FieldError } from "@/lib/errors";
import { buildQuote } from "./quote-selector";
import type { ClaimInput, Quote } from "./schema";

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

type ClaimColumns = Omit<Prisma.ClaimUncheckedCreateInput, "id" | "incidentId" | "createdAt">;

/** A claim with its quote as columns; the quote is checked against its article before. */
const claimColumns = (claim: ClaimInput, quote: Quote, position: number): ClaimColumns => ({
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

const storedSelect = {
  id: true,
  articleId: true,
  field: true,
  value: true,
  exact: true,
  prefix: true,
  suffix: true,
  start: true,
  end: true,
  assertedBy: true,
  credibility: true,
  standing: true,
  reason: true,
  position: true,
  createdById: true,
  createdAt: true,
} satisfies Prisma.ClaimSelect;
type StoredClaim = Prisma.ClaimGetPayload<{ select: typeof storedSelect }>;

/** Whether a claim is stored as it is given, at its place; the words of its quote were checked when it was. */
function stands(stored: StoredClaim, claim: ClaimInput, position: number): boolean {
  const { id: _id, createdById: _by, createdAt: _at, ...columns } = stored;
  const { exact, start, end, prefix, suffix } = stored;
  const given = claim.quote;
  const isQuoteKept = exact === given.exact && start === given.start && end === given.end;
  const quote = { exact, start, end, prefix, suffix };
  return isQuoteKept && isDeepStrictEqual(columns, claimColumns(claim, quote, position));
}

/**
 * Replaces the claims of an incident by these; a claim given with its id keeps the id, its author and
 * its date. Those that are stored just so are not touched.
 */
export async function replaceClaims(
  transaction: Transaction,
  incidentId: string,
  claims: readonly ClaimInput[],
  userId: string | null,
): Promise<void> {
  const stored = await transaction.claim.findMany({ where: { incidentId }, select: storedSelect });
  const existing = new Map(stored.map((row) => [row.id, row]));
  const keptOf = (claim: ClaimInput) => (claim.id === undefined ? undefined : existing.get(claim.id));
  const standing = new Set<string>();
  const written: { claim: ClaimInput; position: number }[] = [];
  for (const [position, claim] of claims.entries()) {
    const kept = keptOf(claim);
    if (kept && !standing.has(kept.id) && stands(kept, claim, position)) standing.add(kept.id);
    else written.push({ claim, position });
  }
  const quotes = await completeQuotes(
    transaction,
    written.map(({ claim: { articleId, quote }, position }) => ({
      articleId,
      quote,
      path: `claims.${position}`,
    })),
  );
  if (standing.size < existing.size) {
    await transaction.claim.deleteMany({ where: { incidentId, id: { notIn: [...standing] } } });
  }
  const rows = written.map(({ claim, position }, index): Prisma.ClaimCreateManyInput => {
    const kept = keptOf(claim);
    const quote = quotes[index];
    if (!quote) {
      throw new Error("completeQuotes returns one quote for each claim");
    }
    return {
      ...(kept ? { id: kept.id, createdAt: kept.createdAt } : {}),
      ...claimColumns(claim, quote, position),
      incidentId,
      createdById: kept ? kept.createdById : userId,
    };
  });
  if (rows.length > 0) {
    await transaction.claim.createMany({ data: rows });
  }
}
