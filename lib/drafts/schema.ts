import { z } from "zod";

/** What somebody is typing, under a key such as "suggestion:<id>" or "incident:<publicId>". */
export const formDraftSchema = z.strictObject({
  key: z.string().regex(/^[a-z-]+:[A-Za-z0-9-]{1,80}$/),
  body: z.record(z.string(), z.unknown()).refine((body) => JSON.stringify(body).length <= 1_000_000, {
    message: "The form holds more than 1 MB",
  }),
});

/** A stored draft; updatedAt as an ISO instant. */
export type StoredFormDraft = { key: string; body: unknown; updatedAt: string };
