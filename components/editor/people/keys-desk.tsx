"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import type { ActionResult } from "@/lib/api/action-result";
import { type KeyScope, keyScopeWords } from "@/lib/taxonomy/key-scopes";
import { dateTimeWords } from "../desk/date-time-words";
import { answerOf } from "../workbench/item-commands";
import { type CreateKey, KeyForm } from "./key-form";
import styles from "./people.module.css";

type KeyLine = {
  id: string;
  name: string;
  start: string;
  owner: string;
  scope: KeyScope;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
};

/** Keys by which programs act for somebody: those of the owners given, which may be oneself alone. */
export function KeysDesk({
  keys,
  owners,
  ownAddress,
  createKey,
  revokeKey,
}: {
  keys: readonly KeyLine[];
  owners: readonly string[];
  ownAddress: string;
  createKey: CreateKey;
  revokeKey: (input: { id: string }) => Promise<ActionResult<void>>;
}) {
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);

  async function revoke(id: string) {
    setSending(true);
    const answer = await answerOf(revokeKey({ id }));
    setSending(false);
    setProblem(answer.ok ? "" : answer.message);
    router.refresh();
  }

  return (
    <>
      {keys.length === 0 ? (
        <p className={styles.note}>No keys yet. A program needs one to write.</p>
      ) : (
        <Table>
          <thead>
            <tr>
              <th scope="col">For</th>
              <th scope="col">It may</th>
              <th scope="col">Acts as</th>
              <th scope="col">Made</th>
              <th scope="col">Last used</th>
              <th scope="col">Expires</th>
              <th scope="col">Key</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key.id}>
                <th scope="row">
                  {key.name} <code className={styles.start}>{key.start}…</code>
                </th>
                <td>{keyScopeWords[key.scope]}</td>
                <td>{key.owner}</td>
                <td className={styles.when}>{dateTimeWords(key.createdAt)}</td>
                <td className={styles.when}>
                  {key.lastUsedAt ? dateTimeWords(key.lastUsedAt) : "never used"}
                </td>
                <td className={styles.when}>{key.expiresAt ? dateTimeWords(key.expiresAt) : "never"}</td>
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
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <KeyForm owners={owners} ownAddress={ownAddress} createKey={createKey} />
    </>
  );
}
