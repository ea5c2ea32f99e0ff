"use server";

import { z } from "zod";
import { createActor, deleteActor, updateActor } from "@/lib/actors/commands";
import { actorInputSchema, actorPatchSchema } from "@/lib/actors/schema";
import { action } from "@/lib/api/action";
import type { Principal } from "@/lib/auth/principal";
import { createCampaign, deleteCampaign, updateCampaign } from "@/lib/campaigns/commands";
import { campaignInputSchema, campaignPatchSchema } from "@/lib/campaigns/schema";
import { AppError } from "@/lib/errors";
import { inputOf, unchosenParent } from "@/lib/names/entry-form";
import { type EntryKind, entryKinds } from "@/lib/names/entry-kinds";
import { createPlace, deletePlace, updatePlace } from "@/lib/places/commands";
import { placeInputSchema, placePatchSchema } from "@/lib/places/schema";
import { createPublisher, deletePublisher, updatePublisher } from "@/lib/publishers/commands";
import { publisherInputSchema, publisherPatchSchema } from "@/lib/publishers/schema";

type Editor = Principal | null;
type Input = Record<string, unknown>;
type Commands = {
  create: (editor: Editor, input: Input) => Promise<{ slug: string }>;
  update: (editor: Editor, slug: string, stamp: string, input: Input) => Promise<{ updatedAt: string }>;
  remove: (editor: Editor, slug: string) => Promise<void>;
};

const commands: Record<EntryKind, Commands> = {
  actors: {
    create: (editor, { takeAliasesFrom: _none, ...input }) =>
      createActor(editor, actorInputSchema.parse(input)),
    update: (editor, slug, stamp, input) => updateActor(editor, slug, stamp, actorPatchSchema.parse(input)),
    remove: deleteActor,
  },
  places: {
    create: (editor, input) => createPlace(editor, placeInputSchema.parse(input)),
    update: (editor, slug, stamp, input) => updatePlace(editor, slug, stamp, placePatchSchema.parse(input)),
    remove: deletePlace,
  },
  publishers: {
    create: (editor, input) => createPublisher(editor, publisherInputSchema.parse(input)),
    update: (editor, slug, stamp, input) =>
      updatePublisher(editor, slug, stamp, publisherPatchSchema.parse(input)),
    remove: deletePublisher,
  },
  campaigns: {
    create: (editor, input) => createCampaign(editor, campaignInputSchema.parse(input)),
    update: (editor, slug, stamp, input) =>
      updateCampaign(editor, slug, stamp, campaignPatchSchema.parse(input)),
    remove: deleteCampaign,
  },
};

const kind = z.enum(entryKinds);
const slug = z.string().max(200);

/** Stores what a form says: of a new entry, or of one whose state stamp names. */
export const saveEntryAction = action(
  z.strictObject({
    kind,
    entry: z.strictObject({ slug, stamp: z.iso.datetime() }).nullable(),
    values: z.record(z.string().max(50), z.string().max(200_000, "At most 200,000 characters")),
    takeAliasesFrom: z.array(slug).max(50).optional(),
  }),
  async (principal, { kind: list, entry, values, takeAliasesFrom }) => {
    const errors = unchosenParent(values);
    if (errors[0]) {
      throw new AppError("invalid-input", { message: `${errors[0].message}.`, errors });
    }
    const input = { ...inputOf(list, values), ...(takeAliasesFrom ? { takeAliasesFrom } : {}) };
    if (!entry) {
      return { slug: (await commands[list].create(principal, input)).slug, view: null };
    }
    return { slug: entry.slug, view: await commands[list].update(principal, entry.slug, entry.stamp, input) };
  },
);

export const deleteEntryAction = action(
  z.strictObject({ kind, slug }),
  async (principal, { kind: list, slug: gone }) => commands[list].remove(principal, gone),
);
