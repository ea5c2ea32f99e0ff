"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import styles from "./use-reason.module.css";

/** Asks for a reason in a dialog: ask() answers with it, or with null when it was called off. */
export function useReason(words: { title: string; note: string; act: string }): {
  ask: () => Promise<string | null>;
  dialog: ReactNode;
} {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const answer = useRef<(reason: string | null) => void>(null);
  const [reason, setReason] = useState("");

  function ask(): Promise<string | null> {
    setReason("");
    element.current?.showModal();
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  }

  function finish(given: string | null) {
    answer.current?.(given);
    answer.current = null;
    element.current?.close();
  }

  const dialog = (
    <dialog
      ref={element}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      onClose={() => finish(null)}
    >
      <form
        method="dialog"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== "") finish(reason.trim());
        }}
      >
        <h2 id={`${id}-title`} className={styles.title}>
          {words.title}
        </h2>
        <p className={styles.note}>{words.note}</p>
        <label className={styles.label} htmlFor={`${id}-reason`}>
          Reason
        </label>
        <textarea
          id={`${id}-reason`}
          className={styles.text}
          required
          maxLength={1000}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button type="submit" look="primary">
            {words.act}
          </Button>
          <Button onClick={() => finish(null)}>Cancel</Button>
        </div>
      </form>
    </dialog>
  );
  return { ask, dialog };
}
