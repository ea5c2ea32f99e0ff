"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { DuplicatePair } from "@/lib/incidents/duplicate-queries";
import { paths } from "@/lib/paths";
import { offerUndo } from "../chrome/undo-notice";
import { answerOf } from "../workbench/item-commands";
import { useWorkbenchKeys } from "../workbench/use-workbench-keys";
import type { DuplicateActions } from "./duplicate-actions";
import styles from "./duplicate-list.module.css";
import { percentWords } from "./merge-words";
import { SummaryLine } from "./summary-line";

const keyOf = ({ a, b }: DuplicatePair): string => `${a.publicId} ${b.publicId}`;
const publicPair = ({ a, b }: DuplicatePair) => ({ a: a.publicId, b: b.publicId });

/** Pairs that may be one incident, most likely first; J and K walk, Enter or M compares, D tells them apart. */
export function DuplicateList({
  pairs,
  actions,
}: {
  pairs: readonly DuplicatePair[];
  actions: Pick<DuplicateActions, "markDistinct" | "unmarkDistinct">;
}) {
  const router = useRouter();
  const list = useRef<HTMLOListElement>(null);
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const [restored, setRestored] = useState<readonly DuplicatePair[]>([]);
  const [problem, setProblem] = useState("");
  // What was brought back stands here before the list of the server has it again.
  const shown = [...pairs, ...restored.filter((one) => !pairs.some((pair) => keyOf(pair) === keyOf(one)))]
    .filter((pair) => !apart.has(keyOf(pair)))
    .toSorted((one, other) => other.score - one.score);

  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>("a[data-compare]") ?? [])];
  const current = () => links().findIndex((link) => link.closest("li")?.contains(document.activeElement));
  const step = (by: number) => {
    const all = links();
    const index = Math.min(Math.max(current() + by, 0), all.length - 1);
    all[index]?.focus();
  };
  const atHand = () => shown[Math.max(current(), 0)];

  const putBack = (pair: DuplicatePair) =>
    setApart((now) => new Set([...now].filter((key) => key !== keyOf(pair))));

  async function tellApart(pair: DuplicatePair) {
    const index = shown.indexOf(pair);
    setApart((now) => new Set([...now, keyOf(pair)]));
    const answer = await answerOf(actions.markDistinct(publicPair(pair)));
    setProblem(answer.ok ? "" : answer.message);
    if (answer.ok) offerUndo("Remembered that these two are not the same.", () => void undo(pair));
    else putBack(pair);
    router.refresh();
    links()[Math.min(index, shown.length - 2)]?.focus();
  }

  async function undo(pair: DuplicatePair) {
    const answer = await answerOf(actions.unmarkDistinct(publicPair(pair)));
    setProblem(answer.ok ? "" : answer.message);
    setRestored((now) => [...now, pair]);
    putBack(pair);
    router.refresh();
  }

  useWorkbenchKeys({
    next: () => step(1),
    previous: () => step(-1),
    distinct: () => {
      const pair = atHand();
      if (pair) void tellApart(pair);
    },
    merge: () => {
      const pair = atHand();
      if (pair) router.push(paths.compareIncidents(pair.a.publicId, pair.b.publicId));
    },
  });

  return (
    <div className={styles.whole}>
      {problem && (
        <Notice tone="danger" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {shown.length === 0 ? (
        <EmptyState title="No possible duplicates">
          <p>Incidents that resemble each other in time, place, kind, actors, numbers or words stand here.</p>
        </EmptyState>
      ) : (
        <ol ref={list} className={styles.list}>
          {shown.map((pair) => (
            <PairLine key={keyOf(pair)} pair={pair} onApart={() => tellApart(pair)} />
          ))}
        </ol>
      )}
    </div>
  );
}

function PairLine({ pair, onApart }: { pair: DuplicatePair; onApart: () => void }) {
  const { a, b, score, reasons } = pair;
  return (
    <li className={styles.pair}>
      <p className={styles.score}>
        {percentWords(score)} <span className={styles.alike}>alike</span>
      </p>
      <div className={styles.what}>
        <SummaryLine incident={a} />
        <SummaryLine incident={b} />
        <p className={styles.reasons}>{reasons.join(", ")}</p>
      </div>
      <div className={styles.acts}>
        <ButtonLink
          look="primary"
          size="small"
          href={paths.compareIncidents(a.publicId, b.publicId)}
          data-compare=""
        >
          Compare
          <VisuallyHidden>
            {" "}
            {a.title} and {b.title}
          </VisuallyHidden>
        </ButtonLink>
        <Button size="small" onClick={onApart}>
          Not the same
        </Button>
      </div>
    </li>
  );
}
