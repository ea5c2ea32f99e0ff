"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { EditorActions } from "../editor-actions";
import { useReason } from "../form/use-reason";
import { answerOf } from "../workbench/item-commands";
import styles from "./desk-list.module.css";

/** Publish, or send back with a reason. */
export function ReviewActions({
  publicId,
  version,
  title,
  actions,
}: {
  publicId: string;
  version: number;
  title: string;
  actions: Pick<EditorActions, "publishIncident" | "returnIncident">;
}) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const { ask, dialog } = useReason({
    title: "Send back as a draft",
    note: "The author sees the reason in the incident's history.",
    act: "Send back",
  });

  async function run(work: ReturnType<EditorActions["publishIncident"]>) {
    setBusy(true);
    const answer = await answerOf(work);
    setBusy(false);
    setProblem(answer.ok ? "" : answer.message);
    router.refresh();
  }

  async function sendBack() {
    const reason = await ask();
    if (reason !== null) await run(actions.returnIncident({ publicId, version, reason }));
  }

  return (
    <div className={styles.acts}>
      <Button
        look="primary"
        size="small"
        disabled={isBusy}
        aria-label={`Publish ${title}`}
        onClick={() => run(actions.publishIncident({ publicId, version }))}
      >
        Publish
      </Button>
      <Button size="small" disabled={isBusy} aria-label={`Send back ${title}`} onClick={sendBack}>
        Send back
      </Button>
      {problem && <p role="alert">{problem}</p>}
      {dialog}
    </div>
  );
}
