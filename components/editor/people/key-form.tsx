"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/api/action-result";
import { type KeyScope, keyScopes, keyScopeWords } from "@/lib/taxonomy/key-scopes";
import { answerOf } from "../workbench/item-commands";
import styles from "./people.module.css";
import { ShownOnce } from "./shown-once";

type KeyInput = { email: string; name: string; scope: KeyScope; days: 30 | 90 | 365 | null };
export type CreateKey = (input: KeyInput) => Promise<ActionResult<{ key: string; name: string }>>;

const lifetimes = [
  { value: "90", label: "90 days" },
  { value: "30", label: "30 days" },
  { value: "365", label: "a year" },
  { value: "", label: "until it is revoked" },
];

/** Makes a key, for one of the owners where there are several. */
export function KeyForm({
  owners,
  ownAddress,
  createKey,
}: {
  owners: readonly string[];
  ownAddress: string;
  createKey: CreateKey;
}) {
  const router = useRouter();
  const [made, setMade] = useState<{ key: string; name: string } | null>(null);
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  const form = useForm({
    initialValues: { email: ownAddress, name: "", scope: "write" as KeyScope, days: "90" },
    validate: { name: (value) => (value.trim() === "" ? "Say what the key is for" : null) },
  });

  async function create({ days, ...values }: typeof form.values) {
    setSending(true);
    const lifetime = ([30, 90, 365] as const).find((known) => String(known) === days) ?? null;
    const answer = await answerOf(createKey({ ...values, days: lifetime }));
    setSending(false);
    setMade(answer.ok ? answer.data : null);
    setProblem(answer.ok ? "" : answer.message);
    if (answer.ok) form.reset();
    router.refresh();
  }

  return (
    <form className={styles.section} onSubmit={form.onSubmit(create)} noValidate>
      <h3>New key</h3>
      {made && <ShownOnce words={`The key for ${made.name}.`} secret={made.key} />}
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.row}>
        <TextInput label="What it is for" maxLength={32} {...form.getInputProps("name")} />
        <NativeSelect
          label="It may"
          data={keyScopes.map((scope) => ({ value: scope, label: keyScopeWords[scope] }))}
          {...form.getInputProps("scope")}
        />
        <NativeSelect label="It lasts" data={lifetimes} {...form.getInputProps("days")} />
        {owners.length > 1 && (
          <NativeSelect label="Acts as" data={[...owners]} {...form.getInputProps("email")} />
        )}
      </div>
      <div>
        <Button type="submit" disabled={isSending}>
          Make key
        </Button>
      </div>
    </form>
  );
}
