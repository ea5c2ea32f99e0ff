import { z } from "zod";

const publicId = z.string().length(8);

/** A heartbeat: the incidents that somebody has open, and those whose company they want to know. */
export const heartbeatSchema = z.strictObject({
  /** Open in the desk; isEditing while something is typed that is not saved. */
  here: z.array(z.strictObject({ publicId, isEditing: z.boolean() })).max(10),
  watched: z.array(publicId).max(100),
  /** Closed just now. */
  left: z.array(publicId).max(10).default([]),
});
export type Heartbeat = z.input<typeof heartbeatSchema>;

const companySchema = z.object({
  publicId: z.string(),
  /** The stored version, and who saved it. */
  version: z.int(),
  savedBy: z.string(),
  /** Others who have it open, those who type first. */
  people: z.array(z.object({ name: z.string(), isEditing: z.boolean() })),
});
export type Company = z.infer<typeof companySchema>;

export const heartbeatAnswerSchema = z.object({ incidents: z.array(companySchema) });
