"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { emptyPlace } from "@/lib/incidents/form";
import { placePrecisionLabels } from "@/lib/taxonomy/labels";
import { type PlacePrecision, placePrecisions } from "@/lib/taxonomy/terms";
import { AddPlace } from "./add-place";
import { partId, useIncidentForm } from "./form-context";
import { NameField } from "./name-field";
import { type PlaceChoice, searchPlaceOptions } from "./name-options";
import { SourcedField } from "./sourced-field";
import styles from "./sourced-field.module.css";

const precisions = placePrecisions.map((value) => ({ value, label: placePrecisionLabels[value] }));

/** Where: a place of the gazetteer, how exactly it is known, and coordinates that differ from the place's. */
export function PlaceField() {
  const { id, form, errors, edit } = useIncidentForm();
  const [adding, setAdding] = useState<string | null>(null);
  const { place } = form;

  function choose({ key, name, country, timeZone }: PlaceChoice) {
    edit({
      place: { ...emptyPlace, slug: key, name, country, precision: place.precision },
      ...(timeZone ? { timeZone } : {}),
    });
    setAdding(null);
  }

  return (
    <>
      <SourcedField field="place" label="Place">
        <NameField
          id={partId(id, "place")}
          value={place.name}
          placeholder="Name of a place"
          error={errors.place}
          onType={(name) => edit({ place: { ...place, name, slug: null, country: null, coordinates: "" } })}
          onChoose={choose}
          search={searchPlaceOptions}
          addWords={(typed) => `Add “${typed}” as a new place`}
          onAdd={setAdding}
        />
        <PlaceReading onAdd={() => setAdding(place.name.trim())} />
      </SourcedField>
      <div className={styles.scope}>
        <div className={styles.head}>
          <label className={styles.label} htmlFor={partId(id, "precision")}>
            Place precision
          </label>
        </div>
        <NativeSelect
          id={partId(id, "precision")}
          value={place.precision}
          data={precisions}
          error={errors.precision}
          onChange={(event) =>
            edit({ place: { ...place, precision: event.currentTarget.value as PlacePrecision } })
          }
        />
      </div>
      <div className={styles.scope}>
        <div className={styles.head}>
          <label className={styles.label} htmlFor={partId(id, "coordinates")}>
            Coordinates
          </label>
        </div>
        <TextInput
          id={partId(id, "coordinates")}
          value={place.coordinates}
          placeholder="those of the place"
          autoComplete="off"
          error={errors.coordinates}
          onChange={(event) => edit({ place: { ...place, coordinates: event.currentTarget.value } })}
        />
      </div>
      {adding !== null && (
        <AddPlace
          name={adding}
          coordinates={place.coordinates}
          onAdded={choose}
          onCancel={() => setAdding(null)}
        />
      )}
    </>
  );
}

function PlaceReading({ onAdd }: { onAdd: () => void }) {
  const { form, errors } = useIncidentForm();
  const { slug, name, country } = form.place;
  if (name.trim() === "") return null;
  if (slug !== null) {
    return <p className={styles.detail}>In the gazetteer{country && `, ${country}`}</p>;
  }
  return errors.place ? null : (
    <p className={styles.reading}>
      Not chosen from the gazetteer yet.{" "}
      <button type="button" onClick={onAdd} className={styles.inline}>
        Add it
      </button>
    </p>
  );
}
