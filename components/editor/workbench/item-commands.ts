import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { ActionResult } from "@/lib/api/action-result";
import type { FormErrors } from "@/lib/incidents/form";
import { formErrors, readForm, sourceClaims } from "@/lib/incidents/form-input";
import { differingParts } from "@/lib/incidents/form-merge";
import { formOfRecord } from "@/lib/incidents/form-of-record";
import type { LikeIncident } from "@/lib/incidents/likeness";
import { type IncidentInput, type IncidentRecord, incidentRecordSchema } from "@/lib/incidents/schema";
import type { EditorActions } from "../editor-actions";
import { newCreateKey } from "./create-key";
import type { DraftKeeper } from "./draft-keeper";
import { draftKeyOf, type Item, isDirty } from "./item";
import type { ItemStore } from "./item-store";

export type Desk = {
  store: ItemStore;
  keeper: DraftKeeper;
  actions: EditorActions;
  /** Day of the article, YYYY-MM-DD, that relative dates count from. */
  referenceDay: string | null;
  /** True where changes of published incidents wait for review instead of being written. */
  proposes: boolean;
};

/** Whether saving an item proposes a change of it. */
export const isProposing = ({ proposes }: Pick<Desk, "proposes">, item: Item): boolean =>
  proposes && item.record?.incident.status === "published";

type Failure = Extract<ActionResult<never>, { ok: false }>;

/** A server action's answer, also when the server was not reached. */
export async function answerOf<T>(work: Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await work;
  } catch (error) {
    // A page of an earlier release asks for actions that the server does not have any more.
    const isStale = unstable_isUnrecognizedActionError(error);
    return {
      ok: false,
      code: "unavailable",
      message: isStale
        ? "Sightline was updated since this page was opened. Everything you typed is kept; reload the page to go on."
        : "The server cannot be reached. Everything you typed is kept; try again.",
      errors: [],
      extra: { isStale },
    };
  }
}

const countWords = (count: number) =>
  count === 1 ? "One field needs another value." : `${count} fields need another value.`;

/**
 * Stores what an item's form says, or proposes it; null when it was refused, which the item then shows.
 * @param reason why a published incident should say something else
 */
export async function saveItem(
  desk: Desk,
  id: string,
  isAlone = true,
  reason: string | null = null,
): Promise<IncidentRecord | null> {
  const { store, actions, keeper, referenceDay } = desk;
  const item = store.get(id);
  if (!item || (isAlone && item.busy)) return null;
  if (item.record && !isDirty(item)) return item.record;
  const reading = readForm(item.form, referenceDay);
  if (!reading.ok) {
    store.apply({
      type: "refused",
      id,
      errors: reading.errors,
      words: countWords(Object.keys(reading.errors).length),
    });
    return null;
  }
  const key = draftKeyOf(item);
  if (isAlone) store.apply({ type: "begun", id, busy: "saving" });
  if (isProposing(desk, item)) return proposeItem(desk, item, reading.input, reason);
  const answer = await answerOf(sendForm(actions, item, reading.input));
  if (!answer.ok) return refuse(desk, id, answer, reading.input);
  keeper.discard(key);
  store.apply({ type: "saved", id, record: answer.data, sent: item.form });
  return answer.data;
}

async function proposeItem(
  desk: Desk,
  item: Item,
  input: IncidentInput,
  reason: string | null,
): Promise<IncidentRecord | null> {
  const { store, actions, keeper } = desk;
  const { id, record, form } = item;
  if (!record) return null;
  const { publicId, version } = record.incident;
  const answer = await answerOf(
    actions.proposeChange({
      publicId,
      version: item.version ?? version,
      patch: { ...input, ...(reason === null ? {} : { reason }) },
      seenAt: item.proposal?.updatedAt ?? null,
    }),
  );
  if (!answer.ok) {
    refuse(desk, id, answer, input);
    return null;
  }
  keeper.discard(draftKeyOf(item));
  store.apply({ type: "proposed", id, change: answer.data, sent: form });
  return record;
}

/**
 * Takes the version that is stored now into a form that was made from an earlier one: at once where nothing
 * was typed, else both stand side by side.
 */
export async function loadStored(desk: Desk, id: string): Promise<boolean> {
  const { store, actions } = desk;
  const item = store.get(id);
  if (!item?.record || item.busy) return false;
  const answer = await answerOf(actions.readIncident({ publicId: item.record.incident.publicId }));
  if (!answer.ok) {
    refuse(desk, id, answer, null);
    return false;
  }
  const typed = store.get(id);
  if (!typed) return false;
  if (isDirty(typed) || typed.proposal) store.apply({ type: "conflicted", id, current: answer.data });
  else store.apply({ type: "saved", id, record: answer.data, sent: typed.form });
  return true;
}

