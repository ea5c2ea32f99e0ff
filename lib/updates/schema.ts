import { z } from "zod";

const publicUpdateKinds = ["published", "updated", "retracted"] as const;

/** A change of what is public: which version of which incident came with it, and when (ISO). */
export const publicUpdateSchema = z.object({
  kind: z.enum(publicUpdateKinds),
  publicId: z.string(),
  version: z.int(),
  at: z.string(),
});
export type PublicUpdate = z.infer<typeof publicUpdateSchema>;

/** Name of the event that tells that more may have changed than is told one by one: read everything again. */
export const rereadEvent = "reread";

/** What the listeners are told. */
export type UpdateNews = PublicUpdate | typeof rereadEvent;

/** Names of the events of the stream. */
export const updateEventNames = [...publicUpdateKinds, rereadEvent] as const;
