"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { paths } from "@/lib/paths";
import type { SavedSearch } from "@/lib/saved-searches/schema";
import { offerUndo } from "../chrome/undo-notice";
import { answerOf } from "../workbench/item-commands";
import styles from "./incident-table.module.css";
import type { TableActions } from "./table-actions";

type Actions = Pick<TableActions, "saveSearch" | "renameSearch" | "deleteSearch">;

/** The searches that somebody keeps: open, save the present one, rename, delete. */
export function SavedSearches({
  searches,
  query,
  actions,
}: {
  searches: readonly SavedSearch[];
  /** The present search, with its order and columns. */
  query: string;
  actions: Actions;
}) {
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const name = useRef<HTMLInputElement>(null);
  const current = searches.find((search) => search.query === query);

  async function run(work: Promise<Awaited<ReturnType<Actions["saveSearch"] | Actions["deleteSearch"]>>>) {
    const answer = await answerOf<unknown>(work);
    setProblem(answer.ok ? "" : answer.message);
    if (answer.ok) router.refresh();
    return answer.ok;
  }

  async function save(form: HTMLFormElement) {
    const given = name.current?.value.trim() ?? "";
    const isKnown = searches.some((search) => search.name === given);
    const isSaved = await run(actions.saveSearch({ name: given, query, isReplacing: isKnown }));
    if (isSaved) form.reset();
  }

  async function remove({ id, name: kept, query: keptQuery }: SavedSearch) {
    if (!(await run(actions.deleteSearch({ id })))) return;
    const restore = () => void run(actions.saveSearch({ name: kept, query: keptQuery }));
    offerUndo(`Deleted the search “${kept}”.`, restore);
  }

  return (
    <Menu label={current ? `Search: ${current.name}` : "Saved searches"}>
      {searches.length === 0 && (
        <p className={styles.note}>
          Set filters, order and columns, then keep them here under a name. They also stand on the desk.
        </p>
      )}
      <ul className={styles.searches} aria-label="Saved searches">
        {searches.map((search) => (
          <SearchLine
            key={search.id}
            search={search}
            isCurrent={search === current}
            onRename={(words) => run(actions.renameSearch({ id: search.id, name: words }))}
            onDelete={() => void remove(search)}
          />
        ))}
      </ul>
      <form
        className={styles.save}
        onSubmit={(event) => {
          event.preventDefault();
          void save(event.currentTarget);
        }}
      >
        <input
          ref={name}
          className={styles.input}
          required
          maxLength={100}
          placeholder="Name for this search"
          aria-label="Name for this search"
        />
        <Button type="submit" size="small">
          Save search
        </Button>
      </form>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </Menu>
  );
}

function SearchLine({
  search,
  isCurrent,
  onRename,
  onDelete,
}: {
  search: SavedSearch;
  isCurrent: boolean;
  onRename: (name: string) => Promise<boolean>;
  onDelete: () => void;
}) {
  const [isRenaming, setRenaming] = useState(false);
  if (isRenaming) {
    return (
      <li>
        <form
          className={styles.save}
          onSubmit={async (event) => {
            event.preventDefault();
            const given = new FormData(event.currentTarget).get("name");
            if (typeof given === "string" && (await onRename(given))) setRenaming(false);
          }}
        >
          <input
            className={styles.input}
            name="name"
            required
            maxLength={100}
            defaultValue={search.name}
            aria-label={`New name of ${search.name}`}
          />
          <Button type="submit" size="small">
            Rename
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li className={styles.search}>
      <Link
        className={styles.searchName}
        href={paths.incidentTable(search.query)}
        aria-current={isCurrent ? "page" : undefined}
        prefetch={false}
      >
        {search.name}
      </Link>
      <Button
        look="quiet"
        size="small"
        aria-label={`Rename ${search.name}`}
        onClick={() => setRenaming(true)}
      >
        Rename
      </Button>
      <Button look="quiet" size="small" aria-label={`Delete ${search.name}`} onClick={onDelete}>
        Delete
      </Button>
    </li>
  );
}