function sendForm(actions: EditorActions, item: Item, input: IncidentInput) {
  if (item.record) {
    const { publicId, version } = item.record.incident;
    return actions.updateIncident({ publicId, version: item.version ?? version, patch: input });
  }
  return item.suggestion
    ? actions.acceptSuggestion({ suggestionId: item.suggestion.id, input })
    : actions.createIncident({ key: item.createKey ?? newCreateKey(), input });
}

/**
 * Shows at an item why something was not done: both states where somebody else saved. Where the stored version
 * says what the form says, as after an answer that was lost on its way, it is taken instead, and returned.
 */
export function refuse(
  { store, keeper }: Desk,
  id: string,
  answer: Failure,
  sent: IncidentInput | null,
): IncidentRecord | null {
  const current = incidentRecordSchema.safeParse(answer.extra.current);
  if (answer.code === "version-conflict" && current.success) {
    const item = store.get(id);
    const stored = formOfRecord(current.data, item?.articleId ?? null);
    if (item && differingParts(item.form, stored).length === 0) {
      keeper.discard(draftKeyOf(item));
      store.apply({ type: "saved", id, record: current.data, sent: item.form });
      return current.data;
    }
    store.apply({ type: "conflicted", id, current: current.data });
    return null;
  }
  const errors: FormErrors = formErrors(answer.errors, sent ?? { claims: [] });
  const isSignedOut = answer.code === "not-signed-in";
  store.apply({
    type: "refused",
    id,
    errors,
    words: isSignedOut ? "You are signed out. Everything you typed is kept." : answer.message,
    isSignedOut,
    isStale: answer.extra.isStale === true,
  });
  return null;
}

/** Saves what is typed, then submits or publishes it; null when it was refused. */
export async function stepItem(
  desk: Desk,
  id: string,
  step: "submit" | "publish",
): Promise<IncidentRecord | null> {
  const { store, actions } = desk;
  const before = store.get(id);
  if (!before || before.busy) return null;
  store.apply({ type: "begun", id, busy: step === "submit" ? "submitting" : "publishing" });
  const record = await saveItem(desk, id, false);
  if (!record) return null;
  store.apply({ type: "begun", id, busy: step === "submit" ? "submitting" : "publishing" });
  const { publicId, version } = record.incident;
  const take = step === "submit" ? actions.submitIncident : actions.publishIncident;
  const sent = store.get(id)?.form ?? before.form;
  const answer = await answerOf(take({ publicId, version }));
  if (!answer.ok) {
    const stored = refuse(desk, id, answer, null);
    return stored?.incident.status === (step === "submit" ? "in_review" : "published") ? stored : null;
  }
  store.apply({ type: "saved", id, record: answer.data, sent });
  return answer.data;
}

/**
 * Takes what a proposal quotes into an incident that is recorded already; the item then is that incident.
 * When somebody changed it in the meantime nothing is added, and the next press means its new version.
 */
export async function addItemTo(desk: Desk, id: string, like: LikeIncident): Promise<boolean> {
  const { store, actions, keeper, referenceDay } = desk;
  const item = store.get(id);
  if (!item?.suggestion || item.record || item.busy) return false;
  store.apply({ type: "begun", id, busy: "deciding" });
  const answer = await answerOf(
    actions.addSuggestionToIncident({
      suggestionId: item.suggestion.id,
      publicId: like.publicId,
      version: like.version,
      claims: sourceClaims(item.form, referenceDay),
    }),
  );
  if (!answer.ok) {
    const current = incidentRecordSchema.safeParse(answer.extra.current);
    if (current.success) store.apply({ type: "compared", id, record: current.data });
    const words = current.success
      ? "Somebody changed that incident in the meantime. Look at it again, then press once more."
      : answer.message;
    store.apply({ type: "refused", id, errors: {}, words, isSignedOut: answer.code === "not-signed-in" });
    return false;
  }
  keeper.discard(draftKeyOf(item));
  store.apply({ type: "saved", id, record: answer.data, sent: item.form });
  return true;
}

/** Sets a proposal aside, or opens it again. */
export async function decideItem(desk: Desk, id: string, isRejected: boolean): Promise<boolean> {
  const { store, actions } = desk;
  const item = store.get(id);
  if (!item?.suggestion || item.record || item.busy) return false;
  store.apply({ type: "begun", id, busy: "deciding" });
  const answer = await answerOf(
    actions.decideSuggestion({
      suggestionId: item.suggestion.id,
      decision: isRejected ? "rejected" : "open",
    }),
  );
  if (!answer.ok) {
    refuse(desk, id, answer, null);
    return false;
  }
  store.apply({ type: "decided", id, isRejected });
  return true;
}
