"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { EditorActions } from "../editor-actions";
import { createDraftKeeper, type DraftKeeper, type Kept } from "./draft-keeper";
import { draftBodySchema, draftKeyOf, type Item, newItem } from "./item";
import type { Desk } from "./item-commands";
import { createItemStore, type ItemEvent, type ItemStore } from "./item-store";

type Options = {
  initial: readonly Item[];
  actions: EditorActions;
  userId: string;
  referenceDay: string | null;
  proposes: boolean;
  /** Keys under which this device may keep incidents that the server does not know, and how to begin them. */
  newItems?: { keys: readonly string[]; articleId: string; timeZone: string };
};

/** The items of a page with all that is done to them; what is typed is kept, and restored when it was. */
export function useDesk(options: Options): {
  desk: Desk;
  items: readonly Item[];
  kept: ReadonlyMap<string, Kept>;
} {
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(new Map());
  const [desk] = useState((): Desk => {
    const { actions, userId, referenceDay, proposes } = options;
    const keeper = createDraftKeeper({
      userId,
      schema: draftBodySchema,
      actions,
      onKept: (key, now) => setKept((before) => new Map(before).set(key, now)),
    });
    const store = createItemStore(options.initial, (event, changed) => keep(keeper, event, changed));
    return { store, keeper, actions, referenceDay, proposes };
  });
  const items = useSyncExternalStore(desk.store.subscribe, desk.store.all, () => options.initial);
  const { newItems } = options;

  // The device is read after the first drawing, which must be that of the server.
  useEffect(() => {
    restoreFromDevice(desk, newItems);
  }, [desk, newItems]);

  return { desk, items, kept };
}

/** Keeps what an event changed in a form, and forgets what was given up. */
function keep(keeper: DraftKeeper, event: ItemEvent, store: ItemStore): void {
  if (event.type !== "edited" && event.type !== "merged") return;
  const item = store.get(event.id);
  if (item) {
    const { form, version, createKey } = item;
    keeper.keep(draftKeyOf(item), { form, version, createKey, savedAt: new Date().toISOString() });
  }
}

function restoreFromDevice({ store, keeper }: Desk, newItems: Options["newItems"]): void {
  for (const key of newItems?.keys ?? []) {
    if (newItems && !store.get(key) && keeper.readDevice(key)) {
      store.apply({ type: "added", item: newItem(key, newItems.articleId, newItems.timeZone) });
    }
  }
  for (const item of store.all()) {
    const draft = keeper.readDevice(draftKeyOf(item));
    const isNewer = draft && (item.restoredAt === null || draft.savedAt > item.restoredAt);
    if (draft && isNewer) store.apply({ type: "restored", id: item.id, draft });
  }
}
