import { Notice } from "@/components/ui/notice";
import { type BulkPreview, maxBulk } from "@/lib/incidents/bulk-schema";
import { numberWords } from "@/lib/incidents/words";
import styles from "./bulk-dialog.module.css";
import { StatusTag } from "./cells";
import type { BulkOutcome } from "./run-bulk";

/** What a change would do: what becomes what, what says so already, and what cannot and why. */
export function BulkPreviewView({ preview }: { preview: BulkPreview }) {
  const { changes, lines, same, refused, meant, matching } = preview;
  const refusals = refused.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.preview}>
      <p role="status" className={styles.counts}>
        <strong>{numberWords(changes.length)} will change</strong>
        {same > 0 && <span>{numberWords(same)} say so already</span>}
        {refusals > 0 && <span>{numberWords(refusals)} cannot</span>}
      </p>
      {matching > meant && (
        <Notice tone="caution">
          <p>
            {numberWords(matching)} incidents match. One change reaches {numberWords(maxBulk)} at most: narrow
            the filter, or change the rest afterwards.
          </p>
        </Notice>
      )}
      {refused.map(({ reason, count, examples }) => (
        <Notice key={reason} tone="caution">
          <p>
            {numberWords(count)} {count === 1 ? "stays" : "stay"} as {count === 1 ? "it is" : "they are"}:{" "}
            {reason}
          </p>
          <p className={styles.examples}>
            {examples.map(({ title }) => `“${title}”`).join(", ")}
            {count > examples.length && ` and ${numberWords(count - examples.length)} more`}
          </p>
        </Notice>
      ))}
      {lines.length > 0 && (
        <ul className={styles.lines} aria-label="What will change">
          {lines.map(({ publicId, title, status, from, to }) => (
            <li key={publicId} className={styles.line}>
              <span className={styles.lineTitle} dir="auto">
                {title}
              </span>
              <StatusTag status={status} />
              <span className={styles.lineChange}>
                {from} → {to}
              </span>
            </li>
          ))}
          {changes.length > lines.length && (
            <li className={styles.line}>and {numberWords(changes.length - lines.length)} more</li>
          )}
        </ul>
      )}
    </div>
  );
}

/** What was left as it is when the change was made, and why. */
export function BulkOutcomeView({ outcome }: { outcome: BulkOutcome }) {
  const { changed, skipped, problem } = outcome;
  return (
    <div className={styles.preview}>
      <p role="status" className={styles.counts}>
        <strong>{numberWords(changed)} changed</strong>
        {skipped.length > 0 && <span>{numberWords(skipped.length)} left as they are</span>}
      </p>
      {problem !== "" && (
        <Notice tone="danger" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <ul className={styles.lines} aria-label="Left as they are">
        {skipped.map(({ publicId, title, reason }) => (
          <li key={publicId} className={styles.line}>
            <span className={styles.lineTitle} dir="auto">
              {title}
            </span>
            <span className={styles.lineChange}>{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
