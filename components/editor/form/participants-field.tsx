"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ClaimTarget, FormParticipant } from "@/lib/incidents/form";
import { freeKey } from "@/lib/incidents/form-claims";
import { attributionLabels, roleLabels } from "@/lib/taxonomy/labels";
import {
  type Attribution,
  attributions,
  type ParticipationRole,
  participationRoles,
} from "@/lib/taxonomy/terms";
import { CommentBubble } from "../talk/comment-bubble";
import { AddActor } from "./add-actor";
import { ClaimLines } from "./claim-lines";
import { partId, useIncidentForm } from "./form-context";
import { NameField } from "./name-field";
import { searchActorOptions } from "./name-options";
import styles from "./participants-field.module.css";
import { QuoteButton, SourceScope } from "./sourced-field";

const roles = participationRoles.map((value) => ({ value, label: roleLabels[value] }));
const grades = attributions.map((value) => ({ value, label: attributionLabels[value] }));

/** Who took part: an actor, the role, how sure that is and who says so. */
export function ParticipantsField() {
  const { id, form, errors, edit } = useIncidentForm();
  const { participants } = form;

  function add() {
    const key = freeKey(participants, "p");
    const line: FormParticipant = {
      key,
      actor: null,
      name: "",
      role: "perpetrator",
      attribution: "confirmed",
      attributedBy: "",
    };
    edit({ participants: [...participants, line] });
    // The new line is drawn in the next frame.
    requestAnimationFrame(() => document.getElementById(partId(id, key))?.focus());
  }

  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>
        Who took part <CommentBubble field="participant" />
      </legend>
      {participants.map((part, index) => (
        <ParticipantLine
          key={part.key}
          part={part}
          number={index + 1}
          error={errors[`participants.${index}`]}
        />
      ))}
      <ClaimLines target={{ field: "participant", participant: null }} />
      {errors.participants && (
        <p className={styles.error} role="alert">
          {errors.participants}
        </p>
      )}
      <div>
        <Button size="small" onClick={add}>
          Add participant
        </Button>
      </div>
    </fieldset>
  );
}

function ParticipantLine({ part, number, error }: { part: FormParticipant; number: number; error?: string }) {
  const { id, form, edit } = useIncidentForm();
  const [adding, setAdding] = useState<string | null>(null);
  const target: ClaimTarget = { field: "participant", participant: part.key };

  const change = (change: Partial<FormParticipant>) =>
    edit({
      participants: form.participants.map((one) => (one.key === part.key ? { ...one, ...change } : one)),
    });
  const remove = () => edit({ participants: form.participants.filter(({ key }) => key !== part.key) });

  return (
    <SourceScope target={target}>
      <div className={styles.line}>
        <NameField
          id={partId(id, part.key)}
          aria-label={`Actor ${number}`}
          value={part.name}
          placeholder="Actor"
          error={error}
          onType={(name) => change({ name, actor: null })}
          onChoose={({ key, name }) => {
            change({ actor: key, name });
            setAdding(null);
          }}
          search={searchActorOptions}
          addWords={(typed) => `Add “${typed}” as a new actor`}
          onAdd={setAdding}
        />
        <NativeSelect
          aria-label={`Role of participant ${number}`}
          value={part.role}
          data={roles}
          onChange={(event) => change({ role: event.currentTarget.value as ParticipationRole })}
        />
        <NativeSelect
          aria-label={`Certainty of participant ${number}`}
          value={part.attribution}
          data={grades}
          onChange={(event) => change({ attribution: event.currentTarget.value as Attribution })}
        />
        <TextInput
          aria-label={`Source of participant ${number}`}
          placeholder="according to"
          value={part.attributedBy}
          autoComplete="off"
          onChange={(event) => change({ attributedBy: event.currentTarget.value })}
        />
        <Button look="quiet" iconOnly title="Remove" onClick={remove}>
          <span aria-hidden="true">×</span>
          <VisuallyHidden>
            Remove participant {number}
            {part.name && `, ${part.name}`}
          </VisuallyHidden>
        </Button>
      </div>
      {adding !== null && (
        <AddActor
          name={adding}
          onAdded={({ slug, name }) => {
            change({ actor: slug, name });
            setAdding(null);
          }}
          onCancel={() => setAdding(null)}
        />
      )}
      <div className={styles.sources}>
        <ClaimLines target={target} />
        {part.actor === null && part.name.trim() !== "" && adding === null && (
          <Button size="small" onClick={() => setAdding(part.name.trim())}>
            Add “{part.name.trim()}” as a new actor
          </Button>
        )}
        <QuoteButton target={target} name={part.name || `actor ${number}`} />
      </div>
    </SourceScope>
  );
}
