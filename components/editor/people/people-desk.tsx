"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { answerOf } from "../workbench/item-commands";
import { InviteForm } from "./invite-form";
import styles from "./people.module.css";
import type { PeopleActions } from "./people-actions";
import { type Person, PersonLine, type RunAct } from "./person-line";
import { ShownOnce } from "./shown-once";

/** Who has an account, with which role; what can be done about it; and a form for the next one. */
export function PeopleDesk({
  people,
  ownId,
  sendsMail,
  actions,
}: {
  people: readonly Person[];
  ownId: string;
  sendsMail: boolean;
  actions: PeopleActions;
}) {
  const router = useRouter();
  const [told, setTold] = useState("");
  const [link, setLink] = useState<{ words: string; link: string } | null>(null);
  const [isBusy, setBusy] = useState(false);

  const run: RunAct = async (work, words) => {
    setBusy(true);
    const answer = await answerOf(work);
    setBusy(false);
    const made = answer.ok ? linkOf(answer.data) : null;
    setLink(made === null ? null : { words, link: made });
    setTold(answer.ok ? (made === null ? words : "") : answer.message);
    router.refresh();
  };

  return (
    <>
      <InviteForm invite={actions.invite} sendsMail={sendsMail} />
      <section className={styles.section} aria-labelledby="people">
        <h2 id="people" className={styles.heading}>
          {people.length === 1 ? "One account" : `${people.length} accounts`}
        </h2>
        <p role="status" className={styles.told}>
          {told}
        </p>
        {link && <ShownOnce words={link.words} secret={link.link} />}
        <ul className={styles.people}>
          {people.map((person) => (
            <PersonLine
              key={person.id}
              person={person}
              isOwn={person.id === ownId}
              isBusy={isBusy}
              actions={actions}
              run={run}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

/** The link that an act made to pass on; none where it made none, or mailed it. */
const linkOf = (data: unknown): string | null =>
  typeof data === "object" && data !== null && "link" in data && typeof data.link === "string"
    ? data.link
    : null;
