"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { FormField, FormProblem } from "./form-field";
import styles from "./sign-in-form.module.css";

type State = { email: string; problem: string; isSent: boolean };

/** Asks for a password link by mail. The answer does not tell whether there is such an account. */
export function AskPasswordForm({ action }: { action: (before: State, data: FormData) => Promise<State> }) {
  const [state, submit, isPending] = useActionState(action, { email: "", problem: "", isSent: false });
  if (state.isSent) {
    return (
      <Notice tone="good" role="status">
        If {state.email} belongs to an account, a link is on its way there. It works once, within an hour.
      </Notice>
    );
  }
  return (
    <form action={submit} className={styles.form}>
      <FormProblem problem={state.problem} />
      <FormField
        label="E-mail"
        inputMode="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        key={state.email}
        defaultValue={state.email}
      />
      <Button type="submit" look="primary" disabled={isPending}>
        {isPending ? "Sending…" : "Send a link"}
      </Button>
    </form>
  );
}
