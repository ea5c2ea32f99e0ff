"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { areKeysOn, commandOf, keyList, turnKeys } from "./editor-keys";
import styles from "./key-help.module.css";

/** A button, and the key "?", that open the list of keys. */
export function KeyHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(true);

  function open() {
    setOn(areKeysOn());
    dialog.current?.showModal();
  }

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
            <div key={key} className={styles.row}>
              <dt>
                <kbd className={styles.key}>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
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
