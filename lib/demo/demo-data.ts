import "server-only";
import { z } from "zod";
import { claimValueSchemas, countRangeSchema } from "@/lib/claims/schema";
import { isTimeZone } from "@/lib/dates/zones";
import { eventTypes } from "@/lib/taxonomy/event-types";
import {
  attributions,
  type ClaimField,
  claimStandings,
  confidences,
  linkTypes,
  outcomes,
  participationRoles,
  placePrecisions,
} from "@/lib/taxonomy/terms";
import articles from "@/prisma/demo/articles.json";
import campaigns from "@/prisma/demo/campaigns.json";
import incidents from "@/prisma/demo/incidents.json";
import links from "@/prisma/demo/links.json";

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const timeZone = z.string().refine(isTimeZone);

function claimOf<Field extends ClaimField>(field: Field) {
  return z.strictObject({
    field: z.literal(field),
    article: key,
    quote: z.string().min(1),
    value: claimValueSchemas[field],
    assertedBy: z.string().min(1).nullable(),
    credibility: z.int().min(1).max(6),
    standing: z.enum(claimStandings),
    reason: z.string().min(1).nullable(),
  });
}

const claimSchema = z.discriminatedUnion("field", [
  claimOf("title"),
  claimOf("summary"),
  claimOf("occurred"),
  claimOf("place"),
  claimOf("eventType"),
  claimOf("outcome"),
  claimOf("killed"),
  claimOf("injured"),
  claimOf("participant"),
]);

const incidentSchema = z.strictObject({
  key,
  title: z.string().min(1).max(300),
  summary: z.string().min(1),
  eventType: z.enum(eventTypes),
  outcome: z.enum(outcomes),
  occurred: z.string().min(1),
  timeZone,
  place: key,
  placePrecision: z.enum(placePrecisions),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  killed: countRangeSchema.nullable(),
  injured: countRangeSchema.nullable(),
  participations: z.array(
    z.strictObject({
      actor: key,
      role: z.enum(participationRoles),
      attribution: z.enum(attributions),
      attributedBy: z.string().min(1).nullable(),
    }),
  ),
  campaigns: z.array(key),
  claims: z.array(claimSchema).min(3),
});

const demoDataSchema = z.object({
  articles: z.array(
    z.strictObject({
      key,
      title: z.string().min(1).max(300),
      byline: z.string().min(1),
      publishedOn: z.iso.date(),
      timeZone,
      language: z.literal("en"),
      paragraphs: z.array(z.string().min(1)).min(1),
    }),
  ),
  campaigns: z.array(z.strictObject({ slug: key, name: z.string().min(1), description: z.string().min(1) })),
  incidents: z.array(incidentSchema),
  links: z.array(
    z.strictObject({
      from: key,
      to: key,
      type: z.enum(linkTypes),
      confidence: z.enum(confidences),
      article: key.optional(),
      quote: z.string().min(1).optional(),
    }),
  ),
});

export type DemoData = z.infer<typeof demoDataSchema>;

/**
 * The demo timeline of prisma/demo, checked: incidents in order of date, with claims whose quotes stand
 * in one paragraph of their article; `from` of a link is the later incident or the effect.
 */
export function loadDemoData(): DemoData {
  return demoDataSchema.parse({ articles, campaigns, incidents, links });
}
