import { z } from "zod";
import { linkViewSchema } from "@/lib/links/schema";
import { linesSchema } from "@/lib/one-line";
import { claimStandings, incidentStatuses } from "@/lib/taxonomy/terms";
import { incidentViewSchema } from "./schema";

/** The parts of an incident that are chosen one by one in a merge; the time zone goes with the date. */
export const mergeParts = [
  "title",
  "summary",
  "eventType",
  "outcome",
  "occurred",
  "place",
  "killed",
  "injured",
  "participations",
  "campaigns",
] as const;
export type MergePart = (typeof mergeParts)[number];

/** Parts that can be taken together. */
export const mergeListParts = ["participations", "campaigns"] as const satisfies readonly MergePart[];

const value = z.enum(["winner", "loser"]).optional();
const lines = z.enum(["winner", "loser", "both"]).optional();
export type MergeSide = "winner" | "loser" | "both";

const choicesSchema = z
  .strictObject({
    title: value,
    summary: value,
    eventType: value,
    outcome: value,
    occurred: value,
    place: value,
    killed: value,
    injured: value,
    participations: lines,
    campaigns: lines,
  })
  .meta({
    description:
      "The side that each value is taken from: winner is the incident that stays. Without a choice its own value stands, the other one where it knows nothing; lists are joined.",
  });
export type MergeChoices = Partial<Record<MergePart, MergeSide>>;

const publicId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, "An incident id has 8 characters, digits and capitals");

const reason = linesSchema(1000).optional();

/** Body of POST /api/v1/incidents/{publicId}/merge. */
export const mergeBodySchema = z.strictObject({ into: publicId, choices: choicesSchema.optional(), reason });

const version = z.int().min(1).optional();

export const mergeInputSchema = z.strictObject({
  loser: publicId,
  winner: publicId,
  loserVersion: version,
  winnerVersion: version,
  choices: choicesSchema.optional(),
  reason,
});
export type MergeInput = z.infer<typeof mergeInputSchema>;

/** Body of POST /api/v1/incidents/{publicId}/unmerge. */
export const unmergeBodySchema = z.strictObject({ reason });

export const unmergeInputSchema = unmergeBodySchema.extend({ publicId });

export const pairInputSchema = z
  .strictObject({ a: publicId, b: publicId })
  .refine(({ a, b }) => a !== b, { path: ["b"], message: "Name two incidents" });

/** The answer to an undone merge. */
export const unmergeViewSchema = z.object({
  incident: incidentViewSchema,
  winner: incidentViewSchema,
  kept: z.array(z.string()).meta({ description: "Parts that keep later changes" }),
});

const standing = z.enum(claimStandings);
const nullableText = z.string().nullable();

const claimRowSchema = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  field: z.string(),
  value: z.json(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
  end: z.int(),
  assertedBy: nullableText,
  credibility: z.int().nullable(),
  standing,
  reason: nullableText,
  position: z.int(),
  createdById: nullableText,
  createdAt: z.string(),
});

const linkRowSchema = z.object({
  id: z.uuid(),
  fromId: z.uuid(),
  toId: z.uuid(),
  type: linkViewSchema.shape.type,
  confidence: linkViewSchema.shape.confidence,
  note: nullableText,
  articleId: z.uuid().nullable(),
  exact: nullableText,
  prefix: nullableText,
  suffix: nullableText,
  start: z.int().nullable(),
  end: z.int().nullable(),
  createdById: nullableText,
  createdAt: z.string(),
});
export type MovedLinkRow = z.infer<typeof linkRowSchema>;

/** What a merge did, as its row keeps it: all that undoing it needs beside the revisions before it. */
export const movedSchema = z.object({
  loserStatus: z.enum(incidentStatuses),
  /** The loser's claims that moved, as they were, each with the standing that it got. */
  claims: z.array(z.object({ row: claimRowSchema, after: standing })),
  /** The loser's claims that stayed with it because the winner has the same. */
  twins: z.array(z.object({ id: z.uuid(), like: z.uuid() })),
  standings: z.array(z.object({ id: z.uuid(), before: standing, after: standing })),
  /** The loser's links that moved, as they were. */
  links: z.array(linkRowSchema),
  /** Links that had to go: to the winner itself, or such as the winner has already (then like names it). */
  dropped: z.array(z.object({ row: linkRowSchema, like: z.uuid().nullable() })),
  externalIds: z.array(z.uuid()),
  suggestions: z.array(z.uuid()),
  /** A change of the loser that waited for review and was withdrawn. */
  withdrawnChange: z.uuid().nullable(),
});
export type Moved = z.infer<typeof movedSchema>;
export type MovedClaim = Moved["claims"][number];
