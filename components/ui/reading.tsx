import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./reading.module.css";

/** The frame of a page that is read: type of reading size, a side column from tablet width on. */
export function ReadingPage({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <main id="content" className={classNames(styles.page, narrow && styles.narrow)}>
      {children}
    </main>
  );
}

/** Two columns where there is room: what is read, and what stands beside it. */
export function Columns({ main, side }: { main: ReactNode; side?: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>{main}</div>
      <div className={styles.side}>{side}</div>
    </div>
  );
}

/** The head of a reading page: a small line about its kind, its title, a first paragraph, a line of facts. */
export function ReadingHeader({
  kind,
  title,
  lead,
  children,
}: {
  kind: ReactNode;
  title: string;
  lead?: string;
  children?: ReactNode;
}) {
  return (
    <header className={styles.header}>
      <p className={styles.kind}>{kind}</p>
      <h1 className={styles.title} dir="auto">
        {title}
      </h1>
      {lead && (
        <p className={styles.lead} dir="auto">
          {lead}
        </p>
      )}
      {children}
    </header>
  );
}

/** A part of a reading page; its heading can be linked to by the id. */
export function ReadingSection({
  id,
  title,
  note,
  compact = false,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  compact?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={classNames(styles.section, compact && styles.compact)} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {note && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}
