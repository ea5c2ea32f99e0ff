"use client";

import { useMemo } from "react";
import type { IncidentForm } from "@/lib/incidents/form";
import { formOfRecord } from "@/lib/incidents/form-of-record";
import type { LikeIncident } from "@/lib/incidents/likeness";
import { offerUndo } from "../chrome/undo-notice";
import { partId } from "../form/form-context";
import { draftKeyOf, type Item } from "./item";
import {
  addItemTo,
  type Desk,
  decideItem,
  isProposing,
  loadStored,
  saveItem,
  stepItem,
} from "./item-commands";

export type ItemCommands = {
  edit: (id: string, change: Partial<IncidentForm>) => void;
  /** reason: why a published incident should say something else, where that is proposed. */
  save: (id: string, reason?: string) => Promise<boolean>;
  /** Takes the stored version into the form, or shows both. */
  load: (id: string) => Promise<void>;
  step: (id: string, step: "submit" | "publish") => Promise<boolean>;
  decide: (id: string, isRejected: boolean) => Promise<void>;
  addTo: (id: string, like: LikeIncident) => Promise<boolean>;
  merge: (id: string, form: IncidentForm) => void;
  revert: (id: string) => void;
  remove: (id: string) => void;
};

/**
 * What can be done to the items of a page; announce says in a sentence what came of it. wasDone is false when it
 * was refused: nothing is stored then, and who is signed out would lose the page by reading it again.
 */
export function useItemCommands(
  desk: Desk,
  announce: (words: string, wasDone: boolean) => void,
): ItemCommands {
  return useMemo(() => {
    const { store, keeper } = desk;
    const titleOf = (id: string) => store.get(id)?.form.title.trim() || "the incident";

    const savedWords = (id: string) => {
      const item = store.get(id);
      return item && isProposing(desk, item)
        ? `Proposed the change of ${titleOf(id)}. It becomes public once it is approved.`
        : `Saved ${titleOf(id)}.`;
    };

    function tell(id: string, isDone: boolean, words: string): boolean {
      const item = store.get(id);
      const refusal = item?.problem?.words ?? (item?.conflict ? "Somebody else saved." : "");
      announce(isDone ? words : refusal, isDone);
      if (!isDone && item) focusProblem(item);
      return isDone;
    }

    async function decide(id: string, isRejected: boolean): Promise<void> {
      const isDone = await decideItem(desk, id, isRejected);
      tell(id, isDone, isRejected ? `Rejected ${titleOf(id)}.` : `Opened ${titleOf(id)} again.`);
      if (isDone && isRejected) offerUndo(`Rejected “${titleOf(id)}”.`, () => void decide(id, false));
    }

    return {
      edit: (id, change) => store.apply({ type: "edited", id, change }),
      save: async (id, reason) => tell(id, (await saveItem(desk, id, true, reason)) !== null, savedWords(id)),
      load: async (id) => {
        if (await loadStored(desk, id)) announce("Loaded the stored version.", true);
      },
      step: async (id, step) =>
        tell(
          id,
          (await stepItem(desk, id, step)) !== null,
          step === "publish" ? `Published ${titleOf(id)}.` : `Submitted ${titleOf(id)} for review.`,
        ),
      decide,
      addTo: async (id, like) =>
        tell(id, await addItemTo(desk, id, like), `Added the article as a source to ${like.title}.`),
      merge: (id, form) => {
        store.apply({ type: "merged", id, form });
        void saveItem(desk, id).then((record) => tell(id, record !== null, savedWords(id)));
      },
      revert: (id) => {
        const item = store.get(id);
        const form = item?.record ? formOfRecord(item.record, item.articleId) : item?.start;
        if (!item || !form) return;
        keeper.discard(draftKeyOf(item));
        store.apply({ type: "reverted", id, form });
        announce("Discarded what was typed.", true);
      },
      remove: (id) => {
        const item = store.get(id);
        if (!item) return;
        keeper.discard(draftKeyOf(item));
        store.apply({ type: "removed", id });
        offerUndo("Discarded the incident.", () => {
          store.apply({ type: "added", item });
          // An edit of nothing, so that what was typed is kept again.
          store.apply({ type: "edited", id, change: {} });
        });
      },
    };
  }, [desk, announce]);
}

/** Moves to the first field that needs another value, once it is drawn. */
function focusProblem(item: Item): void {
  const [part] = Object.keys(item.errors);
  if (part === undefined) return;
  const line = /^participants\.(\d+)/.exec(part)?.[1];
  const name = line === undefined ? part : (item.form.participants[Number(line)]?.key ?? part);
  requestAnimationFrame(() => document.getElementById(partId(item.id, name))?.focus());
}
