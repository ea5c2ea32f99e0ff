import { z } from "zod";
import { quoteInputSchema } from "@/lib/claims/schema";
import { eventTypes } from "@/lib/taxonomy/event-types";
import {
  attributions,
  type ClaimField,
  claimFields,
  claimStandings,
  outcomes,
  participationRoles,
  placePrecisions,
} from "@/lib/taxonomy/terms";

/** A claim as the form holds it: the words of an article behind one field, or one participant. */
const formClaimSchema = z.object({
  key: z.string(),
  /** Of a stored claim; null for a new one. */
  id: z.string().nullable(),
  field: z.enum(claimFields),
  /** Key of the participant that it is about; null for other fields and for participants left out. */
  participant: z.string().nullable(),
  articleId: z.string(),
  quote: quoteInputSchema,
  assertedBy: z.string().nullable(),
  credibility: z.int().nullable(),
  standing: z.enum(claimStandings),
  reason: z.string().nullable(),
  /** True: its value is whatever the field says. False: it keeps the value below. */
  follows: z.boolean(),
  /** The editor said that it says the value that the field was changed to. */
  isConfirmed: z.boolean().optional(),
  value: z.unknown(),
});
export type FormClaim = z.infer<typeof formClaimSchema>;

const formParticipantSchema = z.object({
  key: z.string(),
  /** Slug; null while the name is not that of a known actor. */
  actor: z.string().nullable(),
  name: z.string(),
  role: z.enum(participationRoles),
  attribution: z.enum(attributions),
  attributedBy: z.string(),
});
export type FormParticipant = z.infer<typeof formParticipantSchema>;

const formPlaceSchema = z.object({
  /** Null while the name is not that of a known place. */
  slug: z.string().nullable(),
  name: z.string(),
  country: z.string().nullable(),
  precision: z.enum(placePrecisions),
  /** "latitude, longitude" where they are not those of the place; "" otherwise. */
  coordinates: z.string(),
});
export type FormPlace = z.infer<typeof formPlaceSchema>;

/** An incident as the editor's form holds it: what was typed, readable or not. Drafts keep it as JSON. */
export const incidentFormSchema = z.object({
  title: z.string(),
  summary: z.string(),
  eventType: z.enum(eventTypes).or(z.literal("")),
  outcome: z.enum(outcomes),
  /** As typed; readTypedDate reads it. */
  occurred: z.string(),
  timeZone: z.string(),
  place: formPlaceSchema,
  /** As typed; readTypedCount reads it. */
  killed: z.string(),
  injured: z.string(),
  participants: z.array(formParticipantSchema),
  campaigns: z.array(z.object({ slug: z.string(), name: z.string() })),
  claims: z.array(formClaimSchema),
  /** Why values without a source are published; drafts from before it was asked have none. */
  unsourcedReason: z.string().default(""),
});
export type IncidentForm = z.infer<typeof incidentFormSchema>;

/** What is wrong, by the part of the form: a field's name, "participants.2", or "form" for the whole. */
export type FormErrors = Partial<Record<string, string>>;

export const emptyPlace: FormPlace = {
  slug: null,
  name: "",
  country: null,
  precision: "exact",
  coordinates: "",
};

export function emptyForm(timeZone: string): IncidentForm {
  return {
    title: "",
    summary: "",
    eventType: "",
    outcome: "unknown",
    occurred: "",
    timeZone,
    place: emptyPlace,
    killed: "",
    injured: "",
    participants: [],
    campaigns: [],
    claims: [],
    unsourcedReason: "",
  };
}

/** Where a claim belongs: a field, or one participant. */
export type ClaimTarget = { field: ClaimField; participant: string | null };

/** A new claim for a field: its words say what the field says. */
export function newClaim(
  key: string,
  target: ClaimTarget,
  articleId: string,
  quote: FormClaim["quote"],
): FormClaim {
  return {
    key,
    id: null,
    ...target,
    articleId,
    quote,
    assertedBy: null,
    credibility: null,
    standing: "accepted",
    reason: null,
    follows: true,
    value: null,
  };
}

export const claimsOf = (form: IncidentForm, target: ClaimTarget): FormClaim[] =>
  form.claims.filter((claim) => claim.field === target.field && claim.participant === target.participant);
