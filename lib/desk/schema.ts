import { z } from "zod";
import { incidentSummarySchema } from "@/lib/incidents/summary";
import { actorKinds, placeKinds } from "@/lib/taxonomy/terms";

const namedSchema = z.object({ slug: z.string(), name: z.string() });
/** matched: the other name under which it was found. */
const matched = z.string().nullable();

/** What the command palette finds, each list best first. */
export const deskFindsSchema = z.object({
  incidents: z.array(incidentSummarySchema),
  articles: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      publisher: z.string().nullable(),
      publishedOn: z.string().nullable(),
    }),
  ),
  actors: z.array(namedSchema.extend({ kind: z.enum(actorKinds), matched })),
  places: z.array(namedSchema.extend({ kind: z.enum(placeKinds), country: z.string().nullable(), matched })),
  campaigns: z.array(namedSchema),
});
export type DeskFinds = z.infer<typeof deskFindsSchema>;
