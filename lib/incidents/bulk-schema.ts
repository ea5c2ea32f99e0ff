import { z } from "zod";
import { linesSchema, oneLine } from "@/lib/one-line";
import { eventTypes } from "@/lib/taxonomy/event-types";
import { attributions, type incidentStatuses, outcomes, participationRoles } from "@/lib/taxonomy/terms";
import { reasonSchema } from "./schema";

/** Incidents that one transaction changes, and that one bulk change may reach. */
export const bulkChunk = 500;
export const maxBulk = 10_000;

const slug = z.string().trim().min(1, "Choose one from the list").max(100);
const publicId = z.string().length(8);
/** Why values without a quoted source become public, where there are such values. */
const unsourcedReason = linesSchema(1000).optional();

/** What is done to each incident. */
export const bulkChangeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add-campaign"), campaign: slug }),
  z.strictObject({ kind: z.literal("remove-campaign"), campaign: slug }),
  z.strictObject({ kind: z.literal("submit") }),
  z.strictObject({ kind: z.literal("publish"), unsourcedReason }),
  z.strictObject({ kind: z.literal("return"), reason: reasonSchema.shape.reason }),
  z.strictObject({ kind: z.literal("retract"), reason: reasonSchema.shape.reason }),
  z.strictObject({
    kind: z.literal("add-actor"),
    actor: slug,
    role: z.enum(participationRoles),
    attribution: z.enum(attributions).default("confirmed"),
    attributedBy: z.string().overwrite(oneLine).max(200, "At most 200 characters").nullable().default(null),
    unsourcedReason,
  }),
  z.strictObject({
    kind: z.literal("remove-actor"),
    actor: slug,
    /** Null for every role. */
    role: z.enum(participationRoles).nullable().default(null),
  }),
  z
    .strictObject({ kind: z.literal("replace-actor"), from: slug, to: slug, unsourcedReason })
    .refine(({ from, to }) => from !== to, { path: ["to"], message: "Choose another actor" }),
  z.strictObject({ kind: z.literal("event-type"), eventType: z.enum(eventTypes) }),
  z.strictObject({ kind: z.literal("outcome"), outcome: z.enum(outcomes) }),
]);
export type BulkChange = z.output<typeof bulkChangeSchema>;
export type BulkKind = BulkChange["kind"];

/** Which incidents are meant: these, or all that a query of the table finds but these. */
const bulkTargetSchema = z.union([
  z.strictObject({ publicIds: z.array(publicId).min(1, "Select incidents first").max(maxBulk) }),
  z.strictObject({ query: z.string().max(4000), except: z.array(publicId).max(maxBulk) }),
]);
export type BulkTarget = z.infer<typeof bulkTargetSchema>;

export const bulkPreviewInputSchema = z.strictObject({ target: bulkTargetSchema, change: bulkChangeSchema });

/** One step of a bulk change: up to bulkChunk incidents at the versions that were seen. */
export const bulkStepSchema = z.strictObject({
  /** The bulk change that this continues; null for the first step. */
  id: z.uuid().nullable(),
  change: bulkChangeSchema,
  items: z
    .array(z.strictObject({ publicId, version: z.int().min(1) }))
    .min(1)
    .max(bulkChunk),
});
export type BulkStep = z.output<typeof bulkStepSchema>;

/** An incident of a bulk change: its versions before and after, and whether it was put back since. */
const bulkItemSchema = z.object({
  publicId: z.string(),
  before: z.int(),
  after: z.int(),
  undone: z.boolean().optional(),
});
export type BulkItem = z.infer<typeof bulkItemSchema>;
export const bulkItemsSchema = z.array(bulkItemSchema);

/** An incident that was left as it is, and why. */
export type LeftOut = { publicId: string; title: string; reason: string };

/** What a bulk change would do. */
export type BulkPreview = {
  /** Incidents that are meant; more may match than one bulk change may reach. */
  meant: number;
  matching: number;
  /** Public id and version of each that would change. */
  changes: { publicId: string; version: number }[];
  /** The first of them in words. */
  lines: {
    publicId: string;
    title: string;
    status: (typeof incidentStatuses)[number];
    from: string;
    to: string;
  }[];
  /** How many say so already. */
  same: number;
  refused: { reason: string; count: number; examples: { publicId: string; title: string }[] }[];
};

export type BulkResult = { id: string | null; changed: number; skipped: LeftOut[] };

/** left: how many of the change are still to be put back, by the next call. */
export type BulkUndoResult = { undone: number; left: number; kept: LeftOut[] };

/** A bulk change as the desk lists it. */
export type BulkSummary = {
  id: string;
  change: BulkChange;
  /** The names of what the change names by slugs. */
  words: string;
  count: number;
  by: string;
  createdAt: string;
  undoneAt: string | null;
  undoneBy: string | null;
  /** Whether the viewer may undo it. */
  mayUndo: boolean;
};
