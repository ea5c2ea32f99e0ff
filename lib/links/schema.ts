import { z } from "zod";
import { quoteInputSchema } from "@/lib/claims/schema";
import { linesSchema } from "@/lib/one-line";
import { confidences, linkTypes } from "@/lib/taxonomy/terms";

const publicId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, "An incident id has 8 characters, digits and capitals");

/** A directed link: from is the later incident or the effect, to the earlier or the cause. */
export const linkInputSchema = z
  .strictObject({
    from: publicId,
    to: publicId,
    type: z.enum(linkTypes),
    confidence: z.enum(confidences).default("medium"),
    note: linesSchema(1000).nullable().default(null),
    articleId: z.uuid().nullable().default(null),
    quote: quoteInputSchema.nullable().default(null),
  })
  .refine((link) => link.from !== link.to, {
    path: ["to"],
    message: "An incident cannot be linked to itself",
  })
  .refine((link) => link.quote === null || link.articleId !== null, {
    path: ["articleId"],
    message: "Name the article that the quote is from",
  });
export type LinkInput = z.infer<typeof linkInputSchema>;

/** A link as one of its incidents shows it: outgoing leads to the cause, incoming comes from an effect. */
export const linkViewSchema = z.object({
  id: z.uuid(),
  type: z.enum(linkTypes),
  direction: z.enum(["outgoing", "incoming"]),
  confidence: z.enum(confidences),
  publicId: z.string(),
  title: z.string(),
  occurred: z.string(),
  note: z.string().nullable(),
  quote: z.string().nullable(),
  articleId: z.string().nullable(),
});
export type LinkView = z.infer<typeof linkViewSchema>;
