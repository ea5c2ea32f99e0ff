import { type ClaimInput, claimInputSchema } from "@/lib/claims/schema";
import { readTypedDate } from "@/lib/dates/typed";
import { isTimeZone } from "@/lib/dates/zones";
import type { FieldError } from "@/lib/errors";
import { sameClaimValue } from "./claim-values";
import type { FormClaim, FormErrors, FormPlace, IncidentForm } from "./form";
import { fieldValue } from "./form-values";
import { type IncidentInput, incidentInputSchema } from "./schema";
import { readTypedCount } from "./typed-count";

type FormReading = { ok: true; input: IncidentInput } | { ok: false; errors: FormErrors };

/**
 * Reads a form as the input of the incident commands, or says what is wrong at which part of it.
 * referenceDay (YYYY-MM-DD), the day of the article, lets "yesterday" be read.
 */
export function readForm(form: IncidentForm, referenceDay: string | null): FormReading {
  const unread = unreadable(form, referenceDay);
  const claims = form.claims.flatMap((claim) => claimInput(form, claim, referenceDay));
  const raw = {
    title: form.title,
    summary: form.summary,
    eventType: form.eventType,
    outcome: form.outcome,
    occurred: fieldValue(form, { field: "occurred", participant: null }, referenceDay) ?? "",
    timeZone: form.timeZone.trim(),
    place: placeInput(form.place),
    killed: fieldValue(form, { field: "killed", participant: null }),
    injured: fieldValue(form, { field: "injured", participant: null }),
    participations: form.participants.map((part) => ({
      actor: part.actor ?? "",
      role: part.role,
      attribution: part.attribution,
      attributedBy: part.attributedBy.trim() || null,
    })),
    campaigns: form.campaigns.map(({ slug }) => slug),
    claims,
    unsourcedReason: form.unsourcedReason.trim() || null,
  };
  const read = incidentInputSchema.safeParse(raw);
  if (read.success && Object.keys(unread).length === 0) {
    return { ok: true, input: read.data };
  }
  const issues = read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  return { ok: false, errors: { ...formErrors(issues, { claims }), ...unread } };
}

/** What was typed and cannot be read, before the schema sees it. */
function unreadable(form: IncidentForm, referenceDay: string | null): FormErrors {
  const errors: FormErrors = {};
  if (form.occurred.trim() !== "" && isTimeZone(form.timeZone)) {
    const date = readTypedDate(form.occurred, { timeZone: form.timeZone, referenceDay });
    if (!date.ok) errors.occurred = date.message;
  }
  for (const field of ["killed", "injured"] as const) {
    const read = readTypedCount(form[field]);
    if (!read.ok) errors[field] = read.message;
  }
  const { slug, name, coordinates } = form.place;
  if (slug === null && name.trim() !== "") {
    errors.place = `${name.trim()} is not in the gazetteer. Choose a place from the list, or add it.`;
  }
  if (coordinates.trim() !== "" && readCoordinates(coordinates) === null) {
    errors.coordinates = "Write latitude and longitude in degrees, such as 33.786, 42.441.";
  }
  for (const [index, part] of form.participants.entries()) {
    if (part.actor === null) {
      errors[`participants.${index}`] = part.name.trim()
        ? `${part.name.trim()} is not a known actor. Choose one from the list, or add it.`
        : "Choose an actor, or remove this line.";
    }
  }
  return errors;
}

/** Latitude and longitude in decimal degrees, north and east positive; null when they cannot be read. */
export function readCoordinates(typed: string): { latitude: number; longitude: number } | null {
  const match = /^([+-]?\d{1,2}(?:\.\d+)?)°?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)°?$/.exec(
    typed.trim().replace(/−/g, "-"),
  );
  if (!match) return null;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

function placeInput(place: FormPlace) {
  if (place.slug === null) return null;
  const own = readCoordinates(place.coordinates);
  return {
    slug: place.slug,
    precision: place.precision,
    latitude: own?.latitude ?? null,
    longitude: own?.longitude ?? null,
  };
}

/**
 * A claim that follows its field states what the field says now. An accepted claim that states something
 * else than the field becomes an alternative; a new claim about a participant who was removed goes with it.
 */
function claimInput(form: IncidentForm, claim: FormClaim, referenceDay: string | null) {
  const now = fieldValue(form, claim, referenceDay);
  const isOrphan =
    claim.field === "participant" && !form.participants.some(({ key }) => key === claim.participant);
  if (isOrphan && claim.id === null) return [];
  const follows = claim.follows && !isOrphan;
  const isOutvoted =
    claim.standing === "accepted" && !follows && !sameClaimValue(claim.field, claim.value, now);
  return [
    {
      ...(claim.id === null ? {} : { id: claim.id }),
      field: claim.field,
      value: follows ? now : claim.value,
      articleId: claim.articleId,
      quote: claim.quote,
      assertedBy: claim.assertedBy,
      credibility: claim.credibility,
      standing: isOutvoted ? ("alternative" as const) : claim.standing,
      reason: claim.reason,
    },
  ];
}

/**
 * What a form's article says of an incident that is recorded already: its claims whose values can be read,
 * without those about this form's own wording.
 */
export function sourceClaims(form: IncidentForm, referenceDay: string | null): ClaimInput[] {
  return form.claims
    .filter(({ field }) => field !== "title" && field !== "summary")
    .flatMap((claim) => claimInput(form, claim, referenceDay))
    .flatMap((claim) => claimInputSchema.safeParse(claim).data ?? []);
}

const partOf: Record<string, string> = {
  "place.precision": "precision",
  "place.latitude": "coordinates",
  "place.longitude": "coordinates",
};

/** Errors of the schema or of a command as those of the form; the paths are those of the input that was sent. */
export function formErrors(
  errors: readonly FieldError[],
  sent: { claims: readonly { field: string }[] },
): FormErrors {
  const found: FormErrors = {};
  for (const { path, message } of errors) {
    const part = partOfPath(path.replace(/^(input|patch)\./, ""), sent);
    found[part.key] ??= part.isClaim ? `${claimProblem(path)} ${message}.`.replace("..", ".") : message;
  }
  return found;
}

function partOfPath(path: string, sent: { claims: readonly { field: string }[] }) {
  const [head = "", index = ""] = path.split(".");
  if (head === "claims") {
    const field = sent.claims[Number(index)]?.field ?? "form";
    return { key: field === "participant" ? "participants" : field, isClaim: true };
  }
  const key = partOf[path] ?? (head === "participations" ? `participants${index && `.${index}`}` : head);
  return { key: key || "form", isClaim: false };
}

const claimProblem = (path: string): string =>
  path.includes(".value")
    ? "Its quote needs a value here: give one, or remove the quote."
    : "Its quote cannot be used.";
