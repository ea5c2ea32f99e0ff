"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Tag } from "@/components/ui/tag";
import type { ActionResult } from "@/lib/api/action-result";
import { dateTimeWords } from "../desk/date-time-words";
import { answerOf } from "../workbench/item-commands";
import styles from "./people.module.css";

type Session = { device: string; address: string | null; startedAt: string; isThisOne: boolean };

const SHOWN = 5;

/** Where one is signed in, and the way to end it everywhere else. */
export function SessionsList({
  sessions,
  endOthers,
}: {
  sessions: readonly Session[];
  endOthers: (input: Record<string, never>) => Promise<ActionResult<void>>;
}) {
  const router = useRouter();
  const [told, setTold] = useState("");

  async function end() {
    const answer = await answerOf(endOthers({}));
    setTold(answer.ok ? "Signed out everywhere else." : answer.message);
    router.refresh();
  }

  return (
    <>
      <SessionLines sessions={sessions.slice(0, SHOWN)} />
      {sessions.length > SHOWN && (
        <Disclosure summary={`${sessions.length - SHOWN} more`}>
          <SessionLines sessions={sessions.slice(SHOWN)} />
        </Disclosure>
      )}
      <div className={styles.acts}>
        <Button disabled={sessions.length < 2} onClick={end}>
          Sign out everywhere else
        </Button>
        <p role="status" className={styles.note}>
          {told}
        </p>
      </div>
    </>
  );
}

function SessionLines({ sessions }: { sessions: readonly Session[] }) {
  return (
    <ul className={styles.list}>
      {sessions.map((session) => (
        <li key={`${session.startedAt}${session.device}`} className={styles.line}>
          <span>
            {session.device}
            <span className={styles.note}>
              {session.address && ` · ${session.address}`} · since{" "}
              <time dateTime={session.startedAt}>{dateTimeWords(session.startedAt)}</time>
            </span>
          </span>
          {session.isThisOne && <Tag tone="good">This device</Tag>}
        </li>
      ))}
    </ul>
  );
}
