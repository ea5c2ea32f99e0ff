import "server-only";
import { readsWholeText } from "@/lib/articles/excerpt";
import { getArticle, listSuggestedLinks, listSuggestions } from "@/lib/articles/queries";
import type { ArticleView } from "@/lib/articles/schema";
import { type Suggestions, suggestionsOf } from "@/lib/articles/suggestion-output";
import { hasRole, type Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { Extraction } from "@/lib/extraction/proposal";

const nothingRead: Extraction["article"] = {
  publishedOn: null,
  publishedOnFrom: null,
  timeZone: null,
  paragraphs: 0,
  repeatedParagraphs: 0,
};

async function readSuggestions(articleId: string): Promise<Suggestions> {
  const [stored, links, info] = await Promise.all([
    listSuggestions(articleId),
    listSuggestedLinks(articleId),
    database().article.findUnique({ where: { id: articleId }, select: { extractionInfo: true } }),
  ]);
  const indexOf = new Map(stored.map((suggestion, index) => [suggestion.position, index]));
  return suggestionsOf({
    // Written by extraction alone, as this type.
    article: (info?.extractionInfo as Extraction["article"] | null) ?? nothingRead,
    incidents: stored.map((suggestion) => suggestion.proposal),
    links: links.flatMap((link) => {
      const from = indexOf.get(link.from);
      const to = indexOf.get(link.to);
      return from === undefined || to === undefined ? [] : [{ ...link, from, to }];
    }),
  });
}

/**
 * An article with what extraction proposed for it, which is for contributors and above. Its text is null for
 * those who may not read all of it.
 */
export async function readArticle(
  id: string,
  principal: Principal | null,
): Promise<{
  article: Omit<ArticleView, "text"> & { text: string | null };
  suggestions: Suggestions | null;
}> {
  const article = await getArticle(id);
  if (!article) {
    throw new AppError("not-found", { message: "There is no article with this id." });
  }
  const isContributor = principal !== null && hasRole(principal, "contributor");
  return {
    article: { ...article, text: readsWholeText(article, principal !== null) ? article.text : null },
    suggestions: isContributor ? await readSuggestions(id) : null,
  };
}
