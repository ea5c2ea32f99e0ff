"use client";

import { TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { differingMergeParts, mergedIncident, suggestedChoices } from "@/lib/incidents/merge-rules";
import { type MergeChoices, type MergeSide, mergeParts } from "@/lib/incidents/merge-schema";
import type { IncidentRecord } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";
import { answerOf } from "../workbench/item-commands";
import { useWorkbenchKeys } from "../workbench/use-workbench-keys";
import styles from "./compare.module.css";
import { CompareBeside } from "./compare-beside";
import { CompareHeads } from "./compare-heads";
import { ComparePart } from "./compare-part";
import type { DuplicateActions } from "./duplicate-actions";
import { MergePreview } from "./merge-preview";
import { UndoMerge } from "./undo-merge";

type Side = "a" | "b";
type Records = Record<Side, IncidentRecord>;

const other = (side: Side): Side => (side === "a" ? "b" : "a");

/** The public one stays, then the one with more articles behind it, then the older one. */
function survivorOf({ a, b }: Records): Side {
  const [one, two] = [a.incident, b.incident];
  if ((one.status === "published") !== (two.status === "published")) {
    return one.status === "published" ? "a" : "b";
  }
  if (one.sources.length !== two.sources.length) return one.sources.length > two.sources.length ? "a" : "b";
  return one.createdAt <= two.createdAt ? "a" : "b";
}

/** A public incident cannot go into one that is not public. */
const mayStay = (records: Records, side: Side): boolean =>
  records[side].incident.status === "published" || records[other(side)].incident.status !== "published";

const flipped = (choices: MergeChoices): MergeChoices =>
  Object.fromEntries(
    Object.entries(choices).map(([part, side]) => {
      if (side === "both") return [part, side];
      return [part, side === "winner" ? "loser" : "winner"];
    }),
  );

/** Two incidents side by side, what they become as one, and the way there. */
export function Compare({
  records,
  actions,
}: {
  records: Records;
  actions: Pick<DuplicateActions, "merge" | "unmerge" | "markDistinct">;
}) {
  const router = useRouter();
  const id = useId();
  const [winner, setWinner] = useState(() => survivorOf(records));
  const [choices, setChoices] = useState(() => suggestedChoices(records[winner], records[other(winner)]));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [reason, setReason] = useState("");
  const [merged, setMerged] = useState<{ winner: IncidentRecord; loser: IncidentRecord } | null>(null);

  const stays = records[winner].incident;
  const goes = records[other(winner)].incident;
  const result = mergedIncident(stays, goes, choices);
  const conflicts = differingMergeParts(stays, goes);
  const sideOf = (side: MergeSide | undefined) => {
    if (side === undefined || side === "both") return side;
    return side === "winner" ? winner : other(winner);
  };

  async function merge() {
    if (isBusy) return;
    setBusy(true);
    const answer = await answerOf(
      actions.merge({
        loser: goes.publicId,
        winner: stays.publicId,
        loserVersion: goes.version,
        winnerVersion: stays.version,
        // Parts of which both say the same have no choice.
        choices: Object.fromEntries(conflicts.map((part) => [part, choices[part]])),
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      }),
    );
    setBusy(false);
    if (answer.ok) {
      setMerged(answer.data);
      window.scrollTo({ top: 0 });
      return;
    }
    setProblem(
      answer.code === "version-conflict"
        ? "Somebody changed one of the two in the meantime. Both are shown as they are now: look again, then merge."
        : answer.message,
    );
    router.refresh();
  }

  async function tellApart() {
    setBusy(true);
    const answer = await answerOf(actions.markDistinct({ a: stays.publicId, b: goes.publicId }));
    setBusy(false);
    if (answer.ok) router.push(paths.duplicates());
    else setProblem(answer.message);
  }

  useWorkbenchKeys(merged ? {} : { merge: () => void merge(), distinct: () => void tellApart() });

  if (merged) {
    return (
      <MergedNotice
        merged={merged}
        unmerge={actions.unmerge}
        onUndone={() => {
          setMerged(null);
          setProblem("");
          router.refresh();
        }}
      />
    );
  }
  return (
    <div className={styles.compare}>
      {problem && (
        <Notice tone="danger" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <CompareHeads
        name={`${id}-stays`}
        records={records}
        winner={winner}
        mayStay={(side) => mayStay(records, side)}
        onChoose={(side) => {
          if (side === winner) return;
          setWinner(side);
          setChoices(flipped(choices));
        }}
      />
      {mergeParts.map((part) => (
        <ComparePart
          key={part}
          name={`${id}-${part}`}
          part={part}
          records={records}
          isConflict={conflicts.includes(part)}
          chosen={sideOf(choices[part])}
          onChoose={(side) => {
            const chosen = side === "both" ? side : side === winner ? "winner" : "loser";
            setChoices({ ...choices, [part]: chosen });
          }}
        />
      ))}
      <CompareBeside records={records} />
      <MergePreview result={result} winner={records[winner]} loser={records[other(winner)]} />
      <TextInput
        className={styles.reason}
        label="Reason (may be left out)"
        description="Stands in the history of both."
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.bar}>
        <p className={styles.barWords}>
          {goes.publicId} goes into {stays.publicId}. It can be undone.
        </p>
        <div className={styles.acts}>
          <Button look="primary" disabled={isBusy || !mayStay(records, winner)} onClick={merge}>
            Merge
          </Button>
          <Button disabled={isBusy} onClick={tellApart}>
            Not the same
          </Button>
        </div>
      </div>
    </div>
  );
}

/** What was done, its undo, and where to go next. */
function MergedNotice({
  merged,
  unmerge,
  onUndone,
}: {
  merged: { winner: IncidentRecord; loser: IncidentRecord };
  unmerge: DuplicateActions["unmerge"];
  onUndone: () => void;
}) {
  const [loser, winner] = [merged.loser.incident, merged.winner.incident];
  return (
    <Notice tone="good" role="status">
      <p>
        {loser.title} ({loser.publicId}) is part of {winner.title} now. Its address leads there.
      </p>
      <div className={styles.acts}>
        <UndoMerge publicId={loser.publicId} unmerge={unmerge} onUndone={onUndone} />
        <ButtonLink href={paths.editIncident(winner.publicId)}>Open the incident</ButtonLink>
        <ButtonLink href={paths.duplicates()}>To the next pair</ButtonLink>
      </div>
    </Notice>
  );
}
