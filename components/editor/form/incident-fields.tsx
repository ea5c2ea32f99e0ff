"use client";

import { MultiSelect, NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { IncidentForm } from "@/lib/incidents/form";
import { eventGroupLabels, eventGroups, eventTypeLabel, eventTypesOf } from "@/lib/taxonomy/event-types";
import { outcomeLabels } from "@/lib/taxonomy/labels";
import { outcomes } from "@/lib/taxonomy/terms";
import { CountField } from "./count-field";
import { partId, useIncidentForm } from "./form-context";
import styles from "./incident-fields.module.css";
import { ParticipantsField } from "./participants-field";
import { PlaceField } from "./place-field";
import { SourcedField } from "./sourced-field";
import { UnsourcedField } from "./unsourced-field";
import { WhenField } from "./when-field";

const typeChoices = [
  { value: "", label: "Choose an event type" },
  ...eventGroups.map((group) => ({
    group: eventGroupLabels[group],
    items: eventTypesOf(group).map((type) => ({ value: type, label: eventTypeLabel(type) })),
  })),
];
const outcomeChoices = outcomes.map((value) => ({ value, label: outcomeLabels[value] }));

/** All fields of an incident, in the order in which editors read a report. */
export function IncidentFields() {
  const { id, form, errors, edit } = useIncidentForm();
  return (
    <div className={styles.fields}>
      <div className={styles.whole}>
        <SourcedField field="title">
          <TextInput
            id={partId(id, "title")}
            value={form.title}
            error={errors.title}
            autoComplete="off"
            dir="auto"
            onChange={(event) => edit({ title: event.currentTarget.value })}
          />
        </SourcedField>
      </div>
      <SourcedField field="eventType">
        <NativeSelect
          id={partId(id, "eventType")}
          value={form.eventType}
          error={errors.eventType}
          data={typeChoices}
          onChange={(event) => edit({ eventType: event.currentTarget.value as IncidentForm["eventType"] })}
        />
      </SourcedField>
      <SourcedField field="outcome">
        <NativeSelect
          id={partId(id, "outcome")}
          value={form.outcome}
          error={errors.outcome}
          data={outcomeChoices}
          onChange={(event) => edit({ outcome: event.currentTarget.value as IncidentForm["outcome"] })}
        />
      </SourcedField>
      <div className={styles.wide}>
        <WhenField />
      </div>
      <div className={styles.place}>
        <PlaceField />
      </div>
      <CountField field="killed" />
      <CountField field="injured" />
      <ParticipantsField />
      <div className={styles.whole}>
        <SourcedField field="summary">
          <Textarea
            id={partId(id, "summary")}
            value={form.summary}
            error={errors.summary}
            autosize
            minRows={2}
            maxRows={10}
            dir="auto"
            onChange={(event) => edit({ summary: event.currentTarget.value })}
          />
        </SourcedField>
      </div>
      <Campaigns />
      <div className={styles.whole}>
        <UnsourcedField />
      </div>
    </div>
  );
}

function Campaigns() {
  const { form, errors, edit, campaigns } = useIncidentForm();
  const known = new Map([...campaigns, ...form.campaigns].map((campaign) => [campaign.slug, campaign]));
  if (known.size === 0) return null;
  return (
    <div className={styles.whole}>
      <MultiSelect
        label="Campaigns"
        placeholder={form.campaigns.length === 0 ? "none" : undefined}
        data={[...known.values()].map(({ slug, name }) => ({ value: slug, label: name }))}
        value={form.campaigns.map(({ slug }) => slug)}
        error={errors.campaigns}
        searchable
        hidePickedOptions
        onChange={(slugs) =>
          edit({
            campaigns: slugs.flatMap((slug) => {
              const campaign = known.get(slug);
              return campaign ? [{ slug, name: campaign.name }] : [];
            }),
          })
        }
      />
    </div>
  );
}
