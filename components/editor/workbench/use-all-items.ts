"use client";

import { useState } from "react";
import type { SuggestedLinkView } from "@/lib/articles/schema";
import type { ActorKind } from "@/lib/taxonomy/terms";
import { offerUndo } from "../chrome/undo-notice";
import { isAcceptable, isPublishable, mayBeRecorded, openLinks, unknownActors } from "./all-items";
import {
  acceptItems,
  createActors,
  leaveOutActors,
  linkItems,
  type Outcome,
  publishItems,
} from "./all-items-commands";
import type { Item } from "./item";
import type { Desk } from "./item-commands";

const undoStaysMs = 20_000;

type Options = {
  desk: Desk;
  items: readonly Item[];
  suggestedLinks: readonly SuggestedLinkView[];
  articleId: string;
  mayPublish: boolean;
  announce: (words: string) => void;
  /** Called with the first item that could not be saved or published. */
  onAttention: (id: string) => void;
};

export type AllItems = ReturnType<typeof useAllItems>;

/** What can be done to all incidents of an article at once; one at a time, each with one undo where it needs one. */
export function useAllItems({ desk, items, articleId, mayPublish, announce, ...options }: Options) {
  const [isRunning, setRunning] = useState(false);
  const acceptable = items.filter(isAcceptable);
  const recorded = items.filter(mayBeRecorded);
  const publishable = mayPublish ? items.filter(isPublishable) : [];
  const links = openLinks(items, options.suggestedLinks, articleId);
  const unknown = unknownActors(items);

  async function run(
    count: number,
    { doing, done, what, after = "" }: { doing: string; done: string; what: string; after?: string },
    work: (tell: (index: number) => void) => Promise<Outcome>,
  ) {
    if (isRunning || count === 0) return;
    setRunning(true);
    const outcome = await work((index) => announce(`${doing} ${index + 1} of ${count}…`));
    const { failed, problem, undo } = outcome;
    const words = `${done} ${outcome.done} of ${count}${what}.`;
    announce(
      [words, attentionWords(failed.length), failed.length === 0 ? problem : "", after]
        .filter(Boolean)
        .join(" "),
    );
    if (undo) offerUndo(words, () => void undo().then(announce), undoStaysMs);
    const [first] = failed;
    if (first !== undefined) options.onAttention(first);
    setRunning(false);
  }

  const idsOf = (some: readonly Item[]) => some.map(({ id }) => id);
  return {
    isRunning,
    acceptable: acceptable.length,
    publishable: publishable.length,
    links: links.length,
    unknown,
    accept: () => {
      const after = recordedWords(recorded.length);
      if (acceptable.length === 0) announce(after || "There is nothing to accept.");
      const words = { doing: "Saving", done: "Saved", what: "", after };
      return run(acceptable.length, words, (tell) => acceptItems(desk, idsOf(acceptable), tell));
    },
    publish: () => {
      if (!mayPublish) announce("Publishing needs a review here. Submit them instead.");
      else if (publishable.length === 0) announce("Accept proposals first, then publish them.");
      const words = { doing: "Publishing", done: "Published", what: "" };
      return run(publishable.length, words, (tell) => publishItems(desk, idsOf(publishable), tell));
    },
    link: () => {
      if (links.length === 0) announce("Accept both ends of a proposed link first.");
      const words = { doing: "Linking", done: "Created", what: links.length === 1 ? " link" : " links" };
      return run(links.length, words, (tell) => linkItems(desk, links, tell));
    },
    leaveOut: () => {
      if (unknown.length === 0) announce("Every actor is known.");
      const words = { doing: "Leaving out", done: "Left out", what: " unknown actors" };
      return run(unknown.length, words, async () => leaveOutActors(desk));
    },
    createActors: (kind: ActorKind) => {
      const words = { doing: "Adding actor", done: "Added", what: " new actors" };
      return run(unknown.length, words, (tell) => createActors(desk, kind, tell));
    },
  };
}

const attentionWords = (count: number): string =>
  count === 0 ? "" : `${count} need${count === 1 ? "s" : ""} attention.`;

const recordedWords = (count: number): string =>
  count === 0
    ? ""
    : `${count} may already be recorded: add ${count === 1 ? "it" : "each"} as a source, or accept ${count === 1 ? "it" : "each"} by itself (A).`;
