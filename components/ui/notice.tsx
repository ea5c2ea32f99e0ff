import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./notice.module.css";

/** A message in the flow of the page. */
export function Notice({
  tone = "plain",
  role,
  children,
}: {
  tone?: "plain" | "caution" | "danger" | "good";
  role?: "status" | "alert";
  children: ReactNode;
}) {
  return (
    <div className={classNames(styles.notice, tone !== "plain" && styles[tone])} role={role}>
      {children}
    </div>
  );
}
