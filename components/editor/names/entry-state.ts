import type { ActionResult } from "@/lib/api/action-result";
import {
  differingFields,
  type EntryValues,
  fieldErrors,
  mergeValues,
  valuesOf,
} from "@/lib/names/entry-form";
import type { EntryKind } from "@/lib/names/entry-kinds";
import type { EntryDraft } from "./entry-draft";

/** The form of an entry: what is stored, what is typed, and what the last save was answered. */
export type EntryState = {
  kind: EntryKind;
  /** The fields of the state that stamp names; those of an empty form for a new entry. */
  start: EntryValues;
  stamp: string | null;
  values: EntryValues;
  errors: Readonly<Record<string, string>>;
  problem: string | null;
  /** Actors whose other names the form wants, which has to be confirmed. */
  movable: readonly { slug: string; name: string }[];
  /** What somebody else stored meanwhile, and the fields that both sides changed. */
  conflict: { stored: EntryValues; fields: readonly string[] } | null;
  /** When a draft that was restored was kept; ISO instant. */
  restoredAt: string | null;
};

export const newState = (kind: EntryKind, start: EntryValues, stamp: string | null): EntryState => ({
  kind,
  start,
  stamp,
  values: start,
  errors: {},
  problem: null,
  movable: [],
  conflict: null,
  restoredAt: null,
});

export const isUnsaved = ({ kind, start, values }: EntryState): boolean =>
  differingFields(kind, start, values).length > 0;

/** Takes the state that somebody else stored as the new beginning; what only they changed is taken over. */
function rebased(state: EntryState, stored: EntryValues, stamp: string | null): EntryState {
  const { values, conflicts } = mergeValues(state.kind, state.start, state.values, stored);
  return { ...state, start: stored, stamp, values, conflict: { stored, fields: conflicts } };
}

/** The form with a draft; one of an earlier state is joined with what was stored since. */
export function restored(state: EntryState, draft: EntryDraft): EntryState {
  const typed = { ...state, values: draft.values, start: draft.start, restoredAt: draft.savedAt };
  if (draft.stamp === state.stamp) return { ...typed, start: state.start };
  const joined = rebased(typed, state.start, state.stamp);
  return joined.conflict?.fields.length === 0 ? { ...joined, conflict: null } : joined;
}

type SaveAnswer = ActionResult<{ slug: string; view: { updatedAt: string } | null }>;

/** The form after a save; sent: what stood in it when it was sent, for more may have been typed since. */
export function answered(state: EntryState, sent: EntryValues, answer: SaveAnswer): EntryState {
  const calm = { ...state, errors: {}, problem: null, movable: [], conflict: null };
  if (answer.ok) {
    const { view } = answer.data;
    if (!view) return { ...calm, start: sent };
    const stored = valuesOf(state.kind, view);
    const { values } = mergeValues(state.kind, sent, state.values, stored);
    return { ...calm, start: stored, stamp: view.updatedAt, values, restoredAt: null };
  }
  const { current, movable } = answer.extra;
  if (answer.code === "version-conflict" && isRecord(current) && typeof current.updatedAt === "string") {
    return rebased(calm, valuesOf(state.kind, current), current.updatedAt);
  }
  return {
    ...calm,
    errors: fieldErrors(state.kind, answer.errors, sent),
    problem:
      answer.code === "not-signed-in"
        ? "You are signed out. Sign in again in another tab, then save: everything you typed is kept."
        : answer.message,
    movable: readMovable(movable),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readMovable(value: unknown): { slug: string; name: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) =>
    isRecord(one) && typeof one.slug === "string" && typeof one.name === "string"
      ? [{ slug: one.slug, name: one.name }]
      : [],
  );
}
