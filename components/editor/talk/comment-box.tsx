"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { bodyOfTyped, type DeskPerson, plainBody, splitBody, typedMention } from "@/lib/comments/mentions";
import styles from "./comments.module.css";

const mostOffered = 6;

/** A box to write a comment in; "@" offers the people of the desk. Ctrl or Cmd with Enter sends. */
export function CommentBox({
  id,
  label,
  act,
  people,
  start = "",
  onSend,
  onCancel,
}: {
  id?: string;
  label: string;
  act: string;
  people: readonly DeskPerson[];
  /** A stored comment that is changed. */
  start?: string;
  /** Answers with what went wrong, or null. */
  onSend: (body: string) => Promise<string | null>;
  onCancel?: () => void;
}) {
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => plainBody(start));
  const [chosen, setChosen] = useState<readonly Pick<DeskPerson, "id" | "name">[]>(() => mentionedIn(start));
  const [typed, setTyped] = useState<{ start: number; typed: string } | null>(null);
  const [at, setAt] = useState(0);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const offered = typed ? matching(people, typed.typed) : [];

  function take(person: DeskPerson) {
    if (!typed || !field.current) return;
    const end = typed.start + typed.typed.length + 1;
    const cursor = typed.start + person.name.length + 2;
    setText(`${text.slice(0, typed.start)}@${person.name} ${text.slice(end)}`);
    setChosen([...chosen, person]);
    setTyped(null);
    requestAnimationFrame(() => field.current?.setSelectionRange(cursor, cursor));
  }

  async function send() {
    if (text.trim() === "" || isSending) return;
    setSending(true);
    const failure = await onSend(bodyOfTyped(text.trim(), chosen));
    setSending(false);
    setProblem(failure ?? "");
    if (failure === null) setText("");
  }

  function press(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
      return;
    }
    const person = offered[at];
    if (!person) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setAt((at + (event.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length);
    } else if (event.key === "Enter" || event.key === "Tab") {
      take(person);
    } else if (event.key === "Escape") {
      setTyped(null);
    } else {
      return;
    }
    event.preventDefault();
  }

  return (
    <div className={styles.box}>
      <div className={styles.typing}>
        <textarea
          ref={field}
          id={id}
          className={styles.text}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? list : undefined}
          aria-activedescendant={offered.length > 0 ? `${list}-${at}` : undefined}
          placeholder="@ mentions somebody"
          rows={2}
          maxLength={4500}
          dir="auto"
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setTyped(typedMention(currentTarget.value, currentTarget.selectionStart));
            setAt(0);
          }}
          onKeyDown={press}
          onBlur={() => setTyped(null)}
        />
        {offered.length > 0 && (
          <div className={styles.people} id={list} role="listbox" aria-label="People">
            {offered.map((person, index) => (
              <div
                key={person.id}
                id={`${list}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className={classNames(styles.person, index === at && styles.aimed)}
                // The box must keep the cursor.
                onMouseDown={(event) => {
                  event.preventDefault();
                  take(person);
                }}
              >
                {person.name} <span className={styles.role}>{person.role}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {(text.trim() !== "" || onCancel) && (
        <div className={styles.acts}>
          <Button size="small" disabled={isSending || text.trim() === ""} onClick={() => void send()}>
            {isSending ? "Sending…" : act}
          </Button>
          {onCancel && (
            <Button size="small" look="quiet" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

const mentionedIn = (body: string) =>
  splitBody(body).flatMap((part) => (part.kind === "mention" ? [{ id: part.userId, name: part.name }] : []));

function matching(people: readonly DeskPerson[], typed: string): DeskPerson[] {
  const wanted = typed.toLocaleLowerCase();
  return people
    .filter(({ name }) =>
      name
        .toLocaleLowerCase()
        .split(/\s+/)
        .some((_word, index, words) => words.slice(index).join(" ").startsWith(wanted)),
    )
    .slice(0, mostOffered);
}
