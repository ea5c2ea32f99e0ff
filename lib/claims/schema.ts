import { z } from "zod";
import { linesSchema, oneLine } from "@/lib/one-line";
import { eventTypes } from "@/lib/taxonomy/event-types";
import {
  attributions,
  type ClaimField,
  claimFields,
  claimStandings,
  outcomes,
  participationRoles,
  placePrecisions,
} from "@/lib/taxonomy/terms";

/** A count range: max null means open upwards ("at least"); 0 to 0 means reported as none. */
export const countRangeSchema = z
  .strictObject({
    min: z.int("Give a whole number").min(0, "Give 0 or more").max(10_000_000, "Give 10,000,000 or less"),
    max: z
      .int("Give a whole number")
      .min(0, "Give 0 or more")
      .max(10_000_000, "Give 10,000,000 or less")
      .nullable(),
  })
  .refine((range) => range.max === null || range.min <= range.max, {
    path: ["max"],
    message: "The highest number must not be below the lowest",
  });

const slug = z.string().min(1).max(100);

/** The shape of a claim's value, by field. */
export const claimValueSchemas = {
  title: z.string().overwrite(oneLine).min(1).max(300),
  summary: z.string().max(5000),
  occurred: z.string().min(1).max(100),
  place: z.object({
    slug: slug.nullable(),
    name: z.string().overwrite(oneLine).max(200),
    precision: z.enum(placePrecisions),
  }),
  eventType: z.enum(eventTypes),
  outcome: z.enum(outcomes),
  killed: countRangeSchema,
  injured: countRangeSchema,
  participant: z.object({
    actor: slug.nullable(),
    name: z.string().overwrite(oneLine).max(200),
    role: z.enum(participationRoles),
    attribution: z.enum(attributions),
    attributedBy: z.string().overwrite(oneLine).max(200).nullable(),
  }),
} as const;

/** W3C TextQuoteSelector with TextPositionSelector, offsets in UTF-16 code units of Article.text. */
const quoteSchema = z.object({
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int().min(0),
  end: z.int().min(1),
});
export type Quote = z.infer<typeof quoteSchema>;

/** A quote as given: the server checks it against the article and adds prefix and suffix. */
export const quoteInputSchema = z.strictObject({
  exact: z.string().min(1, "Mark the words that say it").max(10_000, "Mark at most 10,000 characters"),
  start: z.int().min(0),
  end: z.int().min(1),
});

export const claimInputSchema = z
  .strictObject({
    id: z.uuid().optional(),
    field: z.enum(claimFields),
    value: z.unknown(),
    articleId: z.uuid("Name the article by its id"),
    quote: quoteInputSchema,
    assertedBy: z.string().overwrite(oneLine).max(200, "At most 200 characters").nullable().default(null),
    credibility: z.int().min(1).max(6).nullable().default(null),
    standing: z.enum(claimStandings).default("accepted"),
    reason: linesSchema(1000).nullable().default(null),
  })
  .transform((claim, context) => {
    if (claim.standing === "rejected" && !claim.reason) {
      context.addIssue({ code: "custom", path: ["reason"], message: "Say why the claim is rejected" });
    }
    const read = claimValueSchemas[claim.field].safeParse(claim.value);
    for (const issue of read.error?.issues ?? []) {
      context.addIssue({ code: "custom", path: ["value", ...issue.path], message: issue.message });
    }
    // As its schema reads it: members that no schema knows are not kept.
    const value: unknown = read.data;
    return { ...claim, value };
  });
export type ClaimInput = z.infer<typeof claimInputSchema>;

export const sourceViewSchema = z.object({
  articleId: z.uuid(),
  title: z.string(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
});
export type SourceView = z.infer<typeof sourceViewSchema>;

/** A quote of an earlier text of an article that does not stand in the newer one. */
export type QuoteLeftBehind = {
  publicId: string;
  title: string;
  field: ClaimField;
  exact: string;
  /** The earlier text. */
  articleId: string;
};

export const claimViewSchema = z.object({
  id: z.uuid(),
  field: z.enum(claimFields),
  value: z.unknown(),
  quote: quoteSchema,
  article: sourceViewSchema,
  /** Admiralty reliability of the publisher, A to F. */
  reliability: z.string().nullable(),
  assertedBy: z.string().nullable(),
  credibility: z.int().nullable(),
  standing: z.enum(claimStandings),
  reason: z.string().nullable(),
});
export type ClaimView = z.infer<typeof claimViewSchema>;
