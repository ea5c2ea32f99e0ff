import type { ReactNode } from "react";
import styles from "./desk-page.module.css";

/** The frame of a page of the desk: its heading, what can be done, and its content. */
export function DeskPage({
  title,
  lead,
  actions,
  narrow = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}) {
  return (
    <main id="content" className={narrow ? styles.narrow : styles.page}>
      <header className={styles.header}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </main>
  );
}

/** Says that a page needs another role, and what can be done instead. */
export function RoleNotice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <DeskPage title={title} narrow>
      <div className={styles.notice}>{children}</div>
    </DeskPage>
  );
}
