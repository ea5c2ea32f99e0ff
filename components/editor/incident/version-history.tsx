"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { changedFieldsWords, revisionActionWords } from "@/lib/incidents/revision-words";
import type { RevisionSummary } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";
import { dateTimeWords } from "../desk/date-time-words";
import { useReason } from "../form/use-reason";
import styles from "./incident-desk.module.css";

/** Every version with what was done, by whom and why; editors can bring one back. */
export function VersionHistory({
  publicId,
  current,
  revisions,
  mayRestore,
  onRestore,
}: {
  publicId: string;
  current: number;
  revisions: readonly RevisionSummary[];
  mayRestore: boolean;
  onRestore: (version: number, reason: string) => Promise<void>;
}) {
  const { ask, dialog } = useReason({
    title: "Restore this version",
    note: "Its fields and claims become a new version. Nothing is lost.",
    act: "Restore version",
  });

  async function restore(version: number) {
    const reason = await ask();
    if (reason !== null) await onRestore(version, reason);
  }

  return (
    <section className={styles.section} aria-labelledby="versions-heading">
      <h2 id="versions-heading" className={styles.heading}>
        Versions
      </h2>
      <ol className={styles.list}>
        {revisions.map((revision) => (
          <li key={revision.version} className={styles.line}>
            <div className={styles.what}>
              <p>
                {revision.status === "published" ? (
                  <Link href={paths.incidentVersion(publicId, revision.version)}>
                    Version {revision.version}
                  </Link>
                ) : (
                  `Version ${revision.version}`
                )}
                : {revisionActionWords(revision.action)}
                {revision.action === "update" && ` ${changedFieldsWords(revision.changes)}`}
              </p>
              <p className={styles.note}>
                {revision.userName},{" "}
                <time dateTime={revision.createdAt}>{dateTimeWords(revision.createdAt)}</time>
              </p>
              {revision.reason && <p className={styles.note}>“{revision.reason}”</p>}
            </div>
            {mayRestore && revision.version !== current && (
              <Button
                size="small"
                aria-label={`Restore version ${revision.version}`}
                onClick={() => restore(revision.version)}
              >
                Restore
              </Button>
            )}
          </li>
        ))}
      </ol>
      {dialog}
    </section>
  );
}
