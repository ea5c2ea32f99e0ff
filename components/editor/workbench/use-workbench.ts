"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { ArticleView } from "@/lib/articles/schema";
import type { ClaimTarget } from "@/lib/incidents/form";
import { claimsWithQuote } from "@/lib/incidents/form-claims";
import type { LinkInput } from "@/lib/links/schema";
import { headingId } from "./incident-card";
import { type Item, isBackground, newItem, newKeys } from "./item";
import { answerOf, type Desk } from "./item-commands";
import { isSameTarget, textMarks } from "./text-marks";
import { scrollWithin, type TextSelection } from "./text-selection";
import { filledFromWords } from "./words-into-form";

/** Which incident, field and words are in hand on the workbench, and what moves between them. */
export function useWorkbench(
  article: Pick<ArticleView, "id" | "timeZone">,
  desk: Desk,
  items: readonly Item[],
  announce: (words: string) => void,
) {
  const frame = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState(() => firstOpen(items)?.id ?? null);
  const [target, setTarget] = useState<ClaimTarget | null>(null);
  const [hover, setHover] = useState<ClaimTarget | null>(null);
  const [selection, setSelection] = useState<TextSelection | null>(null);
  const { store } = desk;

  const listed = useMemo(() => inOrder(items), [items]);
  const numbers = useMemo(() => new Map(listed.map((item, index) => [item.id, index + 1])), [listed]);
  const marks = useMemo(() => textMarks(items, numbers, article.id), [items, numbers, article.id]);

  const showQuote = useCallback((selector: string) => {
    const mark = frame.current?.querySelector(selector);
    if (frame.current && mark) scrollWithin(frame.current, mark);
  }, []);

  const activate = useCallback(
    (id: string | null, how: "quietly" | "focus" = "quietly") => {
      setActiveId(id);
      setTarget(null);
      setHover(null);
      if (id === null) return;
      requestAnimationFrame(() => {
        const item = store.get(id);
        const heading = item && document.getElementById(headingId(item));
        if (how === "focus") heading?.focus({ preventScroll: true });
        heading?.closest("li")?.scrollIntoView({ block: "nearest" });
        showQuote(`[data-items~="${CSS.escape(id)}"]`);
      });
    },
    [store, showQuote],
  );

  const aim = useCallback(
    (next: ClaimTarget) => {
      setTarget((before) => (isSameTarget(before, next) ? before : next));
      const claim = store
        .get(activeId ?? "")
        ?.form.claims.find((one) => isSameTarget({ field: one.field, participant: one.participant }, next));
      if (claim) showQuote(`[data-claims~="${CSS.escape(`${activeId}/${claim.key}`)}"]`);
    },
    [store, activeId, showQuote],
  );

  function setQuote(at: ClaimTarget, how: "replace" | "add") {
    const item = store.get(activeId ?? "");
    if (!item || !selection) return;
    const { exact, start, end } = selection;
    const claims = claimsWithQuote(item.form, at, article.id, { exact, start, end }, how);
    const filled = filledFromWords(item.form, at, exact, desk.referenceDay);
    store.apply({ type: "edited", id: item.id, change: { ...filled, claims } });
    announce("Set the quote.");
  }

  function addItem() {
    const key = newKeys(article.id).find((one) => !store.get(one));
    if (key === undefined) {
      announce("Save or discard one of the new incidents first.");
      return;
    }
    const item = newItem(key, article.id, article.timeZone ?? "UTC");
    store.apply({ type: "added", item });
    if (selection) {
      const { exact, start, end } = selection;
      const at: ClaimTarget = { field: "summary", participant: null };
      const claims = claimsWithQuote(item.form, at, article.id, { exact, start, end }, "add");
      const change = { ...filledFromWords(item.form, at, exact, desk.referenceDay), claims };
      store.apply({ type: "edited", id: key, change });
    }
    activate(key);
    focusField(key, "title");
  }

  async function createLink(link: LinkInput): Promise<string | null> {
    const answer = await answerOf(desk.actions.createLink(link));
    if (!answer.ok) return answer.message;
    store.apply({ type: "refreshed", record: answer.data.from });
    if (answer.data.to) store.apply({ type: "refreshed", record: answer.data.to });
    announce("Linked the two incidents.");
    return null;
  }

  return {
    frame,
    listed,
    numbers,
    marks,
    activeId,
    activate,
    target: hover ?? target,
    lastTarget: target,
    aim,
    setHover,
    selection,
    setSelection,
    clearSelection: () => {
      document.getSelection()?.removeAllRanges();
      setSelection(null);
    },
    setQuote,
    addItem,
    createLink,
    showClaim: (key: string) => showQuote(`[data-claims~="${CSS.escape(`${activeId}/${key}`)}"]`),
  };
}

/** Moves into a field once its card is drawn. */
export function focusField(itemId: string, part: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.getElementById(`${itemId}/${part}`)?.focus()),
  );
}

/** Proposals in text order and what was added by hand, then what the article only recalls. */
function inOrder(items: readonly Item[]): Item[] {
  return [...items.filter((item) => !isBackground(item)), ...items.filter(isBackground)];
}

/** Where work goes on: what was typed in last, else the first proposal that is not decided. */
function firstOpen(items: readonly Item[]): Item | undefined {
  const typedIn = items
    .filter((item) => item.restoredAt !== null && !item.isRejected)
    .toSorted((a, b) => (b.restoredAt ?? "").localeCompare(a.restoredAt ?? ""));
  return (
    typedIn[0] ??
    items.find((item) => item.record === null && !item.isRejected && !isBackground(item)) ??
    items.find((item) => !isBackground(item))
  );
}
