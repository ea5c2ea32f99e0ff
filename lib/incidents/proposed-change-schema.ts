import { z } from "zod";
import { linesSchema } from "@/lib/one-line";
import { proposedChangeStatuses } from "@/lib/taxonomy/terms";
import { incidentPatchSchema, reasonSchema } from "./schema";

/** A change of a published incident as the desk and the API show it; instants are ISO. */
export const proposedChangeSchema = z.object({
  id: z.uuid(),
  publicId: z.string(),
  title: z.string(),
  /** The version that it was made against. */
  baseVersion: z.int(),
  status: z.enum(proposedChangeStatuses),
  /** Only what changes; claims as a whole when they do. */
  patch: z.record(z.string(), z.unknown()),
  reason: z.string().nullable(),
  proposedBy: z.string(),
  proposedById: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** What was said when it was decided. */
  decision: z.string().nullable(),
});
export type ProposedChange = z.infer<typeof proposedChangeSchema>;

/** When the change was last written, as it was seen: who decides or continues it means that state. */
const seenAt = z.iso.datetime();
const id = z.uuid();

export const publicIdSchema = z.strictObject({ publicId: z.string().length(8) });

export const proposalInputSchema = z.strictObject({
  publicId: z.string().length(8),
  version: z.int().min(1),
  patch: incidentPatchSchema,
  /** Null when no open change was seen; left out, one's own open change is added to. */
  seenAt: seenAt.nullable().optional(),
});
export type ProposalInput = z.infer<typeof proposalInputSchema>;

export const proposeRestoreSchema = reasonSchema.extend({
  publicId: z.string().length(8),
  restored: z.int().min(1),
});

export const approvalSchema = z.strictObject({
  id,
  seenAt,
  /** The version of the incident that the change was compared with. */
  version: z.int().min(1),
  /** What was chosen where both changed the same, by the id of the spot; mine is the proposal's. */
  sides: z.record(z.string(), z.enum(["mine", "stored"])).default({}),
  note: linesSchema(1000).optional(),
});
export type Approval = z.input<typeof approvalSchema>;

export const proposalReturnSchema = reasonSchema.extend({ id, seenAt });
export const proposalIdSchema = z.strictObject({ id });
