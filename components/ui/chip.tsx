import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./chip.module.css";

/** Something that is active, with a link that takes it away; removeLabel says so in words. */
export function Chip({
  removeHref,
  removeLabel,
  children,
}: {
  removeHref: string;
  removeLabel: string;
  children: ReactNode;
}) {
  return (
    <span className={styles.chip}>
      <span className={styles.label}>{children}</span>
      <Link
        className={styles.remove}
        href={removeHref}
        aria-label={removeLabel}
        scroll={false}
        prefetch={false}
      >
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <path d="M1 1l8 8M9 1l-8 8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
      </Link>
    </span>
  );
}
