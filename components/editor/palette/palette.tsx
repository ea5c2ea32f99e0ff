"use client";

import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Modal.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/Paper.css";
import "@mantine/spotlight/styles.css";
import { Loader } from "@mantine/core";
import { createSpotlight, Spotlight, useSpotlight } from "@mantine/spotlight";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { chooseScheme } from "@/components/ui/scheme-switch";
import type { Role } from "@/lib/taxonomy/terms";
import { goalsFor } from "../chrome/go-keys";
import { listPageCommands } from "../chrome/page-commands";
import styles from "./palette.module.css";
import {
  groupsOfFinds,
  markedParts,
  matchingItems,
  type PaletteGroup,
  type PaletteItem,
} from "./palette-items";
import { useDeskSearch } from "./use-desk-search";

const [store, palette] = createSpotlight();
const listId = "palette-list";

/** Search over everything of the desk, pages to go to, and what can be done here. */
export function Palette({
  asked,
  role,
  signOut,
}: {
  asked: number;
  role: Role;
  signOut: () => Promise<void>;
}) {
  const router = useRouter();
  const { opened, query } = useSpotlight(store);
  const { finds, isLoading } = useDeskSearch(query, opened);
  const search = useRef<HTMLInputElement>(null);
  const typed = query.trim();
  const groups = opened
    ? listGroups(typed, role, signOut, finds ? groupsOfFinds(finds, typed === "") : [])
    : [];

  // biome-ignore lint/correctness/useExhaustiveDependencies: every further press of the key opens it again.
  useEffect(() => palette.open(), [asked]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new finds need a new first choice.
  useEffect(() => {
    if (!opened) return;
    chooseFirst();
    nameChoice(search.current);
  }, [opened, finds, query]);

  function choose(item: PaletteItem) {
    if ("href" in item) router.push(item.href);
    else item.run();
  }

  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      maxHeight="min(64dvh, 560px)"
      yOffset="10dvh"
      scrollable
      size={640}
      title={undefined}
      aria-label="Search and commands"
      classNames={{ content: styles.content, body: styles.body }}
    >
      <Spotlight.Search
        ref={search}
        className={styles.search}
        placeholder="Find an incident, article, actor, place or campaign, or say what to do"
        aria-label="Search and commands"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        rightSection={isLoading ? <Loader size={16} color="gray" /> : null}
        onKeyUp={() => nameChoice(search.current)}
      />
      <Spotlight.ActionsList
        id={listId}
        className={styles.list}
        role="listbox"
        aria-label="Finds and commands"
      >
        {groups.map(({ label, items }) => (
          <Spotlight.ActionsGroup key={label} label={label} className={styles.group}>
            {items.map((item) => (
              <Spotlight.Action
                key={item.id}
                id={`palette-${item.id}`}
                className={styles.item}
                role="option"
                onClick={() => choose(item)}
              >
                <Marked label={item.label} typed={typed} />
                <span className={styles.note}>{item.note}</span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && !isLoading && (
          <Spotlight.Empty className={styles.empty}>
            Nothing is called this. Try fewer or other words.
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** The library keeps its choice by place, and marks the element that stood there when it was chosen. */
function chooseFirst(): void {
  const actions = document.querySelectorAll(`#${listId} [data-action]`);
  for (const action of actions) action.removeAttribute("data-selected");
  actions[0]?.setAttribute("data-selected", "true");
  actions[0]?.scrollIntoView({ block: "nearest" });
  store.updateState((state) => ({ ...state, selected: 0 }));
}

/** Tells assistive technology which line Enter would choose. */
function nameChoice(input: HTMLInputElement | null): void {
  const chosen = document.querySelector(`#${listId} [data-selected]`);
  for (const option of document.querySelectorAll(`#${listId} [role=option]`)) {
    option.setAttribute("aria-selected", String(option === chosen));
  }
  if (chosen) input?.setAttribute("aria-activedescendant", chosen.id);
  else input?.removeAttribute("aria-activedescendant");
}

/** What was found, what can be done on the page, then pages and what is always there. */
function listGroups(
  typed: string,
  role: Role,
  signOut: () => Promise<void>,
  found: PaletteGroup[],
): PaletteGroup[] {
  const here = listPageCommands().map(({ id, label, run }) => ({ id: `here-${id}`, label, note: "", run }));
  const pages = goalsFor(role).map(({ letter, label, href }) => ({
    id: `go-${letter}`,
    label,
    note: `G ${letter}`,
    href,
  }));
  const always: PaletteItem[] = [
    { id: "light", label: "Light colours", note: "", run: () => void chooseScheme("light") },
    { id: "dark", label: "Dark colours", note: "", run: () => void chooseScheme("dark") },
    {
      id: "system",
      label: "Colours as the device has them",
      note: "",
      run: () => void chooseScheme("system"),
    },
    { id: "sign-out", label: "Sign out", note: "", run: () => void signOut() },
  ];
  const own: PaletteGroup = { label: "On this page", items: matchingItems(here, typed) };
  const goals: PaletteGroup = { label: "Go to", items: matchingItems(pages, typed) };
  const actions: PaletteGroup = { label: "Do", items: matchingItems(always, typed) };
  const first = typed === "" ? [...found, own] : [own, ...found];
  return [...first, goals, actions].filter(({ items }) => items.length > 0);
}

function Marked({ label, typed }: { label: string; typed: string }) {
  return (
    <span className={styles.label} dir="auto">
      {markedParts(label, typed).map(({ text, isMarked }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one label have no other name.
        isMarked ? <mark key={at}>{text}</mark> : text,
      )}
    </span>
  );
}
