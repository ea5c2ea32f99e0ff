"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormField, FormProblem } from "./form-field";
import styles from "./sign-in-form.module.css";

type State = { email: string; problem: string };

/** Address and password; next is the page to go on to. Works without a script. */
export function SignInForm({
  action,
  next,
}: {
  action: (before: State, data: FormData) => Promise<State>;
  next: string;
}) {
  const [state, submit, isPending] = useActionState(action, { email: "", problem: "" });
  return (
    <form action={submit} className={styles.form}>
      <FormProblem problem={state.problem} />
      <input type="hidden" name="next" value={next} />
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
      <FormField label="Password" type="password" name="password" autoComplete="current-password" required />
      <Button type="submit" look="primary" disabled={isPending}>
        {isPending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
