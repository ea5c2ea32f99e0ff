import { z } from "zod";
import type { EntryKind } from "@/lib/names/entry-kinds";

const values = z.record(z.string(), z.string());

/** What is kept of an unsaved form of an entry: its fields, and the state that they were made from. */
export const entryDraftSchema = z.object({
  values,
  start: values,
  stamp: z.string().nullable(),
  /** By the clock of the device that it was typed on. */
  savedAt: z.iso.datetime(),
});
export type EntryDraft = z.infer<typeof entryDraftSchema>;

/** The key under which the form of an entry is kept. */
export const entryDraftKey = (kind: EntryKind, slug: string | null): string =>
  `${kind}:${(slug ?? "new").slice(0, 80)}`;
