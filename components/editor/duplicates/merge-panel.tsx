"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { LiveMerge } from "@/lib/incidents/merge-queries";
import { paths } from "@/lib/paths";
import type { IncidentStatus } from "@/lib/taxonomy/terms";
import { dateTimeWords } from "../desk/date-time-words";
import { NameField } from "../form/name-field";
import { searchIncidentOptions } from "../form/name-options";
import styles from "../incident/incident-desk.module.css";
import type { DuplicateActions } from "./duplicate-actions";
import { UndoMerge } from "./undo-merge";

/** Merging seen from one incident: what was merged into it, and the way to merge it with another one. */
export function MergePanel({
  publicId,
  status,
  merges,
  unmerge,
}: {
  publicId: string;
  status: IncidentStatus;
  merges: readonly LiveMerge[];
  unmerge: DuplicateActions["unmerge"];
}) {
  const router = useRouter();
  const [typed, setTyped] = useState("");

  async function searchOthers(words: string, signal: AbortSignal) {
    const found = await searchIncidentOptions(words, signal, ["draft", "in_review", "published"]);
    return found.filter(({ key }) => key !== publicId);
  }

  if (status === "retracted") return null;
  return (
    <section className={styles.section} aria-labelledby="merge-heading">
      <h2 id="merge-heading" className={styles.heading}>
        {status === "merged" ? "Merge" : "The same incident elsewhere"}
      </h2>
      {status === "merged" ? (
        <div className={styles.acts}>
          <UndoMerge publicId={publicId} unmerge={unmerge} />
        </div>
      ) : (
        <>
          {merges.length > 0 && (
            <ul className={styles.list}>
              {merges.map((merge) => (
                <li key={merge.publicId} className={styles.line}>
                  <div className={styles.what}>
                    <p className={styles.note}>Merged from</p>
                    <Link href={paths.editIncident(merge.publicId)} dir="auto">
                      {merge.title}
                    </Link>
                    <p className={styles.note}>
                      {merge.mergedBy && `${merge.mergedBy}, `}
                      <time dateTime={merge.mergedAt}>{dateTimeWords(merge.mergedAt)}</time>
                    </p>
                  </div>
                  <UndoMerge publicId={merge.publicId} unmerge={unmerge} />
                </li>
              ))}
            </ul>
          )}
          <NameField
            label="Merge with another incident"
            description="Both are shown side by side first."
            placeholder="Words of its title"
            value={typed}
            onType={setTyped}
            onChoose={({ key }) => router.push(paths.compareIncidents(publicId, key))}
            search={searchOthers}
          />
        </>
      )}
    </section>
  );
}
