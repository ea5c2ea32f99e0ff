"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import type { ActionResult } from "@/lib/api/action-result";
import { dateTimeWords } from "../desk/date-time-words";
import { answerOf } from "../workbench/item-commands";
import styles from "./people.module.css";
import { ShownOnce } from "./shown-once";

type KeyLine = {
  id: string;
  name: string;
  start: string;
  owner: string;
  createdAt: string;
  lastUsedAt: string | null;
};

export type KeysActions = {
  createApiKey: (input: {
    email: string;
    name: string;
  }) => Promise<ActionResult<{ key: string; name: string }>>;
  revokeApiKey: (input: { id: string }) => Promise<ActionResult<void>>;
};

/** Keys by which programs act for somebody. */
export function KeysDesk({
  keys,
  owners,
  ownAddress,
  actions,
}: {
  keys: readonly KeyLine[];
  owners: readonly string[];
  ownAddress: string;
  actions: KeysActions;
}) {
  const router = useRouter();
  const [made, setMade] = useState<{ key: string; name: string } | null>(null);
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  const form = useForm({
    initialValues: { email: ownAddress, name: "" },
    validate: { name: (value) => (value.trim() === "" ? "Say what the key is for" : null) },
  });

  async function create(values: typeof form.values) {
    setSending(true);
    const answer = await answerOf(actions.createApiKey(values));
    setSending(false);
    setMade(answer.ok ? answer.data : null);
    setProblem(answer.ok ? "" : answer.message);
    if (answer.ok) form.reset();
    router.refresh();
  }

  async function revoke(id: string) {
    setSending(true);
    const answer = await answerOf(actions.revokeApiKey({ id }));
    setSending(false);
    setProblem(answer.ok ? "" : answer.message);
    router.refresh();
  }

  return (
    <section className={styles.section} aria-labelledby="keys">
      <h2 id="keys" className={styles.heading}>
        API keys
      </h2>
      {keys.length === 0 ? (
        <p className={styles.note}>No keys yet. A program needs one to write.</p>
      ) : (
        <Table>
          <thead>
            <tr>
              <th scope="col">For</th>
              <th scope="col">Begins with</th>
              <th scope="col">Acts as</th>
              <th scope="col">Made</th>
              <th scope="col">Last used</th>
              <th scope="col">Key</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key.id}>
                <th scope="row">{key.name}</th>
                <td>
                  <code>{key.start}…</code>
                </td>
                <td>{key.owner}</td>
                <td className={styles.when}>{dateTimeWords(key.createdAt)}</td>
                <td className={styles.when}>{key.lastUsedAt ? dateTimeWords(key.lastUsedAt) : "never"}</td>
                <td>
                  <Button
                    size="small"
                    disabled={isSending}
                    aria-label={`Revoke the key ${key.name}`}
                    onClick={() => revoke(key.id)}
                  >
                    Revoke
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
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
          <NativeSelect label="Acts as" data={[...owners]} {...form.getInputProps("email")} />
        </div>
        <div>
          <Button type="submit" disabled={isSending}>
            Make key
          </Button>
        </div>
      </form>
    </section>
  );
}
