"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { areKeysOn, commandOf, keyList, turnKeys } from "./editor-keys";
import { goalsFor } from "./go-keys";
import styles from "./key-help.module.css";
import { usePageCommands } from "./page-commands";

/** A button, and the key "?", that open the list of keys. */
export function KeyHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(true);

  function open() {
    setOn(areKeysOn());
    dialog.current?.showModal();
  }

  usePageCommands([{ id: "keys", label: "Keys", run: open }]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (commandOf(event) !== "help") return;
      event.preventDefault();
      setOn(areKeysOn());
      dialog.current?.showModal();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return (
    <>
      <Button look="quiet" iconOnly aria-label="Keys" title="Keys (?)" aria-haspopup="dialog" onClick={open}>
        ?
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="key-help-title">
        <h2 id="key-help-title" className={styles.title}>
          Keys in the workbench
        </h2>
        <p className={styles.note}>While you type in a field, hold Alt as well.</p>
        <dl className={styles.keys}>
          {keyList.map(({ key, does }) => (
            <KeyLine key={key} keys={key} does={does} />
          ))}
        </dl>
        <h3 className={styles.part}>From everywhere</h3>
        <dl className={styles.keys}>
          <KeyLine keys="Ctrl K" does="Search everything, go somewhere, do something" />
          {goalsFor("contributor").map(({ letter, label }) => (
            <KeyLine key={letter} keys={`G ${letter}`} does={label} />
          ))}
          <KeyLine keys="J, K" does="On the desk and in the table: next and previous line; Enter opens it" />
        </dl>
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              turnKeys(event.target.checked);
              setOn(event.target.checked);
            }}
          />
          Single keys act without Alt
        </label>
        <form method="dialog">
          <Button type="submit">Close</Button>
        </form>
      </dialog>
    </>
  );
}

function KeyLine({ keys, does }: { keys: string; does: string }) {
  return (
    <div className={styles.row}>
      <dt>
        <kbd className={styles.key}>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
