"use client";

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo } from "react";
import { paragraphSpans } from "@/lib/articles/segments";
import type { ClaimTarget } from "@/lib/incidents/form";
import styles from "./article-pane.module.css";
import { ArticleText } from "./article-text";
import type { TextMark } from "./text-marks";
import { nextSentence, readSelection, selectSpan, sentenceSpans, type TextSelection } from "./text-selection";

const directions: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The article in a frame of its own: quotes marked, words to be selected by mouse or sentence by sentence. */
export function ArticlePane({
  frame,
  header,
  footer,
  text,
  direction,
  marks,
  activeId,
  target,
  onSelect,
  onActivate,
}: {
  frame: RefObject<HTMLDivElement | null>;
  header: ReactNode;
  footer: ReactNode;
  text: string;
  direction: "ltr" | "rtl";
  marks: readonly TextMark[];
  activeId: string | null;
  target: ClaimTarget | null;
  onSelect: (selection: TextSelection) => void;
  onActivate: (itemIds: string[]) => void;
}) {
  const sentences = useMemo(() => sentenceSpans(text, paragraphSpans(text)), [text]);

  useEffect(() => {
    const read = () => {
      const selection = frame.current && readSelection(frame.current, text);
      if (selection) onSelect(selection);
    };
    document.addEventListener("selectionchange", read);
    return () => document.removeEventListener("selectionchange", read);
  }, [frame, text, onSelect]);

  // Marks are pressed with the mouse only: J and K, and the cards themselves, do the same by keyboard.
  useEffect(() => {
    const element = frame.current;
    const press = (event: MouseEvent) => {
      const mark = event.target instanceof Element ? event.target.closest("[data-items]") : null;
      if (mark && document.getSelection()?.isCollapsed !== false) {
        onActivate(mark.getAttribute("data-items")?.split(" ") ?? []);
      }
    };
    element?.addEventListener("click", press);
    return () => element?.removeEventListener("click", press);
  }, [frame, onActivate]);

  function step(event: KeyboardEvent) {
    const way = directions[event.key];
    if (way === undefined || event.altKey || event.ctrlKey || event.metaKey || !frame.current) return;
    event.preventDefault();
    const next = nextSentence(sentences, readSelection(frame.current, text), way, event.shiftKey);
    if (next) selectSpan(frame.current, next);
  }

  return (
    <div className={styles.pane}>
      <section
        ref={frame}
        className={styles.frame}
        aria-label="Article"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and arrow keys select sentences here
        tabIndex={0}
        onKeyDown={step}
      >
        {header}
        <ArticleText text={text} direction={direction} marks={marks} activeId={activeId} target={target} />
      </section>
      {footer}
    </div>
  );
}
