import "server-only";
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

/**
 * Replaces the claims of an incident by these; a claim given with its id keeps the id, its author and
 * its date.
 */
export async function replaceClaims(
  transaction: Transaction,
  incidentId: string,
  claims: readonly ClaimInput[],
  userId: string | null,
): Promise<void> {
  const quotes = await completeQuotes(
    transaction,
    claims.map((claim, index) => ({
      articleId: claim.articleId,
      quote: claim.quote,
      path: `claims.${index}`,
    })),
  );
  const existing = new Map(
    (
      await transaction.claim.findMany({
        where: { incidentId },
        select: { id: true, createdById: true, createdAt: true },
      })
    ).map((row) => [row.id, row]),
  );
  if (existing.size > 0) {
    await transaction.claim.deleteMany({ where: { incidentId } });
  }
  const rows = claims.map((claim, position): Prisma.ClaimCreateManyInput => {
    const kept = claim.id === undefined ? undefined : existing.get(claim.id);
    const quote = quotes[position];
    if (!quote) {
      throw new Error("completeQuotes returns one quote for each claim");
    }
    return {
      ...(kept ? { id: kept.id, createdAt: kept.createdAt } : {}),
      incidentId,
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
      createdById: kept ? kept.createdById : userId,
    };
  });
  if (rows.length > 0) {
    await transaction.claim.createMany({ data: rows });
  }
}
