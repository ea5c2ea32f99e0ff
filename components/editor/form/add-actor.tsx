"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type ActorKind, actorKinds } from "@/lib/taxonomy/terms";
import { actorKindLabels } from "@/lib/taxonomy/words";
import styles from "./add-entry.module.css";
import { useIncidentForm } from "./form-context";

const kinds = actorKinds.map((value) => ({ value, label: actorKindLabels[value] }));

/** A small form for an actor that is not known yet. */
export function AddActor({
  name,
  onAdded,
  onCancel,
}: {
  name: string;
  onAdded: (actor: { slug: string; name: string }) => void;
  onCancel: () => void;
}) {
  const { actions } = useIncidentForm();
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  const form = useForm({
    initialValues: { name, kind: "armed-group" as ActorKind, country: "" },
    validate: {
      name: (value) => (value.trim() === "" ? "Give a name" : null),
      country: (value) => (/^([A-Z]{2})?$/.test(value.trim()) ? null : "Two capitals, such as IQ"),
    },
  });

  async function add(values: typeof form.values) {
    setSending(true);
    const answer = await actions.createActor({
      name: values.name.trim(),
      kind: values.kind,
      country: values.country.trim() || null,
      parent: null,
      wikidata: null,
      description: "",
      aliases: [],
    });
    setSending(false);
    if (answer.ok) onAdded(answer.data);
    else setProblem(answer.errors[0]?.message ?? answer.message);
  }

  return (
    <fieldset className={styles.box}>
      <legend className={styles.legend}>New actor</legend>
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.row}>
        <TextInput label="Name of the actor" {...form.getInputProps("name")} />
        <NativeSelect label="Kind of actor" data={kinds} {...form.getInputProps("kind")} />
        <TextInput label="Country" placeholder="IQ" maxLength={2} {...form.getInputProps("country")} />
      </div>
      <div className={styles.actions}>
        <Button disabled={isSending} onClick={() => form.onSubmit(add)()}>
          Add actor
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}
