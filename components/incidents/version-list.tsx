import Link from "next/link";
import { formatInstant } from "@/lib/dates/words";
import { changedFieldsWords, revisionActionWords } from "@/lib/incidents/revision-words";
import type { RevisionSummary } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";
import styles from "./version-list.module.css";

/** Every public version: who, when, why, what changed, and its page for ever. */
export function VersionList({
  publicId,
  revisions,
  shown,
}: {
  publicId: string;
  revisions: readonly RevisionSummary[];
  shown: number;
}) {
  return (
    <ol className={styles.list}>
      {revisions.map((revision) => {
        const fields = changedFieldsWords(revision.changes);
        return (
          <li key={revision.version} className={styles.item}>
            <p>
              {revision.version === shown ? (
                <strong>Version {revision.version}, shown here</strong>
              ) : (
                <Link href={paths.incidentVersion(publicId, revision.version)} prefetch={false}>
                  Version {revision.version}
                </Link>
              )}
            </p>
            <p className={styles.soft}>
              {revisionActionWords(revision.action)} by {revision.userName},{" "}
              <time dateTime={revision.createdAt}>{formatInstant(new Date(revision.createdAt), "UTC")}</time>
            </p>
            {revision.reason && <p dir="auto">{revision.reason}</p>}
            {fields && <p className={styles.soft}>Changed: {fields}</p>}
          </li>
        );
      })}
    </ol>
  );
}
