"use client";

import { Textarea } from "@mantine/core";
import { readForm } from "@/lib/incidents/form-input";
import { unsourcedValues } from "@/lib/incidents/sourcing";
import { partId, useIncidentForm } from "./form-context";

/** Asks why values are to be published that no quote backs; not there where every value has its source. */
export function UnsourcedField() {
  const { id, form, errors, edit, referenceDay } = useIncidentForm();
  const read = readForm(form, referenceDay);
  const missing = read.ok ? unsourcedValues(read.input) : [];
  const isAsked = missing.length > 0 || form.unsourcedReason !== "" || errors.unsourcedReason !== undefined;
  if (!isAsked) return null;
  const names = missing.map(({ label }) => label).join(", ");
  return (
    <Textarea
      id={partId(id, "unsourcedReason")}
      label="Why without a source"
      description={
        names === ""
          ? "Every value has a source now."
          : `Readers see it beside what no quote backs: ${names}.`
      }
      value={form.unsourcedReason}
      error={errors.unsourcedReason}
      autosize
      minRows={1}
      maxRows={4}
      dir="auto"
      onChange={(event) => edit({ unsourcedReason: event.currentTarget.value })}
    />
  );
}
