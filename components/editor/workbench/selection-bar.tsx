"use client";

import { Button } from "@/components/ui/button";
import { claimFieldLabels } from "@/lib/taxonomy/words";
import styles from "./article-pane.module.css";
import type { Item } from "./item";
import type { useWorkbench } from "./use-workbench";

/** What can be done with the words that are selected in the article. */
export function SelectionBar({
  bench,
  active,
}: {
  bench: ReturnType<typeof useWorkbench>;
  active: Item | undefined;
}) {
  const { selection, lastTarget } = bench;
  if (!selection) return null;
  // The selection must outlive the press.
  const hold = { onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault() };
  return (
    <div className={styles.selection}>
      <p className={styles.selected} dir="auto" role="status">
        Selected: “{selection.exact}”
      </p>
      {active && lastTarget && (
        <Button size="small" {...hold} onClick={() => bench.setQuote(lastTarget, "replace")}>
          Quote for {targetWords(active, lastTarget)}
        </Button>
      )}
      <Button size="small" {...hold} onClick={bench.addItem}>
        New incident from selection
      </Button>
      <Button size="small" look="quiet" aria-label="Clear the selection" onClick={bench.clearSelection}>
        ×
      </Button>
    </div>
  );
}

function targetWords(
  item: Item,
  { field, participant }: NonNullable<ReturnType<typeof useWorkbench>["target"]>,
) {
  const part = item.form.participants.find(({ key }) => key === participant);
  return part?.name || claimFieldLabels[field];
}
