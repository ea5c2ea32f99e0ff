import { z } from "zod";
import { eventTypes } from "@/lib/taxonomy/event-types";
import { confidences, incidentStatuses, linkTypes, outcomes } from "@/lib/taxonomy/terms";

/** A line about an incident: enough to name it, date it and mark its type. */
export const incidentSummarySchema = z.object({
  publicId: z.string(),
  status: z.enum(incidentStatuses),
  title: z.string(),
  eventType: z.enum(eventTypes),
  outcome: z.enum(outcomes),
  occurred: z.string(),
  earliest: z.string(),
  latest: z.string(),
  timeZone: z.string(),
  place: z.object({ slug: z.string(), name: z.string(), country: z.string().nullable() }).nullable(),
  killedMin: z.int().nullable(),
  killedMax: z.int().nullable(),
});
export type IncidentSummary = z.infer<typeof incidentSummarySchema>;

/** Incidents around one, with how many links away they are, and all links between them. */
export const incidentChainSchema = z.object({
  nodes: z.array(incidentSummarySchema.extend({ distance: z.int() })),
  links: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      type: z.enum(linkTypes),
      confidence: z.enum(confidences),
      note: z.string().nullable(),
    }),
  ),
});
export type IncidentChain = z.infer<typeof incidentChainSchema>;
