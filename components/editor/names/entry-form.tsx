"use client";

import { useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { entryFields } from "@/lib/names/entry-fields";
import { type EntryKind, entryWords } from "@/lib/names/entry-kinds";
import { usePageCommands } from "../chrome/page-commands";
import { EntryConflict } from "./entry-conflict";
import styles from "./entry-form.module.css";
import { EntryInput } from "./entry-input";
import { isUnsaved } from "./entry-state";
import { PlaceMap } from "./place-map";
import { type EntryFormOptions, useEntryForm } from "./use-entry-form";
import { useLeaveWarning } from "./use-leave-warning";

type Props = EntryFormOptions & {
  mayEdit: boolean;
  /** Null where readers have no page for it. */
  publicHref: string | null;
};

/** The form of an actor, a place, a publisher or a campaign. */
export function EntryForm({ mayEdit, publicHref, ...options }: Props) {
  const { kind, slug } = options;
  const id = useId();
  const form = useEntryForm(options);
  const { state, busy } = form;
  const dirty = isUnsaved(state);
  useLeaveWarning(dirty && mayEdit);
  useSaveKey(mayEdit, () => void form.save());
  usePageCommands(
    mayEdit ? [{ id: "save", label: `Save this ${entryWords[kind].one}`, run: () => void form.save() }] : [],
  );
  useFocusOnError(id, state.errors);

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (mayEdit) void form.save();
      }}
    >
      {state.problem && (
        <Notice tone="danger" role="alert">
          <p>{state.problem}</p>
          <TakeNames movable={state.movable} onTake={(slugs) => void form.save(slugs)} />
        </Notice>
      )}
      {state.restoredAt && dirty && (
        <Notice role="status">
          <p>What you typed before is back in the form; it is not saved yet.</p>
        </Notice>
      )}
      {state.conflict && (
        <EntryConflict kind={kind} values={state.values} conflict={state.conflict} onTake={form.takeStored} />
      )}
      <fieldset className={kind === "places" ? styles.beside : styles.fieldset} disabled={!mayEdit}>
        <div className={styles.fields}>
          {entryFields[kind].map((field) => (
            <div key={field.name} className={field.isWide ? styles.wide : styles.field}>
              <EntryInput
                id={`${id}-${field.name}`}
                kind={kind}
                field={field}
                values={state.values}
                error={state.errors[field.name]}
                onEdit={form.edit}
              />
            </div>
          ))}
        </div>
        {kind === "places" && (
          <PlaceMap values={state.values} slug={slug} mayEdit={mayEdit} onEdit={form.edit} />
        )}
      </fieldset>
      <div className={styles.actions}>
        {mayEdit && (
          <Button type="submit" look="primary" disabled={busy !== null} title="Save (Ctrl S)">
            {busy === "saving" ? "Saving…" : slug === null ? `Add ${entryWords[kind].one}` : "Save"}
          </Button>
        )}
        {mayEdit && dirty && (
          <Button look="quiet" onClick={form.reset}>
            Discard changes
          </Button>
        )}
        <p role="status" className={styles.status}>
          {form.done || (dirty && form.kept ? `Draft kept on ${placeOf[form.kept.where]}.` : "")}
        </p>
        {publicHref && (
          <ButtonLink look="quiet" href={publicHref}>
            Public page
          </ButtonLink>
        )}
        {mayEdit && slug !== null && <DeleteButton kind={kind} busy={busy} onDelete={form.remove} />}
      </div>
    </form>
  );
}

const placeOf = { device: "this device", server: "the server" };

function TakeNames({
  movable,
  onTake,
}: {
  movable: readonly { slug: string; name: string }[];
  onTake: (slugs: string[]) => void;
}) {
  if (movable.length === 0) return null;
  const names = movable.map(({ name }) => name).join(" and ");
  return (
    <p>
      <Button size="small" onClick={() => onTake(movable.map(({ slug }) => slug))}>
        Take the name from {names} and save
      </Button>
    </p>
  );
}

function DeleteButton({
  kind,
  busy,
  onDelete,
}: {
  kind: EntryKind;
  busy: string | null;
  onDelete: () => Promise<void>;
}) {
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <Button look="quiet" onClick={() => setAsks(true)}>
        Delete…
      </Button>
    );
  }
  return (
    <>
      <Button disabled={busy !== null} onClick={() => void onDelete()}>
        {busy === "deleting" ? "Deleting…" : `Delete this ${entryWords[kind].one} for good`}
      </Button>
      <Button look="quiet" onClick={() => setAsks(false)}>
        Keep it
      </Button>
    </>
  );
}

/** Ctrl or Cmd with S saves, wherever the focus is. */
function useSaveKey(isOn: boolean, save: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      save();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}

/** Leads to the first field that was refused. */
function useFocusOnError(id: string, errors: Readonly<Record<string, string>>): void {
  const [first] = Object.keys(errors);
  useEffect(() => {
    if (first) document.getElementById(`${id}-${first}`)?.focus();
  }, [id, first]);
}
