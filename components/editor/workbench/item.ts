import { z } from "zod";
import type { SuggestionView } from "@/lib/articles/schema";
import type { StoredFormDraft } from "@/lib/drafts/schema";
import type { ProposedIncident } from "@/lib/extraction/proposal";
import { emptyForm, type FormErrors, type IncidentForm, incidentFormSchema } from "@/lib/incidents/form";
import { differingParts } from "@/lib/incidents/form-merge";
import { formOfProposal } from "@/lib/incidents/form-of-proposal";
import { formOfRecord } from "@/lib/incidents/form-of-record";
import type { LikeIncident } from "@/lib/incidents/likeness";
import type { ProposedChange } from "@/lib/incidents/proposed-change-schema";
import type { IncidentRecord } from "@/lib/incidents/schema";
import { newCreateKey } from "./create-key";

type Busy = "saving" | "submitting" | "publishing" | "deciding";

/** What is known of an item that extraction proposed. */
type ItemSuggestion = {
  id: string;
  position: number;
  background: boolean;
  confidence: number;
  fromModel: NonNullable<ProposedIncident["fromModel"]>;
  /** Recorded incidents that may be the same. */
  likes: readonly LikeIncident[];
};

export type ItemProposal = Pick<ProposedChange, "id" | "updatedAt">;

/** One incident on the workbench: proposed, drafted by hand or stored, with what is typed about it. */
export type Item = {
  /** "suggestion:<id>", "incident:<publicId>" or "new:<articleId>-<n>"; stays the same on its page. */
  id: string;
  /** The article whose claims follow the form; null where no article is open. */
  articleId: string | null;
  suggestion: ItemSuggestion | null;
  /** Of an incident begun by hand: the key under which it is stored once. */
  createKey: string | null;
  isRejected: boolean;
  record: IncidentRecord | null;
  /** The version that the form was made from; null for what is not stored yet. */
  version: number | null;
  /** What the form began as; null when that is not known any more. */
  start: IncidentForm | null;
  form: IncidentForm;
  errors: FormErrors;
  /** What went wrong with the whole, in words. */
  problem: { words: string; isSignedOut: boolean; isStale: boolean } | null;
  busy: Busy | null;
  /** What somebody else stored in the meantime. */
  conflict: IncidentRecord | null;
  /** One's own change of a published incident that waits for review: the form is that of the change. */
  proposal: ItemProposal | null;
  /** When what is typed was kept before this page was opened, ISO. */
  restoredAt: string | null;
};

/** What is kept of an unsaved form, on the device and on the server. */
export const draftBodySchema = z.object({
  form: incidentFormSchema,
  version: z.int().nullable(),
  /** By the clock of the device that it was typed on. */
  savedAt: z.iso.datetime(),
  createKey: z.uuid().nullish(),
});
export type DraftBody = z.infer<typeof draftBodySchema>;

export const publicIdOf = (item: Item | undefined): string | null => item?.record?.incident.publicId ?? null;

/** Whether the article only recalls what an item is about, and nobody recorded it yet. */
export const isBackground = (item: Item): boolean =>
  item.record === null && (item.suggestion?.background ?? false);

/** The key under which an item's unsaved form is kept. */
export const draftKeyOf = (item: Item): string =>
  item.record ? `incident:${item.record.incident.publicId}` : item.id;

const unchanged = {
  errors: {},
  problem: null,
  busy: null,
  conflict: null,
  restoredAt: null,
  proposal: null,
  createKey: null,
} as const;

export function itemOfRecord(record: IncidentRecord, articleId: string | null): Item {
  const form = formOfRecord(record, articleId);
  return {
    ...unchanged,
    id: `incident:${record.incident.publicId}`,
    articleId,
    suggestion: null,
    isRejected: false,
    record,
    version: record.incident.version,
    start: form,
    form,
  };
}

