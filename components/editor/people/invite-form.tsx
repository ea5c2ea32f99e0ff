"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Role, roles } from "@/lib/taxonomy/terms";
import { answerOf } from "../workbench/item-commands";
import styles from "./people.module.css";
import type { PeopleActions } from "./people-actions";
import { ShownOnce } from "./shown-once";

/** Invites somebody by e-mail, or by a link to pass on where no mail can be sent. */
export function InviteForm({ invite, sendsMail }: Pick<PeopleActions, "invite"> & { sendsMail: boolean }) {
  const router = useRouter();
  const [sent, setSent] = useState<{ email: string; link: string | null } | null>(null);
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  const form = useForm({
    initialValues: { email: "", role: "editor" as Role },
    validate: { email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : "Give an e-mail address") },
  });

  async function send(values: typeof form.values) {
    setSending(true);
    const answer = await answerOf(invite({ ...values, email: values.email.trim() }));
    setSending(false);
    setSent(answer.ok ? answer.data : null);
    setProblem(answer.ok ? "" : answer.message);
    if (answer.ok) {
      form.reset();
      router.refresh();
    } else {
      form.setErrors(Object.fromEntries(answer.errors.map(({ path, message }) => [path, message])));
    }
  }

  return (
    <form className={styles.section} onSubmit={form.onSubmit(send)} noValidate>
      <h2 className={styles.heading}>Invite somebody</h2>
      <p className={styles.note}>
        {sendsMail
          ? "They get a link by mail, which works once within seven days, and choose their name and password."
          : "This site sends no mail: you get a link to pass on, which works once within seven days."}
      </p>
      {sent?.link && (
        <ShownOnce
          words={
            sendsMail
              ? `The mail to ${sent.email} was not taken. Pass on this link instead.`
              : `Pass this link on to ${sent.email}.`
          }
          secret={sent.link}
        />
      )}
      {sent && !sent.link && (
        <Notice tone="good" role="status">
          The invitation is on its way to {sent.email}.
        </Notice>
      )}
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.inviteRow}>
        <TextInput label="E-mail" inputMode="email" autoComplete="off" {...form.getInputProps("email")} />
        <NativeSelect label="Role" data={[...roles]} {...form.getInputProps("role")} />
        <Button type="submit" look="primary" disabled={isSending}>
          Invite
        </Button>
      </div>
    </form>
  );
}
