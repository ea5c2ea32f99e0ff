"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/api/action-result";
import { answerOf } from "../workbench/item-commands";
import styles from "./people.module.css";

/** Whether editors and administrators must sign in with two factors. */
export function TwoFactorRule({
  isRequired,
  setRequired,
}: {
  isRequired: boolean;
  setRequired: (input: { isRequired: boolean }) => Promise<ActionResult<void>>;
}) {
  const router = useRouter();
  const id = useId();
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);

  async function change(next: boolean) {
    setSending(true);
    const answer = await answerOf(setRequired({ isRequired: next }));
    setSending(false);
    setProblem(answer.ok ? "" : answer.message);
    router.refresh();
  }

  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        Signing in
      </h2>
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={isRequired}
          disabled={isSending}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        Editors and administrators need two-factor sign-in
      </label>
      <p className={styles.note}>
        Whoever has not set it up is led to their account page and can only read until it is done. API keys go
        on working.
      </p>
    </section>
  );
}
