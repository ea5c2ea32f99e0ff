import { z } from "zod";
import { eventTypes } from "@/lib/taxonomy/event-types";

const count = z.int().meta({ description: "Published incidents with it, and with what lies below it" });
const named = z.object({ slug: z.string(), name: z.string(), count });

/** What somebody may mean by the words typed so far, by kind, the best first. */
export const searchSuggestionsSchema = z.object({
  types: z.array(named),
  actors: z.array(named.extend({ matched: z.string().nullable() })),
  places: z.array(named.extend({ country: z.string().nullable(), matched: z.string().nullable() })),
  campaigns: z.array(named),
  incidents: z.array(
    z.object({
      publicId: z.string(),
      title: z.string(),
      eventType: z.enum(eventTypes),
      occurred: z.string(),
      timeZone: z.string(),
    }),
  ),
});
export type SearchSuggestions = z.infer<typeof searchSuggestionsSchema>;
