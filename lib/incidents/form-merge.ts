import type { IncidentForm } from "./form";
import { fieldValue } from "./form-values";

/** The parts of a form that are merged one by one; a participant's or a claim's line is part of its list. */
export const mergedParts = [
  "title",
  "summary",
  "eventType",
  "outcome",
  "occurred",
  "timeZone",
  "place",
  "killed",
  "injured",
  "participants",
  "campaigns",
  "claims",
] as const;
export type MergedPart = (typeof mergedParts)[number];

export type Side = "mine" | "stored";

/** What a part says, without local keys and without differences of spelling in dates and numbers. */
function essence(form: IncidentForm, part: MergedPart): unknown {
  switch (part) {
    case "occurred":
    case "killed":
    case "injured":
      return fieldValue(form, { field: part, participant: null }) ?? form[part].trim();
    case "place":
      return [form.place.slug ?? form.place.name.trim(), form.place.precision, form.place.coordinates.trim()];
    case "participants":
      return form.participants.map(({ key: _key, ...line }) => line);
    case "campaigns":
      return form.campaigns.map(({ slug }) => slug).toSorted();
    case "claims":
      return form.claims.map(({ field, articleId, quote, standing, reason, assertedBy, credibility }) => [
        field,
        articleId,
        quote.start,
        quote.end,
        standing,
        reason,
        assertedBy,
        credibility,
      ]);
    default:
      return form[part].trim();
  }
}

/** The parts in which two forms say different things. */
export function differingParts(a: IncidentForm, b: IncidentForm): MergedPart[] {
  return mergedParts.filter((part) => JSON.stringify(essence(a, part)) !== JSON.stringify(essence(b, part)));
}

/**
 * The sides to begin with where two people changed an incident: mine where I changed it, or where the
 * state that I started from is not known; stored where only the other one did.
 */
export function proposeSides(
  start: IncidentForm | null,
  mine: IncidentForm,
  stored: IncidentForm,
): Partial<Record<MergedPart, Side>> {
  const changedByMe = start === null ? mergedParts : differingParts(start, mine);
  return Object.fromEntries(
    differingParts(mine, stored).map((part) => [part, changedByMe.includes(part) ? "mine" : "stored"]),
  );
}

/** One form from two, part by part; where no side is chosen both say the same. */
export function mergeForms(
  mine: IncidentForm,
  stored: IncidentForm,
  sides: Partial<Record<MergedPart, Side>>,
): IncidentForm {
  const chosen = mergedParts
    .filter((part) => sides[part] === "mine")
    .map((part) => [part, mine[part]] as const);
  return { ...stored, ...Object.fromEntries(chosen) };
}
