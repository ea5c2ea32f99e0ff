import type { ReactNode } from "react";
import styles from "./table.module.css";

/** A table with its frame; a wide one scrolls by itself. Give thead and tbody as children. */
export function Table({ caption, children }: { caption?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        {caption !== undefined && <caption>{caption}</caption>}
        {children}
      </table>
    </div>
  );
}
