import "server-only";
import { extractIncidents } from "@/lib/extraction/extract";
import type { Extraction } from "@/lib/extraction/proposal";
import { joinProposals } from "@/lib/model/join";
import { modelSettings, proposeWithModel } from "@/lib/model/propose";
import { getKnowledge, withPlaceSlugs } from "./knowledge";
import { type ModelReport, maxProposedLength } from "./schema";

/** What the rules and, where one is configured, the language model propose for an article. */
export type Proposals = Extraction & { model: ModelReport | null };

type ProposedArticle = {
  text: string;
  title: string | null;
  language: string | null;
  /** YYYY-MM-DD. */
  publishedOn: string | null;
  timeZone: string | null;
};

/** The beginning of a very long text, up to the end of a line; offsets into it are offsets into the whole. */
function readablePart(text: string): string {
  if (text.length <= maxProposedLength) {
    return text;
  }
  const cut = text.lastIndexOf("\n", maxProposedLength);
  return text.slice(0, cut > 0 ? cut : maxProposedLength);
}

/** Proposals for an article; null for a text that is not English. Takes as long as the language model does. */
export async function proposeIncidents(article: ProposedArticle): Promise<Proposals | null> {
  // Pages say en-US or en_GB as often as en.
  if (article.language !== null && !/^en\b/i.test(article.language)) {
    return null;
  }
  const today = new Date().toISOString().slice(0, 10);
  const { title, publishedOn, timeZone } = article;
  const text = readablePart(article.text);
  const knowledge = await getKnowledge();
  const extraction = extractIncidents(text, { title, publishedOn, timeZone, today }, knowledge);
  const settings = modelSettings();
  const answer = settings
    ? await proposeWithModel(settings, {
        text,
        publishedOn: extraction.article.publishedOn,
        today,
        timeZone: extraction.article.timeZone ?? timeZone ?? "UTC",
        knowledge,
      })
    : null;
  const joined = answer?.ok ? joinProposals(extraction.incidents, answer.incidents) : extraction.incidents;
  return {
    ...extraction,
    incidents: await withPlaceSlugs(joined),
    model: answer && { ok: answer.ok, problem: answer.ok ? null : answer.problem },
  };
}

/** What is stored of proposals beside the proposals themselves. */
export const extractionInfoOf = ({ article, model }: Proposals): Record<string, unknown> =>
  model ? { ...article, model } : article;
