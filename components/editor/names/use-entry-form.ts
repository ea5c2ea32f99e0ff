import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type EntryValues, withField } from "@/lib/names/entry-form";
import type { EntryKind } from "@/lib/names/entry-kinds";
import { paths } from "@/lib/paths";
import { createDraftKeeper, type Kept } from "../workbench/draft-keeper";
import { answerOf } from "../workbench/item-commands";
import type { EntryActions } from "./entry-actions";
import { type EntryDraft, entryDraftKey, entryDraftSchema } from "./entry-draft";
import { answered, type EntryState, isUnsaved, newState, restored } from "./entry-state";

export type EntryFormOptions = {
  kind: EntryKind;
  slug: string | null;
  stamp: string | null;
  stored: EntryValues;
  /** The draft that the server keeps. */
  draft: EntryDraft | null;
  userId: string;
  actions: EntryActions;
};

/** The form of an entry with all that is done to it; what is typed is kept, and restored when it was. */
export function useEntryForm(options: EntryFormOptions) {
  const { kind, slug, actions } = options;
  const router = useRouter();
  const [state, setState] = useState(() => newState(kind, options.stored, options.stamp));
  const [kept, setKept] = useState<Kept | null>(null);
  const [busy, setBusy] = useState<"saving" | "deleting" | null>(null);
  const [done, setDone] = useState("");
  const latest = useRef(state);
  const isBusy = useRef(false);
  const key = entryDraftKey(kind, slug);
  const [keeper] = useState(() =>
    createDraftKeeper({
      userId: options.userId,
      schema: entryDraftSchema,
      actions,
      onKept: (_key, now) => setKept(now),
    }),
  );

  function apply(next: EntryState): void {
    latest.current = next;
    setState(next);
  }

  // The device is read after the first drawing, which must be that of the server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the entry at hand.
  useEffect(() => {
    const drafts = [keeper.readDevice(key), options.draft].filter((one) => one !== null);
    const newest = drafts.sort((a, b) => b.savedAt.localeCompare(a.savedAt))[0];
    if (newest) apply(restored(latest.current, newest));
  }, []);

  function edit(change: EntryValues): void {
    const { values, ...before } = latest.current;
    const cleared = Object.fromEntries(Object.entries(before.errors).filter(([name]) => !(name in change)));
    const next = { ...before, values: { ...values, ...change }, errors: cleared, restoredAt: null };
    apply(next);
    setDone("");
    if (!isUnsaved(next)) keeper.discard(key);
    else {
      const { start, stamp } = next;
      keeper.keep(key, { values: next.values, start, stamp, savedAt: new Date().toISOString() });
    }
  }

  async function save(takeAliasesFrom?: string[]): Promise<void> {
    if (isBusy.current) return;
    const { values: sent, stamp } = latest.current;
    isBusy.current = true;
    setBusy("saving");
    const entry = slug !== null && stamp !== null ? { slug, stamp } : null;
    const answer = await answerOf(
      actions.save({ kind, entry, values: { ...sent }, ...(takeAliasesFrom ? { takeAliasesFrom } : {}) }),
    );
    apply(answered(latest.current, sent, answer));
    isBusy.current = false;
    setBusy(null);
    if (!answer.ok) return;
    keeper.discard(key);
    setKept(null);
    setDone("Saved.");
    if (slug === null) router.push(paths.editEntry(kind, answer.data.slug));
    else router.refresh();
  }

  async function remove(): Promise<void> {
    if (isBusy.current || slug === null) return;
    isBusy.current = true;
    setBusy("deleting");
    const answer = await answerOf(actions.remove({ kind, slug }));
    isBusy.current = false;
    setBusy(null);
    if (!answer.ok) {
      apply({ ...latest.current, problem: answer.message });
      return;
    }
    keeper.discard(key);
    apply({ ...latest.current, values: latest.current.start });
    router.push(paths.entries(kind));
  }

  /** Gives up what was typed. */
  function reset(): void {
    keeper.discard(key);
    setKept(null);
    apply(newState(kind, latest.current.start, latest.current.stamp));
  }

  /** Takes a field as somebody else stored it. */
  function takeStored(name: string): void {
    const { conflict, values } = latest.current;
    if (conflict) edit(withField(values, conflict.stored, name));
  }

  return { state, kept, busy, done, edit, save, remove, reset, takeStored };
}
