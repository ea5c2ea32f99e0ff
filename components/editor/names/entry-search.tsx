"use client";

import { TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { type EntryKind, entryWords } from "@/lib/names/entry-kinds";
import { paths } from "@/lib/paths";
import { isPlainKey } from "../chrome/editor-keys";
import styles from "./entry-list.module.css";

const debounceMs = 200;

/** Searches a list of names while words are typed; the key / leads here. Without a script Enter asks for them. */
export function EntrySearch({ kind, text }: { kind: EntryKind; text: string }) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [typed, setTyped] = useState(text);
  const [isLoading, startTransition] = useTransition();

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "/" || !isPlainKey(event)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("keydown", press);
      clearTimeout(timer.current);
    };
  }, []);

  function type(words: string) {
    setTyped(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => startTransition(() => router.replace(paths.entries(kind, words.trim()), { scroll: false })),
      debounceMs,
    );
  }

  return (
    <search aria-busy={isLoading}>
      <form className={styles.search} action={paths.entries(kind)}>
        <TextInput
          ref={field}
          name="q"
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-label={`Search ${entryWords[kind].many.toLowerCase()}`}
          aria-keyshortcuts="/"
          placeholder="Name or other name ( / )"
          onChange={(event) => type(event.currentTarget.value)}
        />
      </form>
    </search>
  );
}
