import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./disclosure.module.css";

/** A part that opens and closes, without a script. note stands at the right of the summary. */
export function Disclosure({
  summary,
  note,
  open = false,
  className,
  children,
}: {
  summary: ReactNode;
  note?: ReactNode;
  open?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <details className={classNames(styles.details, className)} open={open}>
      <summary className={styles.summary}>
        {summary}
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </summary>
      {children}
    </details>
  );
}
