"use client";

import { PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/api/action-result";
import { answerOf } from "../workbench/item-commands";
import styles from "./people.module.css";

type ChangePassword = (input: { current: string; next: string }) => Promise<ActionResult<void>>;

/** Changes one's own password, which signs out everywhere else. */
export function PasswordForm({ changePassword }: { changePassword: ChangePassword }) {
  const router = useRouter();
  const [told, setTold] = useState<{ words: string; isDone: boolean } | null>(null);
  const [isSending, setSending] = useState(false);
  const form = useForm({
    initialValues: { current: "", next: "" },
    validate: {
      current: (value) => (value === "" ? "Give your present password" : null),
      next: (value) => (value.length < 12 ? "At least 12 characters" : null),
    },
  });

  async function send(values: typeof form.values) {
    setSending(true);
    const answer = await answerOf(changePassword(values));
    setSending(false);
    if (answer.ok) {
      form.reset();
      setTold({ words: "Your password was changed. Other devices are signed out.", isDone: true });
      router.refresh();
      return;
    }
    form.setErrors(Object.fromEntries(answer.errors.map(({ path, message }) => [path, message])));
    setTold({ words: answer.message, isDone: false });
  }

  return (
    <form className={styles.form} onSubmit={form.onSubmit(send)} noValidate>
      {told && (
        <Notice tone={told.isDone ? "good" : "danger"} role={told.isDone ? "status" : "alert"}>
          {told.words}
        </Notice>
      )}
      <PasswordInput
        label="Present password"
        autoComplete="current-password"
        {...form.getInputProps("current")}
      />
      <PasswordInput
        label="New password"
        description="At least 12 characters."
        autoComplete="new-password"
        {...form.getInputProps("next")}
      />
      <div>
        <Button type="submit" disabled={isSending}>
          Change password
        </Button>
      </div>
    </form>
  );
}
