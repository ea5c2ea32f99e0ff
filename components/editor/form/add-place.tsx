"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { readCoordinates } from "@/lib/incidents/form-input";
import { type PlaceKind, placeKinds } from "@/lib/taxonomy/terms";
import { placeKindLabels } from "@/lib/taxonomy/words";
import styles from "./add-entry.module.css";
import { useIncidentForm } from "./form-context";
import type { PlaceChoice } from "./name-options";

const kinds = placeKinds.map((value) => ({ value, label: placeKindLabels[value] }));

/** A small form for a place that the gazetteer does not know; its zone follows from its coordinates. */
export function AddPlace({
  name,
  coordinates,
  onAdded,
  onCancel,
}: {
  name: string;
  coordinates: string;
  onAdded: (place: PlaceChoice) => void;
  onCancel: () => void;
}) {
  const { actions } = useIncidentForm();
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  const form = useForm({
    initialValues: { name, kind: "site" as PlaceKind, country: "", coordinates },
    validate: {
      name: (value) => (value.trim() === "" ? "Give a name" : null),
      country: (value) => (/^([A-Z]{2})?$/.test(value.trim()) ? null : "Two capitals, such as IQ"),
      coordinates: (value) =>
        readCoordinates(value) ? null : "Latitude and longitude in degrees, such as 33.786, 42.441",
    },
  });

  async function add(values: typeof form.values) {
    const position = readCoordinates(values.coordinates);
    if (!position) return;
    setSending(true);
    const answer = await actions.createPlace({
      name: values.name.trim(),
      kind: values.kind,
      country: values.country.trim() || null,
      admin1: null,
      parent: null,
      timeZone: null,
      geonamesId: null,
      aliases: [],
      ...position,
    });
    setSending(false);
    if (!answer.ok) {
      setProblem(answer.message);
      return;
    }
    const { slug, timeZone } = answer.data;
    onAdded({
      key: slug,
      name: answer.data.name,
      note: "",
      country: values.country.trim() || null,
      timeZone,
    });
  }

  return (
    <fieldset className={styles.box}>
      <legend className={styles.legend}>New place</legend>
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.row}>
        <TextInput label="Name of the place" data-autofocus {...form.getInputProps("name")} />
        <NativeSelect label="Kind of place" data={kinds} {...form.getInputProps("kind")} />
        <TextInput label="Country" placeholder="IQ" maxLength={2} {...form.getInputProps("country")} />
        <TextInput
          label="Latitude, longitude"
          placeholder="33.786, 42.441"
          {...form.getInputProps("coordinates")}
        />
      </div>
      <div className={styles.actions}>
        <Button disabled={isSending} onClick={() => form.onSubmit(add)()}>
          Add place
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}
