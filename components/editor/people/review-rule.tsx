"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/api/action-result";
import { answerOf } from "../workbench/item-commands";
import styles from "./people.module.css";

/** Whether a second person has to approve what becomes public. */
export function ReviewRule({
  isRequired,
  setRequired,
}: {
  isRequired: boolean;
  setRequired: (input: { isRequired: boolean }) => Promise<ActionResult<unknown>>;
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
        Review
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
        Nothing becomes public without a second person
      </label>
      <p className={styles.note}>
        Drafts are submitted first, changes of published incidents wait beside them, and nobody approves what
        they wrote themselves. Without it editors publish and change directly; what contributors change of the
        published is reviewed either way.
      </p>
    </section>
  );
}
