"use client";

import { TextInput } from "@mantine/core";
import { classNames } from "@/components/ui/class-names";
import { readTypedCount } from "@/lib/incidents/typed-count";
import { countWords } from "@/lib/incidents/words";
import { partId, useIncidentForm } from "./form-context";
import { SourcedField } from "./sourced-field";
import styles from "./sourced-field.module.css";

/** A number of people: a number, a range, "at least 4", "none"; empty is not reported. */
export function CountField({ field }: { field: "killed" | "injured" }) {
  const { id, form, errors, edit } = useIncidentForm();
  const typed = form[field];
  const read = readTypedCount(typed);
  const reading = partId(id, `${field}-reading`);
  return (
    <SourcedField field={field}>
      <TextInput
        id={partId(id, field)}
        value={typed}
        placeholder="3, 2-3, at least 4, none"
        autoComplete="off"
        aria-describedby={reading}
        error={read.ok ? errors[field] : errors[field] !== undefined}
        onChange={(event) => edit({ [field]: event.currentTarget.value })}
      />
      <p id={reading} className={classNames(styles.reading, !read.ok && styles.unread)} aria-live="polite">
        {read.ok ? readingWords(read.value, typed) : read.message}
      </p>
    </SourcedField>
  );
}

/** What was understood, where that is more than what was typed. */
function readingWords(value: Parameters<typeof countWords>[0], typed: string): string {
  const words = value?.max === 0 ? "none: reported as nobody" : countWords(value);
  return words === typed.trim() ? "" : words;
}
