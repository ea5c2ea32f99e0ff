import { z } from "zod";
import { incidentSummarySchema } from "./summary";

/** A row of the desk's table of incidents; instants are ISO, sources counts articles. */
const tableRowSchema = incidentSummarySchema.extend({
  version: z.int(),
  injuredMin: z.int().nullable(),
  injuredMax: z.int().nullable(),
  updatedAt: z.string(),
  publishedAt: z.string().nullable(),
  author: z.string().nullable(),
  actors: z.array(z.string()),
  campaigns: z.array(z.string()),
  sources: z.int(),
});
export type TableRow = z.infer<typeof tableRowSchema>;

/** What the table answers for a request of rows. */
export const tablePageSchema = z.object({ rows: z.array(tableRowSchema), next: z.string().nullable() });
