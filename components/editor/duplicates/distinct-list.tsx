"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { DistinctPairView } from "@/lib/incidents/duplicate-queries";
import { dateTimeWords } from "../desk/date-time-words";
import { answerOf } from "../workbench/item-commands";
import type { DuplicateActions } from "./duplicate-actions";
import styles from "./duplicate-list.module.css";
import { SummaryLine } from "./summary-line";

/** The pairs that were said not to be the same; each can be compared again. */
export function DistinctList({
  pairs,
  actions,
}: {
  pairs: readonly DistinctPairView[];
  actions: Pick<DuplicateActions, "unmarkDistinct">;
}) {
  const router = useRouter();
  const [problem, setProblem] = useState("");
  if (pairs.length === 0) return null;

  async function forget({ a, b }: DistinctPairView) {
    const answer = await answerOf(actions.unmarkDistinct({ a: a.publicId, b: b.publicId }));
    setProblem(answer.ok ? "" : answer.message);
    router.refresh();
  }

  return (
    <details>
      <summary className={styles.toggle}>Said not to be the same ({pairs.length})</summary>
      {problem && <p role="alert">{problem}</p>}
      <ul className={styles.list}>
        {pairs.map((pair) => (
          <li key={`${pair.a.publicId} ${pair.b.publicId}`} className={styles.apart}>
            <div className={styles.what}>
              <SummaryLine incident={pair.a} />
              <SummaryLine incident={pair.b} />
              <p className={styles.facts}>
                {pair.saidBy && <span>{pair.saidBy}</span>}
                <time dateTime={pair.saidAt}>{dateTimeWords(pair.saidAt)}</time>
              </p>
            </div>
            <Button size="small" onClick={() => forget(pair)}>
              Forget
              <VisuallyHidden>
                {" "}
                that {pair.a.title} and {pair.b.title} are not the same
              </VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
