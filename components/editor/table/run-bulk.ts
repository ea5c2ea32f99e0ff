import type { ActionResult } from "@/lib/api/action-result";
import {
  type BulkPreview,
  type BulkResult,
  type BulkUndoResult,
  bulkChunk,
  type LeftOut,
} from "@/lib/incidents/bulk-schema";
import { answerOf } from "../workbench/item-commands";
import type { TableActions } from "./table-actions";

type Change = Parameters<TableActions["applyBulk"]>[0]["change"];

/** What came of a bulk change; problem says why it stopped before its end, "" when it did not. */
export type BulkOutcome = BulkResult & { problem: string };

/** Makes a change of all that a preview found, chunk by chunk; tells after each how many are done. */
export async function runBulk(
  actions: Pick<TableActions, "applyBulk">,
  change: Change,
  items: BulkPreview["changes"],
  onProgress: (done: number) => void,
): Promise<BulkOutcome> {
  let id: string | null = null;
  let changed = 0;
  const skipped: LeftOut[] = [];
  for (let start = 0; start < items.length; start += bulkChunk) {
    const answer: ActionResult<BulkResult> = await answerOf(
      actions.applyBulk({ id, change, items: items.slice(start, start + bulkChunk) }),
    );
    if (!answer.ok) return { id, changed, skipped, problem: answer.message };
    id = answer.data.id;
    changed += answer.data.changed;
    skipped.push(...answer.data.skipped);
    onProgress(Math.min(start + bulkChunk, items.length));
  }
  return { id, changed, skipped, problem: "" };
}

/** Puts a whole bulk change back, chunk by chunk. */
export async function runUndo(
  undoBulk: TableActions["undoBulk"],
  id: string,
): Promise<Omit<BulkUndoResult, "left"> & { problem: string }> {
  let undone = 0;
  const kept: LeftOut[] = [];
  for (;;) {
    const answer = await answerOf(undoBulk({ id }));
    if (!answer.ok) return { undone, kept, problem: answer.message };
    undone += answer.data.undone;
    kept.push(...answer.data.kept);
    if (answer.data.left === 0) return { undone, kept, problem: "" };
  }
}

const incidents = (count: number) => (count === 1 ? "1 incident" : `${count.toLocaleString("en")} incidents`);

/** What came of an undo, in a sentence that names what was kept. */
export function undoWords({ undone, kept, problem }: Awaited<ReturnType<typeof runUndo>>): string {
  if (problem !== "") return problem;
  const named = kept
    .slice(0, 5)
    .map(({ title }) => `“${title}”`)
    .join(", ");
  const rest = kept.length > 5 ? ` and ${kept.length - 5} more` : "";
  return kept.length === 0
    ? `Put ${incidents(undone)} back.`
    : `Put ${incidents(undone)} back. Kept, because they changed since: ${named}${rest}.`;
}
