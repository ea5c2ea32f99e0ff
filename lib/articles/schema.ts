import { z } from "zod";
import type { ProposedIncident, ProposedLink } from "@/lib/extraction/proposal";
import { oneLine } from "@/lib/one-line";

/** Longest article text, in UTF-16 code units. */
export const maxArticleLength = 2_000_000;

/** How much of a text is read for proposals, in UTF-16 code units: other requests wait while it is read. */
export const maxProposedLength = 200_000;

const day = z
  .string()
  .trim()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/,
    "Give a date as YYYY-MM-DD, or a date-time",
  );

/** POST /api/v1/articles: exactly one of text, html and url (url may also name where a text is from). */
export const articleInputSchema = z
  .strictObject({
    text: z.string().max(maxArticleLength, "The text is longer than 2,000,000 characters").optional(),
    html: z.string().max(5_000_000, "The page is larger than 5 MB").optional(),
    url: z.url({ protocol: /^https?$/, error: "Give an http or https address" }).optional(),
    title: z.string().overwrite(oneLine).max(500, "At most 500 characters").optional(),
    publishedAt: day.optional(),
    publisher: z.string().overwrite(oneLine).max(200, "At most 200 characters").optional(),
  })
  .refine((input) => input.text !== undefined || input.html !== undefined || input.url !== undefined, {
    path: ["text"],
    message: "Give the text, the page or the address of an article",
  })
  .refine((input) => input.text === undefined || input.html === undefined, {
    path: ["html"],
    message: "Give either the text or the page, not both",
  });
export type ArticleInput = z.infer<typeof articleInputSchema>;

/** Members of an article input that come from anywhere; reading them takes out what cannot be stored. */
export const rawArticleMembers = ["text", "html"] as const satisfies (keyof ArticleInput)[];

export const articleViewSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  byline: z.string().nullable(),
  publisher: z.object({ slug: z.string(), name: z.string(), reliability: z.string().nullable() }).nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  direction: z.enum(["ltr", "rtl"]),
  publishedAt: z.string().nullable(),
  publishedOn: z.string().nullable(),
  publishedOnFrom: z.enum(["given", "text", "inferred"]).nullable(),
  timeZone: z.string().nullable(),
  retrievedAt: z.string(),
  demo: z.boolean(),
  /** Id of the newer text that stands in its place; null for the present one. */
  replacedBy: z.uuid().nullable(),
  text: z.string(),
});
export type ArticleView = z.infer<typeof articleViewSchema>;

/** What came of asking the configured language model, when there was one; problem is a sentence. */
export const modelReportSchema = z.object({ ok: z.boolean(), problem: z.string().nullable() });
export type ModelReport = z.infer<typeof modelReportSchema>;

/** A stored proposal and what was decided about it. */
export type SuggestionView = {
  id: string;
  position: number;
  status: "open" | "accepted" | "rejected";
  proposal: ProposedIncident;
  /** The incident that an editor made of it. */
  incidentPublicId: string | null;
};

/** from and to are positions of suggestions of the same article. */
export type SuggestedLinkView = ProposedLink;

/** A marked span of an article and the incident whose claim or link it backs. */
export type ArticleMark = {
  start: number;
  end: number;
  field: string;
  publicId: string;
  incidentTitle: string;
  standing: string;
};
