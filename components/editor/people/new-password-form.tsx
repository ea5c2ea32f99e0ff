"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormField, FormProblem } from "./form-field";
import styles from "./sign-in-form.module.css";

type State = { name: string; problem: string };

/** Chooses a password through a link, and a name where the account is new. Works without a script. */
export function NewPasswordForm({
  action,
  token,
  email,
  asksName = false,
  send,
}: {
  action: (before: State, data: FormData) => Promise<State>;
  token: string;
  email: string;
  asksName?: boolean;
  /** What the button says. */
  send: string;
}) {
  const [state, submit, isPending] = useActionState(action, { name: "", problem: "" });
  return (
    <form action={submit} className={styles.form}>
      <FormProblem problem={state.problem} />
      <input type="hidden" name="token" value={token} />
      {/* Password managers store the new password under it. */}
      <input type="hidden" name="email" autoComplete="username" value={email} />
      {asksName && (
        <FormField
          label="Your name"
          hint="Editors of this site see it beside what you do."
          name="name"
          autoComplete="name"
          maxLength={100}
          required
          key={state.name}
          defaultValue={state.name}
        />
      )}
      <FormField
        label="New password"
        hint="At least 12 characters."
        type="password"
        name="password"
        autoComplete="new-password"
        minLength={12}
        maxLength={200}
        required
      />
      <Button type="submit" look="primary" disabled={isPending}>
        {isPending ? "Saving…" : send}
      </Button>
    </form>
  );
}
