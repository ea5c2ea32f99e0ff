import { readTypedDate } from "@/lib/dates/typed";
import { isTimeZone } from "@/lib/dates/zones";
import type { CountRange } from "@/lib/extraction/proposal";
import type { ClaimTarget, IncidentForm } from "./form";
import { readTypedCount } from "./typed-count";

const countOf = (typed: string): CountRange | null => {
  const read = readTypedCount(typed);
  return read.ok ? read.value : null;
};

const dateOf = (form: IncidentForm, referenceDay: string | null): string | null => {
  const timeZone = isTimeZone(form.timeZone) ? form.timeZone : "UTC";
  const read = readTypedDate(form.occurred, { timeZone, referenceDay });
  return read.ok ? read.edtf : null;
};

/** What a field of the form says now, in the shape of a claim's value; null when it says nothing usable. */
export function fieldValue(
  form: IncidentForm,
  { field, participant }: ClaimTarget,
  referenceDay: string | null = null,
): unknown {
  switch (field) {
    case "title":
    case "summary":
      return form[field].trim();
    case "eventType":
      return form.eventType || null;
    case "outcome":
      return form.outcome;
    case "occurred":
      return dateOf(form, referenceDay);
    case "killed":
    case "injured":
      return countOf(form[field]);
    case "place": {
      const { slug, name, precision } = form.place;
      return name.trim() === "" ? null : { slug, name: name.trim(), precision };
    }
    case "participant": {
      const part = form.participants.find(({ key }) => key === participant);
      return part
        ? {
            actor: part.actor,
            name: part.name.trim(),
            role: part.role,
            attribution: part.attribution,
            attributedBy: part.attributedBy.trim() || null,
          }
        : null;
    }
  }
}
