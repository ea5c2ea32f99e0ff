"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { answerOf } from "../workbench/item-commands";
import type { DuplicateActions } from "./duplicate-actions";
import { keptWords } from "./merge-words";

/** Undoes the merge of an incident; says which later changes stay. */
export function UndoMerge({
  publicId,
  unmerge,
  onUndone,
}: {
  publicId: string;
  unmerge: DuplicateActions["unmerge"];
  onUndone?: () => void;
}) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [words, setWords] = useState("");

  async function undo() {
    setBusy(true);
    const answer = await answerOf(unmerge({ publicId }));
    setBusy(false);
    if (!answer.ok) {
      setWords(answer.message);
      return;
    }
    const { kept } = answer.data;
    setWords(kept.length > 0 ? `Undone. Later changes stay: ${keptWords(kept)}.` : "Undone.");
    if (kept.length === 0) onUndone?.();
    router.refresh();
  }

  return (
    <>
      <Button disabled={isBusy} onClick={undo}>
        Undo
        <VisuallyHidden> the merge of {publicId}</VisuallyHidden>
      </Button>
      {words && <span role="status">{words}</span>}
    </>
  );
}
