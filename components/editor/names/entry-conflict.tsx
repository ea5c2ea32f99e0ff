"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { entryFields } from "@/lib/names/entry-fields";
import type { EntryValues } from "@/lib/names/entry-form";
import type { EntryKind } from "@/lib/names/entry-kinds";
import styles from "./entry-form.module.css";
import type { EntryState } from "./entry-state";

/** What somebody else stored meanwhile, beside what was typed, for the fields that both changed. */
export function EntryConflict({
  kind,
  values,
  conflict,
  onTake,
}: {
  kind: EntryKind;
  values: EntryValues;
  conflict: NonNullable<EntryState["conflict"]>;
  onTake: (name: string) => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = (from: EntryValues, name: string) =>
    (name === "parent" ? from.parentName : from[name])?.trim() || "empty";

  // It appears in answer to a save: whoever pressed the button is led to it.
  useEffect(() => heading.current?.focus(), []);

  return (
    <Notice tone="caution">
      <h2 ref={heading} tabIndex={-1} className={styles.conflictTitle}>
        Somebody else saved in the meantime
      </h2>
      <p>
        {conflict.fields.length === 0
          ? "Their changes and yours touch different fields and stand together in the form now. Look, then save."
          : "Both of you changed these fields. Yours stand in the form; take theirs where they are right, then save."}
      </p>
      {conflict.fields.length > 0 && (
        <table className={styles.conflict}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">In your form</th>
              <th scope="col">Stored</th>
            </tr>
          </thead>
          <tbody>
            {entryFields[kind]
              .filter(({ name }) => conflict.fields.includes(name))
              .map(({ name, label }) => (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  <td dir="auto">{shown(values, name)}</td>
                  <td dir="auto">
                    {shown(conflict.stored, name)}{" "}
                    {shown(values, name) !== shown(conflict.stored, name) && (
                      <Button size="small" onClick={() => onTake(name)} aria-label={`Take theirs: ${label}`}>
                        Take
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </Notice>
  );
}
