"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
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
      {state.problem && (
        <Notice tone="danger" role="alert">
          {state.problem}
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <label className={styles.field}>
        E-mail
        <input
          className={styles.input}
          type="text"
          inputMode="email"
          name="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          key={state.email}
          defaultValue={state.email}
        />
      </label>
      <label className={styles.field}>
        Password
        <input
          className={styles.input}
          type="password"
          name="password"
          autoComplete="current-password"
          required
        />
      </label>
      <Button type="submit" look="primary" disabled={isPending}>
        {isPending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
