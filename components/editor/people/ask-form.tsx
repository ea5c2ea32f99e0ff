"use client";

import { PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import styles from "./people.module.css";

/** One field and one button; ask answers null, or what is wrong. */
export function AskForm({
  label,
  send,
  secret = false,
  ask,
}: {
  label: string;
  send: string;
  /** The field takes a password; else a code. */
  secret?: boolean;
  ask: (value: string) => Promise<string | null>;
}) {
  const [value, setValue] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSending(true);
    const wrong = value.trim() === "" ? "Fill this in first" : await ask(value);
    setSending(false);
    setProblem(wrong);
    if (wrong === null) setValue("");
  }

  const field = {
    label,
    value,
    error: problem,
    onChange: (event: { currentTarget: { value: string } }) => setValue(event.currentTarget.value),
  };
  return (
    <form className={styles.ask} onSubmit={submit} noValidate>
      {secret ? (
        <PasswordInput autoComplete="current-password" {...field} />
      ) : (
        <TextInput autoComplete="one-time-code" inputMode="numeric" {...field} />
      )}
      <Button type="submit" disabled={isSending}>
        {send}
      </Button>
    </form>
  );
}
