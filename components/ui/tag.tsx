import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./tag.module.css";

/** A short word about the thing beside it: a status, a role, a confidence. */
export function Tag({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "caution" | "danger" | "good";
  children: ReactNode;
}) {
  return <span className={classNames(styles.tag, tone !== "plain" && styles[tone])}>{children}</span>;
}
