"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { BulkSummary } from "@/lib/incidents/bulk-schema";
import { numberWords } from "@/lib/incidents/words";
import { runUndo, undoWords } from "../table/run-bulk";
import type { TableActions } from "../table/table-actions";
import { dateTimeWords } from "./date-time-words";
import styles from "./desk-list.module.css";

/** A change of many incidents as a line, with its undo. */
export function BulkLine({ change, undoBulk }: { change: BulkSummary; undoBulk: TableActions["undoBulk"] }) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const { words, count, by, createdAt, undoneBy, undoneAt, mayUndo } = change;

  async function undo() {
    setBusy(true);
    const outcome = await runUndo(undoBulk, change.id);
    setBusy(false);
    notifications.show({ message: undoWords(outcome), autoClose: outcome.kept.length > 0 ? false : 7000 });
    router.refresh();
  }

  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <p className={styles.title}>{words}</p>
        <p className={styles.facts}>
          <span>
            {numberWords(count)} {count === 1 ? "incident" : "incidents"}
          </span>
          <span>{by}</span>
          <time dateTime={createdAt}>{dateTimeWords(createdAt)}</time>
          {undoneAt !== null && <span>undone by {undoneBy ?? "somebody"}</span>}
        </p>
      </div>
      {mayUndo && (
        <Button size="small" disabled={isBusy} aria-label={`Undo: ${words}`} onClick={undo}>
          {isBusy ? "Undoing…" : "Undo"}
        </Button>
      )}
    </li>
  );
}
