import { z } from "zod";
import { claimInputSchema, claimViewSchema, countRangeSchema, sourceViewSchema } from "@/lib/claims/schema";
import { isTimeZone } from "@/lib/dates/zones";
import { linkViewSchema } from "@/lib/links/schema";
import { lineSchema, linesSchema, oneLine } from "@/lib/one-line";
import { eventTypes } from "@/lib/taxonomy/event-types";
import {
  attributions,
  incidentStatuses,
  outcomes,
  participationRoles,
  placePrecisions,
} from "@/lib/taxonomy/terms";
import { readOccurred } from "./occurred";

const slug = z.string().trim().min(1).max(100);

const participationInputSchema = z.strictObject({
  actor: slug,
  role: z.enum(participationRoles),
  attribution: z.enum(attributions).default("confirmed"),
  attributedBy: z.string().overwrite(oneLine).max(200, "At most 200 characters").nullable().default(null),
});

const placeInputSchema = z
  .strictObject({
    slug,
    precision: z.enum(placePrecisions).default("exact"),
    latitude: z.number().min(-90, "Give -90 to 90").max(90, "Give -90 to 90").nullable().default(null),
    longitude: z.number().min(-180, "Give -180 to 180").max(180, "Give -180 to 180").nullable().default(null),
  })
  .refine((place) => (place.latitude === null) === (place.longitude === null), {
    path: ["longitude"],
    message: "Give both coordinates or none",
  });

const fields = {
  title: lineSchema(300, "Give a title"),
  summary: linesSchema(5000),
  eventType: z.enum(eventTypes, "Choose an event type"),
  outcome: z.enum(outcomes, "Choose an outcome"),
  occurred: z.string().trim().min(1, "Say when it happened").max(100, "At most 100 characters"),
  timeZone: z.string().refine(isTimeZone, "Give an IANA time zone, such as Asia/Baghdad"),
  place: placeInputSchema.nullable(),
  killed: countRangeSchema.nullable(),
  injured: countRangeSchema.nullable(),
  participations: z.array(participationInputSchema).max(50, "At most 50 participations"),
  campaigns: z.array(slug).max(20, "At most 20 campaigns"),
  claims: z.array(claimInputSchema).max(500, "At most 500 claims"),
  /** Why values without a claim stand in a published incident. */
  unsourcedReason: linesSchema(1000)
    .transform((text) => text || null)
    .nullable(),
};

type Checked = { occurred?: string; timeZone?: string; participations?: { actor: string; role: string }[] };

function checkTogether(input: Checked, context: z.RefinementCtx): void {
  if (input.occurred !== undefined) {
    // A zone that is none has its own error; it says nothing against the date.
    const timeZone = isTimeZone(input.timeZone ?? "") ? input.timeZone : undefined;
    const read = readOccurred(input.occurred, timeZone ?? "UTC");
    if (!read.ok) {
      context.addIssue({ code: "custom", path: ["occurred"], message: read.message });
    }
  }
  const seen = new Set<string>();
  for (const [index, part] of (input.participations ?? []).entries()) {
    const key = `${part.actor} ${part.role}`;
    if (seen.has(key)) {
      context.addIssue({
        code: "custom",
        path: ["participations", index, "actor"],
        message: "This actor already has this role",
      });
    }
    seen.add(key);
  }
}

/** What a form, an action and POST /api/v1/incidents give for a new incident. */
export const incidentInputSchema = z
  .strictObject({
    ...fields,
    summary: fields.summary.default(""),
    outcome: fields.outcome.default("unknown"),
    timeZone: fields.timeZone.default("UTC"),
    place: fields.place.default(null),
    killed: fields.killed.default(null),
    injured: fields.injured.default(null),
    participations: fields.participations.default([]),
    campaigns: fields.campaigns.default([]),
    claims: fields.claims.default([]),
    unsourcedReason: fields.unsourcedReason.default(null),
  })
  .superRefine(checkTogether);
export type IncidentInput = z.infer<typeof incidentInputSchema>;

/** A change: only what is given changes; claims, participations and campaigns are replaced as a whole. */
export const incidentPatchSchema = z
  .strictObject({ ...fields, reason: linesSchema(1000) })
  .partial()
  .superRefine(checkTogether);
export type IncidentPatch = z.infer<typeof incidentPatchSchema>;

export const reasonSchema = z.strictObject({
  reason: linesSchema(1000).min(1, "Give a reason"),
});

const count = z.object({ min: z.int(), max: z.int().nullable() });

/** Submitting and publishing may say why. */
export const stepInputSchema = z.strictObject({
  reason: linesSchema(1000).optional(),
});

export const restoreInputSchema = reasonSchema.extend({
  version: z.int("Give the number of a version").min(1).max(999_999_999, "There is no such version"),
});

/** An incident as the API and every page show it. */
export const incidentViewSchema = z.object({
  publicId: z.string(),
  version: z.int(),
  status: z.enum(incidentStatuses),
  title: z.string(),
  summary: z.string(),
  eventType: z.enum(eventTypes),
  outcome: z.enum(outcomes),
  occurred: z.string(),
  earliest: z.string(),
  latest: z.string(),
  timeZone: z.string(),
  place: z
    .object({
      slug: z.string(),
      name: z.string(),
      country: z.string().nullable(),
      admin1: z.string().nullable(),
      latitude: z.number(),
      longitude: z.number(),
      precision: z.enum(placePrecisions),
    })
    .nullable(),
  killed: count.nullable(),
  injured: count.nullable(),
  participations: z.array(
    z.object({
      actor: z.object({ slug: z.string(), name: z.string() }),
      role: z.enum(participationRoles),
      attribution: z.enum(attributions),
      attributedBy: z.string().nullable(),
    }),
  ),
  campaigns: z.array(z.object({ slug: z.string(), name: z.string() })),
  links: z.array(linkViewSchema),
  sources: z.array(sourceViewSchema),
  url: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  publishedAt: z.string().nullable(),
});
export type IncidentView = z.infer<typeof incidentViewSchema>;

/** The whole record of an incident at one version: what a revision keeps and a permalink shows. */
export const incidentRecordSchema = z.object({
  incident: incidentViewSchema,
  claims: z.array(claimViewSchema),
  /** Why values without a claim stand in it; missing in versions from before it was asked. */
  unsourcedReason: z.string().nullish(),
});
export type IncidentRecord = z.infer<typeof incidentRecordSchema>;

/** One version of an incident, without its state. */
export type RevisionSummary = {
  version: number;
  action: string;
  status: string;
  changes: string[];
  reason: string | null;
  userName: string;
  createdAt: string;
};
