"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { IncidentForm } from "@/lib/incidents/form";
import {
  type MergedPart,
  mergedParts,
  mergeForms,
  proposeSides,
  type Side,
} from "@/lib/incidents/form-merge";
import styles from "./conflict-view.module.css";
import { partLabels, partWords } from "./part-words";

/** What I typed and what somebody else stored meanwhile, part by part; one of the two is taken for each. */
export function ConflictView({
  start,
  mine,
  stored,
  storedVersion,
  onMerge,
}: {
  start: IncidentForm | null;
  mine: IncidentForm;
  stored: IncidentForm;
  storedVersion: number;
  onMerge: (form: IncidentForm) => void;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [sides, setSides] = useState(() => proposeSides(start, mine, stored));
  const parts = mergedParts.filter((part) => sides[part] !== undefined);
  const choose = (part: MergedPart, side: Side) => setSides({ ...sides, [part]: side });

  // It appears in answer to a save: whoever pressed the button is led to it.
  useEffect(() => heading.current?.focus(), []);

  return (
    <section className={styles.conflict} aria-labelledby={id}>
      <h4 id={id} ref={heading} tabIndex={-1} className={styles.title}>
        Somebody else saved version {storedVersion} in the meantime
      </h4>
      <p className={styles.note}>
        {parts.length === 0
          ? "It says the same as your form."
          : "Take each field from your form or from the stored version, then save."}
      </p>
      {parts.map((part) => (
        <fieldset key={part} className={styles.row}>
          <legend className={styles.name}>{partLabels[part]}</legend>
          {(["mine", "stored"] as const).map((side) => (
            <label key={side} className={styles.choice}>
              <input
                type="radio"
                name={`${id}-${part}`}
                checked={sides[part] === side}
                onChange={() => choose(part, side)}
              />
              <span>
                <span className={styles.side}>{side === "mine" ? "Mine" : "Stored"}</span>
                <span className={styles.words} dir="auto">
                  {partWords(side === "mine" ? mine : stored, part)}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className={styles.actions}>
        <Button look="primary" onClick={() => onMerge(mergeForms(mine, stored, sides))}>
          Save merged version
        </Button>
      </div>
    </section>
  );
}
