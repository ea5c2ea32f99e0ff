import Link from "next/link";
import type { RecentChange } from "@/lib/incidents/desk-queries";
import { changedFieldsWords, revisionActionWords } from "@/lib/incidents/revision-words";
import { paths } from "@/lib/paths";
import { dateTimeWords } from "./date-time-words";
import styles from "./desk-list.module.css";

/** A version of an incident as a line: what was done, by whom, when, and why. */
export function ChangeLine({ change }: { change: RecentChange }) {
  const fields = changedFieldsWords(change.changes);
  const showsFields = change.action === "update" && fields !== "";
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <Link href={paths.editIncident(change.publicId)} className={styles.title} dir="auto" data-line>
          {change.title}
        </Link>
        <p className={styles.facts}>
          <span>
            {revisionActionWords(change.action)}
            {showsFields && `: ${fields}`}
          </span>
          <span>{change.userName}</span>
          <time dateTime={change.createdAt}>{dateTimeWords(change.createdAt)}</time>
        </p>
        {change.reason && <p className={styles.facts}>“{change.reason}”</p>}
      </div>
    </li>
  );
}
