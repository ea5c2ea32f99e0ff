"use client";

import { useState } from "react";
import type { z } from "zod";
import type { BulkKind, bulkChangeSchema } from "@/lib/incidents/bulk-schema";
import { eventTypeLabel, eventTypes } from "@/lib/taxonomy/event-types";
import { outcomeLabels, roleLabels } from "@/lib/taxonomy/labels";
import { attributions, outcomes, participationRoles } from "@/lib/taxonomy/terms";
import { NameField } from "../form/name-field";
import { searchActorOptions } from "../form/name-options";
import styles from "./bulk-dialog.module.css";

export type ChangeInput = z.input<typeof bulkChangeSchema>;

/** What can be done to many; the words stand before "these incidents". */
export const bulkKinds: { kind: BulkKind; label: string; isForEditors?: boolean }[] = [
  { kind: "add-campaign", label: "Add to a campaign" },
  { kind: "remove-campaign", label: "Take out of a campaign" },
  { kind: "submit", label: "Submit for review" },
  { kind: "publish", label: "Publish", isForEditors: true },
  { kind: "return", label: "Send back as drafts", isForEditors: true },
  { kind: "retract", label: "Retract", isForEditors: true },
  { kind: "replace-actor", label: "Replace an actor by another" },
  { kind: "add-actor", label: "Add an actor" },
  { kind: "remove-actor", label: "Take out an actor" },
  { kind: "event-type", label: "Set the event type" },
  { kind: "outcome", label: "Set the outcome" },
];

type Values = Record<string, string>;

/** The change that the fields say; the server checks it and names what is missing. */
export function changeOf(kind: BulkKind, values: Values): ChangeInput {
  const text = (name: string) => values[name] ?? "";
  // The lists offer only values of the vocabularies; the server parses them again.
  return {
    "add-campaign": { kind, campaign: text("campaign") },
    "remove-campaign": { kind, campaign: text("campaign") },
    submit: { kind },
    publish: { kind, unsourcedReason: text("unsourcedReason") || undefined },
    return: { kind, reason: text("reason") },
    retract: { kind, reason: text("reason") },
    "replace-actor": {
      kind,
      from: text("from"),
      to: text("to"),
      unsourcedReason: text("unsourcedReason") || undefined,
    },
    "add-actor": {
      kind,
      actor: text("actor"),
      role: text("role") || "perpetrator",
      attribution: text("attribution") || "confirmed",
      attributedBy: text("attributedBy") || null,
      unsourcedReason: text("unsourcedReason") || undefined,
    },
    "remove-actor": { kind, actor: text("actor"), role: text("role") || null },
    "event-type": { kind, eventType: text("eventType") || eventTypes[0] },
    outcome: { kind, outcome: text("outcome") || outcomes[0] },
  }[kind] as ChangeInput;
}

type Option = { value: string; label: string };
const optionsOf = (values: readonly string[], label: (value: string) => string): Option[] =>
  values.map((value) => ({ value, label: label(value) }));
const roleOptions = participationRoles.map((role) => ({ value: role, label: roleLabels[role] }));

/** The fields that a kind of change needs. */
export function BulkFields({
  kind,
  values,
  campaigns,
  onChange,
}: {
  kind: BulkKind;
  values: Values;
  campaigns: readonly { slug: string; name: string }[];
  onChange: (name: string, value: string) => void;
}) {
  const select = (name: string, label: string, options: Option[]) => (
    <label className={styles.field}>
      {label}
      <select value={values[name] ?? ""} onChange={(event) => onChange(name, event.target.value)}>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  const actor = (name: string, label: string) => (
    <ActorField key={name} label={label} onChoose={(slug) => onChange(name, slug)} />
  );
  const unsourced = (
    <label key="unsourced" className={styles.field}>
      Why values without a quoted source may stand (only where there are such values)
      <textarea
        rows={2}
        maxLength={1000}
        value={values.unsourcedReason ?? ""}
        onChange={(event) => onChange("unsourcedReason", event.target.value)}
      />
    </label>
  );
  switch (kind) {
    case "publish":
      return unsourced;
    case "add-campaign":
    case "remove-campaign":
      return select("campaign", "Campaign", [
        { value: "", label: "Choose one" },
        ...campaigns.map(({ slug, name }) => ({ value: slug, label: name })),
      ]);
    case "return":
    case "retract":
      return (
        <label className={styles.field}>
          Reason
          <textarea
            rows={2}
            maxLength={1000}
            value={values.reason ?? ""}
            onChange={(event) => onChange("reason", event.target.value)}
          />
        </label>
      );
    case "replace-actor":
      return [actor("from", "Actor"), actor("to", "By the actor"), unsourced];
    case "add-actor":
      return (
        <>
          {actor("actor", "Actor")}
          {select("role", "Role", roleOptions)}
          {select(
            "attribution",
            "Attribution",
            optionsOf(attributions, (value) => value),
          )}
        </>
      );
    case "remove-actor":
      return (
        <>
          {actor("actor", "Actor")}
          {select("role", "Role", [{ value: "", label: "Every role" }, ...roleOptions])}
        </>
      );
    case "event-type":
      return select(
        "eventType",
        "Event type",
        eventTypes.map((value) => ({ value, label: eventTypeLabel(value) })),
      );
    case "outcome":
      return select(
        "outcome",
        "Outcome",
        outcomes.map((value) => ({ value, label: outcomeLabels[value] })),
      );
    default:
      return null;
  }
}

/** An actor by its name or any other name of it. */
function ActorField({ label, onChoose }: { label: string; onChoose: (slug: string) => void }) {
  const [typed, setTyped] = useState("");
  return (
    <NameField
      label={label}
      value={typed}
      search={searchActorOptions}
      onType={(words) => {
        setTyped(words);
        onChoose("");
      }}
      onChoose={(option) => {
        setTyped(option.name);
        onChoose(option.key);
      }}
    />
  );
}
