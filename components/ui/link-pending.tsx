"use client";

import { useLinkStatus } from "next/link";
import styles from "./link-pending.module.css";

/** Inside a link: shows that it was followed and the answer is on its way. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return <span className={styles.hint} data-pending={pending || undefined} aria-hidden="true" />;
}
