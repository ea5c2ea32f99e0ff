"use client";

import { useId } from "react";
import type { IncidentForm } from "@/lib/incidents/form";
import type { Side, Sides, Spot } from "@/lib/incidents/form-merge";
import styles from "./conflict-view.module.css";
import { spotLabel, spotWords } from "./part-words";

/** What two forms say differently, spot by spot; one of the two is taken for each. */
export function SpotChoices({
  spots,
  forms,
  sides,
  names,
  onChoose,
}: {
  spots: readonly Spot[];
  forms: { start: IncidentForm | null; mine: IncidentForm; stored: IncidentForm };
  sides: Sides;
  /** What the two sides are called. */
  names: Record<Side, string>;
  onChoose: (spot: string, side: Side) => void;
}) {
  const id = useId();
  return spots.map((spot) => (
    <fieldset key={spot.id} className={styles.row}>
      <legend className={styles.name}>
        {spotLabel(spot, forms)}
        {forms.start && spot.isConflict && (
          <span className={styles.before} dir="auto">
            {" "}
            was: {spotWords(forms.start, spot)}
          </span>
        )}
      </legend>
      {(["mine", "stored"] as const).map((side) => (
        <label key={side} className={styles.choice}>
          <input
            type="radio"
            name={`${id}-${spot.id}`}
            checked={sides[spot.id] === side}
            onChange={() => onChoose(spot.id, side)}
          />
          <span>
            <span className={styles.side}>{names[side]}</span>
            <span className={styles.words} dir="auto">
              {spotWords(forms[side], spot)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  ));
}
