import { z } from "zod";
import type { Extraction } from "@/lib/extraction/proposal";
import { eventTypes } from "@/lib/taxonomy/event-types";
import {
  attributions,
  claimFields,
  linkTypes,
  outcomes,
  participationRoles,
  placePrecisions,
} from "@/lib/taxonomy/terms";

const count = z.object({ min: z.int(), max: z.int().nullable() });

/** What npm run extract prints and the API calls suggestions; offsets in UTF-16 code units. */
export const suggestionsSchema = z.object({
  article: z.object({
    publishedOn: z.string().nullable(),
    publishedOnFrom: z.enum(["given", "text", "inferred"]).nullable(),
    timeZone: z.string().nullable(),
    paragraphs: z.int(),
    repeatedParagraphs: z.int(),
  }),
  incidents: z.array(
    z.object({
      title: z.string(),
      summary: z.string(),
      occurred: z.string(),
      timeZone: z.string(),
      place: z
        .object({
          name: z.string(),
          country: z.string().nullable(),
          latitude: z.number().nullable(),
          longitude: z.number().nullable(),
          precision: z.enum(placePrecisions),
        })
        .nullable(),
      eventType: z.enum(eventTypes),
      outcome: z.enum(outcomes),
      killed: count.nullable(),
      injured: count.nullable(),
      participants: z.array(
        z.object({
          name: z.string(),
          role: z.enum(participationRoles),
          attribution: z.enum(attributions),
          attributedBy: z.string().nullable(),
        }),
      ),
      quotes: z.array(
        z.object({ field: z.enum(claimFields), exact: z.string(), start: z.int(), end: z.int() }),
      ),
      background: z.boolean(),
      confidence: z.number(),
    }),
  ),
  links: z.array(
    z.object({ from: z.int(), to: z.int(), type: z.enum(linkTypes), quote: z.string().nullable() }),
  ),
});
export type Suggestions = z.infer<typeof suggestionsSchema>;

/** An extraction without what only this site knows, such as the slugs of places and actors. */
export function suggestionsOf(extraction: Extraction): Suggestions {
  // A schema without unknown keys leaves out every other member of a proposal.
  return suggestionsSchema.parse({
    ...extraction,
    // A quote of a figure that gave way belongs to no value of the incident.
    incidents: extraction.incidents.map((incident) => ({
      ...incident,
      quotes: incident.quotes.filter(({ value }) => value === undefined),
    })),
    links: extraction.links.map((link) => ({ ...link, quote: link.quote?.exact ?? null })),
  });
}
