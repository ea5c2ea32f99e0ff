"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { ActionResult } from "@/lib/api/action-result";
import type { DeskPerson } from "@/lib/comments/mentions";
import type { CommentInput, CommentView } from "@/lib/comments/schema";

type Answer = Promise<ActionResult<CommentView[]>>;
export type CommentField = CommentView["field"];

export type TalkActions = {
  addComment: (input: CommentInput) => Answer;
  editComment: (input: { id: string; body: string }) => Answer;
  removeComment: (input: { id: string }) => Answer;
  setThreadResolved: (input: {
    publicId: string;
    field: CommentField;
    isResolved: boolean;
    lastId: string;
  }) => Answer;
};

type Talk = {
  publicId: string;
  comments: readonly CommentView[];
  people: readonly DeskPerson[];
  viewerId: string;
  actions: TalkActions;
  setComments: (comments: readonly CommentView[]) => void;
  /** Threads that were opened to write in. */
  opened: readonly CommentField[];
  /** Opens a thread and moves into its box. */
  openThread: (field: CommentField) => void;
};

const TalkContext = createContext<Talk | null>(null);

export const threadId = (field: CommentField): string => `thread-${field ?? "incident"}`;
export const boxId = (field: CommentField): string => `${threadId(field)}-box`;

/** What is said about one incident, for its fields and for the list of threads. */
export function TalkProvider({
  publicId,
  comments: stored,
  people,
  viewerId,
  actions,
  children,
}: {
  publicId: string;
  comments: readonly CommentView[];
  people: readonly DeskPerson[];
  viewerId: string;
  actions: TalkActions;
  children: ReactNode;
}) {
  const [comments, setComments] = useState(stored);
  const [opened, setOpened] = useState<readonly CommentField[]>([]);
  // A new answer of the server replaces what this page had added to the old one.
  const [answer, setAnswer] = useState(stored);
  if (answer !== stored) {
    setAnswer(stored);
    setComments(stored);
  }
  const talk = useMemo(
    (): Talk => ({
      publicId,
      comments,
      people,
      viewerId,
      actions,
      setComments,
      opened,
      openThread: (field) => {
        setOpened((before) => [...before.filter((one) => one !== field), field]);
        // The box is drawn in the next frame.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => document.getElementById(boxId(field))?.focus()),
        );
      },
    }),
    [publicId, comments, people, viewerId, actions, opened],
  );
  return <TalkContext.Provider value={talk}>{children}</TalkContext.Provider>;
}

/** Null where nobody talks: on the workbench, for example. */
export const useTalk = (): Talk | null => useContext(TalkContext);
