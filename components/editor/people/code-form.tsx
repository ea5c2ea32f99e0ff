"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormField, FormProblem } from "./form-field";
import styles from "./sign-in-form.module.css";

type State = { problem: string };

/** The second step of signing in. Works without a script. */
export function CodeForm({
  action,
  next,
}: {
  action: (before: State, data: FormData) => Promise<State>;
  next: string;
}) {
  const [state, submit, isPending] = useActionState(action, { problem: "" });
  return (
    <form action={submit} className={styles.form}>
      <FormProblem problem={state.problem} />
      <input type="hidden" name="next" value={next} />
      <FormField
        label="Code"
        hint="Six digits from your app, or one of your backup codes."
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <label className={styles.check}>
        <input type="checkbox" name="trustDevice" />
        Do not ask on this device for 30 days
      </label>
      <Button type="submit" look="primary" disabled={isPending}>
        {isPending ? "Checking…" : "Sign in"}
      </Button>
    </form>
  );
}
