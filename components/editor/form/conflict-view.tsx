"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { IncidentForm } from "@/lib/incidents/form";
import { findSpots, mergeForms, type Sides, sidesOf } from "@/lib/incidents/form-merge";
import styles from "./conflict-view.module.css";
import { SpotChoices } from "./spot-choices";

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
  const spots = findSpots(start, mine, stored);
  const [chosen, setChosen] = useState<Sides>({});
  // What is typed while this is open makes new spots: they begin with their own sides.
  const sides = { ...sidesOf(spots), ...chosen };

  // It appears in answer to a save: whoever pressed the button is led to it.
  useEffect(() => heading.current?.focus(), []);

  return (
    <section className={styles.conflict} aria-labelledby={id}>
      <h4 id={id} ref={heading} tabIndex={-1} className={styles.title}>
        Somebody else saved version {storedVersion} in the meantime
      </h4>
      <p className={styles.note}>
        {spots.length === 0
          ? "It says the same as your form."
          : "Take each field and each line from your form or from the stored version, then save."}
      </p>
      <SpotChoices
        spots={spots}
        forms={{ start, mine, stored }}
        sides={sides}
        names={{ mine: "Mine", stored: "Stored" }}
        onChoose={(spot, side) => setChosen({ ...chosen, [spot]: side })}
      />
      <div className={styles.actions}>
        <Button look="primary" onClick={() => onMerge(mergeForms(mine, stored, sides))}>
          Save merged version
        </Button>
      </div>
    </section>
  );
}
