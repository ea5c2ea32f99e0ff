"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { BulkKind, BulkPreview, BulkTarget } from "@/lib/incidents/bulk-schema";
import { numberWords } from "@/lib/incidents/words";
import { answerOf } from "../workbench/item-commands";
import styles from "./bulk-dialog.module.css";
import { BulkFields, bulkKinds, type ChangeInput, changeOf } from "./bulk-form";
import { BulkOutcomeView, BulkPreviewView } from "./bulk-preview-view";
import { type BulkOutcome, runBulk } from "./run-bulk";
import type { TableActions } from "./table-actions";

type Stage =
  | { name: "asking" }
  | { name: "reading" }
  | { name: "previewed"; change: ChangeInput; preview: BulkPreview }
  | { name: "running"; done: number; total: number }
  | { name: "done"; outcome: BulkOutcome };

type Props = {
  count: number;
  target: BulkTarget;
  mayPublish: boolean;
  campaigns: readonly { slug: string; name: string }[];
  actions: TableActions;
  onDone: (outcome: BulkOutcome, words: string) => void;
};

/** Asks what to do with the selected incidents, shows what it would change, and does it. */
export function BulkDialog({ count, target, mayPublish, campaigns, actions, onDone }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [kind, setKind] = useState<BulkKind>("add-campaign");
  const [values, setValues] = useState<Record<string, string>>({});
  const [stage, setStage] = useState<Stage>({ name: "asking" });
  const [problem, setProblem] = useState("");
  const kinds = bulkKinds.filter(({ isForEditors }) => mayPublish || !isForEditors);
  const label = kinds.find((one) => one.kind === kind)?.label ?? "";

  function open() {
    setStage({ name: "asking" });
    setProblem("");
    dialog.current?.showModal();
  }

  async function preview() {
    const change = changeOf(kind, values);
    setProblem("");
    setStage({ name: "reading" });
    const answer = await answerOf(actions.previewBulk({ target, change }));
    if (answer.ok) {
      setStage({ name: "previewed", change, preview: answer.data });
    } else {
      setStage({ name: "asking" });
      setProblem(answer.message);
    }
  }

  async function apply(change: ChangeInput, { changes }: BulkPreview) {
    setStage({ name: "running", done: 0, total: changes.length });
    const outcome = await runBulk(actions, change, changes, (done) =>
      setStage({ name: "running", done, total: changes.length }),
    );
    setStage({ name: "done", outcome });
    onDone(outcome, label);
    // Nothing to read: the notice says it, and offers to undo it.
    if (outcome.skipped.length === 0 && outcome.problem === "") dialog.current?.close();
  }

  const isBusy = stage.name === "reading" || stage.name === "running";
  return (
    <>
      <Button look="primary" size="small" onClick={open}>
        Change…
      </Button>
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-labelledby="bulk-title"
        onCancel={(event) => stage.name === "running" && event.preventDefault()}
      >
        <h2 id="bulk-title" className={styles.title}>
          Change {numberWords(count)} {count === 1 ? "incident" : "incidents"}
        </h2>
        {stage.name !== "done" && (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              void preview();
            }}
          >
            <label className={styles.field}>
              What to do
              <select
                value={kind}
                disabled={isBusy}
                onChange={(event) => {
                  setKind(kinds.find((one) => one.kind === event.target.value)?.kind ?? "add-campaign");
                  setValues({});
                  setStage({ name: "asking" });
                }}
              >
                {kinds.map((one) => (
                  <option key={one.kind} value={one.kind}>
                    {one.label}
                  </option>
                ))}
              </select>
            </label>
            <BulkFields
              key={kind}
              kind={kind}
              values={values}
              campaigns={campaigns}
              onChange={(name, value) => {
                setValues((current) => ({ ...current, [name]: value }));
                setStage({ name: "asking" });
              }}
            />
            {problem && (
              <p role="alert" className={styles.problem}>
                {problem}
              </p>
            )}
            {stage.name !== "previewed" && stage.name !== "running" && (
              <div className={styles.acts}>
                <Button type="submit" look="primary" disabled={isBusy}>
                  {stage.name === "reading" ? "Looking…" : "Preview"}
                </Button>
                <Button onClick={() => dialog.current?.close()}>Cancel</Button>
              </div>
            )}
          </form>
        )}
        {stage.name === "previewed" && (
          <>
            <BulkPreviewView preview={stage.preview} />
            <div className={styles.acts}>
              <Button
                look="primary"
                disabled={stage.preview.changes.length === 0}
                onClick={() => apply(stage.change, stage.preview)}
              >
                {`${label}: ${numberWords(stage.preview.changes.length)}`}
              </Button>
              <Button onClick={() => dialog.current?.close()}>Cancel</Button>
            </div>
          </>
        )}
        {stage.name === "running" && (
          <p role="status" className={styles.progress}>
            <progress max={stage.total} value={stage.done} aria-label="Incidents changed" />
            {numberWords(stage.done)} of {numberWords(stage.total)}
          </p>
        )}
        {stage.name === "done" && (
          <>
            <BulkOutcomeView outcome={stage.outcome} />
            <div className={styles.acts}>
              <Button onClick={() => dialog.current?.close()}>Close</Button>
            </div>
          </>
        )}
      </dialog>
    </>
  );
}
