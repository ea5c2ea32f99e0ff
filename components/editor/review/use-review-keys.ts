"use client";

import { useEffect, useRef } from "react";
import { commandOf, type EditorCommand } from "../chrome/editor-keys";

type ReviewKeys = Partial<Record<EditorCommand | "open", () => void>>;

/** Single keys of the review; Enter opens, where nothing else has the focus that would take it. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isFree = event.target === document.body && event.key === "Enter";
      const command = isFree ? "open" : commandOf(event);
      const act = command && latest.current[command];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
