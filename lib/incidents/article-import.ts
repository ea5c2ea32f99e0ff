import "server-only";
import { type ImportedArticle, storeReport } from "@/lib/articles/commands";
import { requireEditorWhereQuoted } from "@/lib/articles/public-quotes";
import type { ArticleInput } from "@/lib/articles/schema";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { anchorQuote, buildQuote } from "@/lib/claims/quote-selector";
import type { QuoteLeftBehind } from "@/lib/claims/schema";
import { database, type Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { ClaimField } from "@/lib/taxonomy/terms";
import { lockIncident } from "./locking";
import { currentRecord, writeRevision } from "./revisions";

const replacing =
  "Published incidents quote the text that is stored under this address. Import it by its address alone, or ask an editor to put this text in its place.";

/**
 * Imports an article. A text that differs from the one stored under the same address takes its place: every
 * quote that still stands in it moves there, with a version of each incident it backs; the others stay with the
 * earlier text, where listQuotesLeftBehind finds them. Contributors and above; where published incidents quote the
 * stored text, only editors put a text of their own in its place, not one that is read from the address.
 */
export async function importArticle(
  principal: Principal | null,
  input: ArticleInput,
  options: { isAgain?: boolean } = {},
): Promise<ImportedArticle> {
  requireRole(principal, "contributor");
  const isFetched = input.text === undefined && input.html === undefined;
  return storeReport(principal, input, {
    ...options,
    afterReplacing: async (transaction, article) => {
      if (!isFetched) {
        await requireEditorWhereQuoted(principal, article.replacedId, replacing, transaction);
      }
      await moveQuotes(transaction, principal, article);
    },
  });
}

/** Fetches the page of a stored article as it is now. Throws conflict for one without an address. */
export async function importArticleAgain(
  principal: Principal | null,
  articleId: string,
): Promise<ImportedArticle> {
  requireRole(principal, "contributor");
  const article = await database().article.findUnique({
    where: { id: articleId },
    select: { canonicalUrl: true },
  });
  if (!article?.canonicalUrl) {
    throw new AppError("conflict", {
      message: "This article has no address from which it could be fetched again.",
    });
  }
  return importArticle(principal, { url: article.canonicalUrl }, { isAgain: true });
}

type Replacement = { id: string; replacedId: string; text: string };

async function moveQuotes(
  transaction: Transaction,
  principal: Principal,
  article: Replacement,
): Promise<void> {
  const backed = await transaction.incident.findMany({
    where: {
      OR: [
        { claims: { some: { articleId: article.replacedId } } },
        { linksFrom: { some: { articleId: article.replacedId } } },
      ],
    },
    select: { publicId: true },
    // One order for everybody who locks several incidents.
    orderBy: { publicId: "asc" },
  });
  for (const { publicId } of backed) {
    const { id } = await lockIncident(transaction, publicId);
    const before = await currentRecord(transaction, id);
    const moved = (await moveClaims(transaction, id, article)) + (await moveLinks(transaction, id, article));
    if (moved > 0) {
      await transaction.incident.update({
        where: { id },
        data: { version: before.incident.version + 1 },
        select: { id: true },
      });
      const reason = "A newer text of an article was imported";
      await writeRevision(transaction, { incidentId: id, before, action: "reanchor", principal, reason });
    }
  }
}

async function moveClaims(transaction: Transaction, incidentId: string, article: Replacement) {
  const claims = await transaction.claim.findMany({
    where: { incidentId, articleId: article.replacedId },
    select: { id: true, exact: true, prefix: true, suffix: true, start: true, end: true },
  });
  let moved = 0;
  for (const { id, ...quote } of claims) {
    const span = anchorQuote(article.text, quote);
    if (span) {
      const data = { articleId: article.id, ...buildQuote(article.text, span.start, span.end) };
      await transaction.claim.update({ where: { id }, data, select: { id: true } });
      moved += 1;
    }
  }
  return moved;
}

async function moveLinks(transaction: Transaction, fromId: string, article: Replacement) {
  const links = await transaction.incidentLink.findMany({
    where: { fromId, articleId: article.replacedId, exact: { not: null } },
    select: { id: true, exact: true, prefix: true, suffix: true, start: true, end: true },
  });
  let moved = 0;
  for (const { id, ...link } of links) {
    const { exact, prefix, suffix, start, end } = link;
    const quote = {
      exact: exact ?? "",
      prefix: prefix ?? "",
      suffix: suffix ?? "",
      start: start ?? 0,
      end: end ?? 0,
    };
    const span = anchorQuote(article.text, quote);
    if (span) {
      const data = { articleId: article.id, ...buildQuote(article.text, span.start, span.end) };
      await transaction.incidentLink.update({ where: { id }, data, select: { id: true } });
      moved += 1;
    }
  }
  return moved;
}

/** The quotes that stayed with earlier texts of an article, by incident; at most 500. */
export async function listQuotesLeftBehind(articleId: string): Promise<QuoteLeftBehind[]> {
  const rows = await database().claim.findMany({
    where: { article: { replacedById: articleId } },
    select: {
      field: true,
      exact: true,
      articleId: true,
      incident: { select: { publicId: true, title: true } },
    },
    orderBy: [{ incidentId: "asc" }, { position: "asc" }],
    take: 500,
  });
  // The database holds only the fields of the taxonomy.
  return rows.map(({ incident, field, ...row }) => ({ ...incident, ...row, field: field as ClaimField }));
}
