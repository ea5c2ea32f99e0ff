import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./count-list.module.css";

/** Names with how many there are of each, every one leading somewhere. */
export function CountList({
  items,
}: {
  items: readonly { label: string; count: number; href: string; mark?: ReactNode }[];
}) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.href} className={styles.item}>
          <span className={styles.name}>
            {item.mark}
            <Link href={item.href} prefetch={false}>
              {item.label}
            </Link>
          </span>
          <span className={styles.count}>{item.count}</span>
        </li>
      ))}
    </ul>
  );
}
