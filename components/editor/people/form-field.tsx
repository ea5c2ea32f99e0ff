import type { ComponentProps } from "react";
import { Notice } from "@/components/ui/notice";
import styles from "./sign-in-form.module.css";

/** A labelled field of the forms around signing in, which work without a script. */
export function FormField({
  label,
  hint,
  type = "text",
  ...input
}: ComponentProps<"input"> & { label: string; hint?: string }) {
  return (
    <label className={styles.field}>
      {label}
      <input className={styles.input} type={type} {...input} />
      {hint && <span className={styles.hint}>{hint}</span>}
    </label>
  );
}

/** What is wrong with the form as it was sent. */
export function FormProblem({ problem }: { problem: string }) {
  return problem ? (
    <Notice tone="danger" role="alert">
      {problem}
    </Notice>
  ) : null;
}