/** A published incident with the form of one's own change of it, made against an earlier version perhaps. */
export function itemOfProposal(
  record: IncidentRecord,
  proposed: IncidentRecord,
  change: ItemProposal & { baseVersion: number },
): Item {
  const form = formOfRecord(proposed, null);
  const { id, updatedAt, baseVersion } = change;
  return {
    ...itemOfRecord(record, null),
    version: baseVersion,
    start: form,
    form,
    proposal: { id, updatedAt },
  };
}

function itemOfSuggestion(
  { id, position, status, proposal }: SuggestionView,
  record: IncidentRecord | null,
  articleId: string,
  likes: readonly LikeIncident[] = [],
): Item {
  const { background, confidence, fromModel = [] } = proposal;
  const suggestion = { id, position, background, confidence, fromModel, likes };
  const own = { id: `suggestion:${id}`, suggestion, isRejected: status === "rejected" };
  if (record) return { ...itemOfRecord(record, articleId), ...own };
  const form = formOfProposal(proposal, articleId);
  return { ...unchanged, ...own, articleId, record: null, version: null, start: form, form };
}

export function newItem(id: string, articleId: string, timeZone: string): Item {
  const form = emptyForm(timeZone);
  return {
    ...unchanged,
    id,
    articleId,
    suggestion: null,
    createKey: newCreateKey(),
    isRejected: false,
    record: null,
    version: null,
    start: form,
    form,
  };
}

/** Whether the form says something else than what is stored or was proposed. */
export const isDirty = (item: Item): boolean =>
  item.start === null || (item.form !== item.start && differingParts(item.start, item.form).length > 0);

/**
 * An item with what was typed about it before, unless that is what it says anyway. What was typed over
 * another version than the present one has no known start.
 */
export function restoreItem(item: Item, draft: DraftBody): Item {
  if (!isDirty({ ...item, form: draft.form })) return item;
  const start = draft.version === item.version ? item.start : null;
  const createKey = item.createKey && (draft.createKey ?? item.createKey);
  return { ...item, form: draft.form, version: draft.version, start, createKey, restoredAt: draft.savedAt };
}

const newKeyPrefix = (articleId: string): string => `new:${articleId}`;

/** Keys of incidents drafted by hand that an article may have open at a time. */
export const newKeys = (articleId: string): string[] =>
  Array.from({ length: 9 }, (_, index) => `${newKeyPrefix(articleId)}-${index + 1}`);

/** The items of an article as the server knows them: proposals in text order, then what was added by hand. */
export function itemsOfArticle(source: {
  articleId: string;
  timeZone: string;
  suggestions: readonly SuggestionView[];
  /** By the id of the suggestion. */
  likes: ReadonlyMap<string, readonly LikeIncident[]>;
  records: readonly IncidentRecord[];
  drafts: readonly StoredFormDraft[];
}): Item[] {
  const { articleId, suggestions, records, drafts } = source;
  const byId = new Map(records.map((record) => [record.incident.publicId, record]));
  const shown = new Set<string>();
  const proposed = suggestions.flatMap((suggestion) => {
    const publicId = suggestion.incidentPublicId ?? "";
    // Two proposals that became one incident are one item.
    if (shown.has(publicId)) return [];
    const record = byId.get(publicId) ?? null;
    if (record) shown.add(publicId);
    byId.delete(publicId);
    return [itemOfSuggestion(suggestion, record, articleId, source.likes.get(suggestion.id))];
  });
  const stored = [...byId.values()].map((record) => itemOfRecord(record, articleId));
  const added = drafts
    .filter(({ key }) => key.startsWith(newKeyPrefix(articleId)))
    .map(({ key }) => newItem(key, articleId, source.timeZone));
  return [...proposed, ...stored, ...added].map((item) => withDraft(item, drafts));
}

/** An item with its draft among those of the server, if there is one that can be read. */
export function withDraft(item: Item, drafts: readonly StoredFormDraft[]): Item {
  const body = draftBodySchema.safeParse(drafts.find(({ key }) => key === draftKeyOf(item))?.body);
  return body.success ? restoreItem(item, body.data) : item;
}
