import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import type { ProposedChange } from "@/lib/incidents/proposed-change-schema";
import type { OwnSubmission } from "@/lib/incidents/review-queries";
import { changedFieldsWords, revisionActionWords } from "@/lib/incidents/revision-words";
import { paths } from "@/lib/paths";
import { dateTimeWords } from "../desk/date-time-words";
import { DeskSection } from "../desk/desk-list";
import styles from "./review.module.css";

const tones = { open: "caution", approved: "good", returned: "danger", withdrawn: "plain" } as const;
const words = { open: "Waits", approved: "Approved", returned: "Sent back", withdrawn: "Withdrawn" } as const;

/** What one handed in, and what became of it. */
export function OwnSubmissions({
  drafts,
  changes,
}: {
  drafts: readonly OwnSubmission[];
  changes: readonly ProposedChange[];
}) {
  return (
    <DeskSection
      id="own"
      title="My submissions"
      count={drafts.length + changes.length}
      empty={<p>What you submit for review, and what becomes of it, stands here.</p>}
    >
      {changes.map((change) => (
        <li key={change.id} className={styles.line}>
          <Tag tone={tones[change.status]}>{words[change.status]}</Tag>
          <div className={styles.what}>
            <Link
              className={styles.link}
              dir="auto"
              href={
                change.status === "open"
                  ? paths.reviewIncident(change.publicId)
                  : paths.editIncident(change.publicId)
              }
            >
              {change.title}
            </Link>
            <p className={styles.facts}>
              <span>Change of {changedFieldsWords(Object.keys(change.patch))}</span>
              {change.decidedAt && (
                <span>
                  {change.decidedBy},{" "}
                  <time dateTime={change.decidedAt}>{dateTimeWords(change.decidedAt)}</time>
                </span>
              )}
            </p>
            {change.decision && <p className={styles.facts}>“{change.decision}”</p>}
          </div>
        </li>
      ))}
      {drafts.map((draft) => (
        <li key={draft.publicId} className={styles.line}>
          <Tag tone={toneOf(draft)}>{revisionActionWords(draft.action)}</Tag>
          <div className={styles.what}>
            <Link className={styles.link} dir="auto" href={paths.editIncident(draft.publicId)}>
              {draft.title}
            </Link>
            <p className={styles.facts}>
              <span>
                {draft.userName}, <time dateTime={draft.at}>{dateTimeWords(draft.at)}</time>
              </span>
            </p>
            {draft.reason && <p className={styles.facts}>“{draft.reason}”</p>}
          </div>
        </li>
      ))}
    </DeskSection>
  );
}

function toneOf({ action }: OwnSubmission) {
  if (action === "publish") return "good";
  return action === "submit" ? "caution" : action === "return" ? "danger" : "plain";
}
