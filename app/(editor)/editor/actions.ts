"use server";

import { z } from "zod";
import { createActor } from "@/lib/actors/commands";
import { actorInputSchema } from "@/lib/actors/schema";
import { action } from "@/lib/api/action";
import { decideSuggestion, proposeAgain } from "@/lib/articles/commands";
import { confirmPublicationDay, publicationDaySchema } from "@/lib/articles/publication-day";
import { claimInputSchema } from "@/lib/claims/schema";
import { discardFormDraft, saveFormDraft } from "@/lib/drafts/commands";
import { formDraftSchema } from "@/lib/drafts/schema";
import { importArticleAgain } from "@/lib/incidents/article-import";
import {
  publishIncident,
  restoreIncident,
  retractIncident,
  returnIncident,
  submitIncident,
  updateIncident,
} from "@/lib/incidents/commands";
import { createIncidentOnce } from "@/lib/incidents/create-once";
import { createLink, deleteLink } from "@/lib/incidents/link-commands";
import { getIncidentForEditor } from "@/lib/incidents/permalink-queries";
import {
  incidentInputSchema,
  incidentPatchSchema,
  reasonSchema,
  restoreInputSchema,
  stepInputSchema,
} from "@/lib/incidents/schema";
import { acceptSuggestion, addSuggestionToIncident } from "@/lib/incidents/suggestion-commands";
import { linkInputSchema } from "@/lib/links/schema";
import { createPlace } from "@/lib/places/commands";
import { placeInputSchema } from "@/lib/places/schema";

const suggestionId = z.uuid();
const publicId = z.string().length(8);
const version = z.int().min(1);

export const proposeAgainAction = action(
  z.strictObject({ articleId: z.uuid(), publishedOn: z.iso.date("Give a date as YYYY-MM-DD").optional() }),
  async (principal, { articleId, publishedOn }) => proposeAgain(principal, articleId, { publishedOn }),
);

/** The day that was inferred, or another one, from which the article is then read again. */
export const confirmPublicationDayAction = action(publicationDaySchema, confirmPublicationDay);

/** The stored article when the page is as it was, else the newer text that took its place. */
export const importArticleAgainAction = action(
  z.strictObject({ articleId: z.uuid() }),
  async (principal, { articleId }) => importArticleAgain(principal, articleId),
);

export const decideSuggestionAction = action(
  z.strictObject({ suggestionId, decision: z.enum(["rejected", "open"]) }),
  async (principal, input) => decideSuggestion(principal, input.suggestionId, input.decision),
);

export const acceptSuggestionAction = action(
  z.strictObject({ suggestionId, input: incidentInputSchema }),
  async (principal, { suggestionId: id, input }) => acceptSuggestion(principal, id, input),
);

export const addSuggestionToIncidentAction = action(
  z.strictObject({ suggestionId, publicId, version, claims: z.array(claimInputSchema).max(200) }),
  async (principal, input) =>
    addSuggestionToIncident(principal, input.suggestionId, input.publicId, input.version, input.claims),
);

/** A new incident under a key of its form, so that a first save that is sent again makes no second one. */
export const createIncidentAction = action(
  z.strictObject({ key: z.uuid(), input: incidentInputSchema }),
  async (principal, { key, input }) => (await createIncidentOnce(principal, key, input, "updates")).record,
);

export const updateIncidentAction = action(
  z.strictObject({ publicId, version, patch: incidentPatchSchema }),
  async (principal, input) => updateIncident(principal, input.publicId, input.version, input.patch),
);

const stepSchema = stepInputSchema.extend({ publicId, version });

export const submitIncidentAction = action(stepSchema, async (principal, { publicId: id, ...options }) =>
  submitIncident(principal, id, options),
);

export const publishIncidentAction = action(stepSchema, async (principal, { publicId: id, ...options }) =>
  publishIncident(principal, id, options),
);

export const returnIncidentAction = action(
  reasonSchema.extend({ publicId, version }),
  async (principal, { publicId: id, ...options }) => returnIncident(principal, id, options),
);

export const retractIncidentAction = action(
  reasonSchema.extend({ publicId, version }),
  async (principal, { publicId: id, ...options }) => retractIncident(principal, id, options),
);

export const restoreIncidentAction = action(
  restoreInputSchema.extend({ publicId, seen: version }),
  async (principal, { publicId: id, ...options }) => restoreIncident(principal, id, options),
);

/** Both ends have a new version after it, unless a contributor linked to an incident of somebody else. */
export const createLinkAction = action(linkInputSchema, async (principal, input) => {
  const link = await createLink(principal, input);
  return { ...link, to: (await getIncidentForEditor(input.to))?.record ?? null };
});

export const deleteLinkAction = action(
  z.strictObject({ id: z.uuid(), publicId }),
  async (principal, input) => {
    await deleteLink(principal, input.id);
    return (await getIncidentForEditor(input.publicId))?.record ?? null;
  },
);

export const createActorAction = action(actorInputSchema, createActor);

export const createPlaceAction = action(placeInputSchema, createPlace);

export const saveFormDraftAction = action(formDraftSchema, saveFormDraft);

export const discardFormDraftAction = action(
  z.strictObject({ key: z.string().max(100) }),
  async (principal, { key }) => discardFormDraft(principal, key),
);
