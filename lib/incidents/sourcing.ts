import { claimValueSchemas } from "@/lib/claims/schema";
import { AppError } from "@/lib/errors";
import { readOccurred } from "./occurred";
import type { IncidentInput } from "./schema";

/** A value that no accepted claim backs: its path in the input, what it is called, and what it says. */
export type Unsourced = { path: string; label: string; said: string };

/** Whether a value is among others, whatever its place in a list: a date is not known for another date's sake. */
export const isAmong = (others: readonly Unsourced[], { label, said }: Unsourced): boolean =>
  others.some((one) => one.label === label && one.said === said);

type Sourced = Pick<
  IncidentInput,
  "occurred" | "timeZone" | "place" | "killed" | "injured" | "participations"
> & { claims: readonly Pick<IncidentInput["claims"][number], "field" | "value" | "standing">[] };
type Accepted = Sourced["claims"][number];

/**
 * The reported values of an incident that no accepted claim states: date, place, casualties and who took part.
 * Title and summary are the editor's own words, event type and outcome the editor's classification.
 */
export function unsourcedValues(input: Sourced): Unsourced[] {
  const accepted = input.claims.filter(({ standing }) => standing === "accepted");
  const of = (field: Accepted["field"]) => accepted.filter((claim) => claim.field === field);
  const missing: Unsourced[] = [];
  const need = (path: string, label: string, value: unknown, isBacked: boolean) => {
    if (!isBacked) missing.push({ path, label, said: JSON.stringify(value) });
  };
  const { occurred, timeZone } = input;
  need("occurred", "the date", [occurred, timeZone], backsDate(input, of("occurred")));
  const { place } = input;
  if (place) {
    need(
      "place",
      "the place",
      place.slug,
      of("place").some(({ value }) => isOfPlace(value, place.slug)),
    );
  }
  for (const field of ["killed", "injured"] as const) {
    const count = input[field];
    if (count) need(field, `the number of ${field}`, [count.min, count.max], backsCount(count, of(field)));
  }
  for (const [index, { actor, role }] of input.participations.entries()) {
    const isBacked = of("participant").some(({ value }) => isOfActor(value, actor));
    need(`participations.${index}`, `${actor} as ${role}`, null, isBacked);
  }
  return missing;
}

/** A claim of "5 July" backs "afternoon of 5 July", which another sentence may have narrowed. */
function backsDate({ occurred, timeZone }: Sourced, claims: readonly Accepted[]): boolean {
  const own = readOccurred(occurred, timeZone);
  return claims.some(({ value }) => {
    const stated = typeof value === "string" ? readOccurred(value, timeZone) : null;
    return own.ok && stated?.ok === true && stated.earliest <= own.latest && stated.latest >= own.earliest;
  });
}

/** One claim says it, or several between them reach from its lowest to its highest number. */
function backsCount({ min, max }: { min: number; max: number | null }, claims: readonly Accepted[]): boolean {
  const stated = claims.flatMap(({ value }) => claimValueSchemas.killed.safeParse(value).data ?? []);
  if (stated.length === 0) return false;
  const lowest = Math.min(...stated.map((one) => one.min));
  const highest = stated.some((one) => one.max === null)
    ? null
    : Math.max(...stated.map((one) => one.max ?? 0));
  return stated.some((one) => one.min === min && one.max === max) || (lowest === min && highest === max);
}

function isOfPlace(value: unknown, slug: string): boolean {
  const read = claimValueSchemas.place.safeParse(value);
  return read.success && (read.data.slug === null || read.data.slug === slug);
}

function isOfActor(value: unknown, slug: string): boolean {
  const read = claimValueSchemas.participant.safeParse(value);
  return read.success && (read.data.actor === null || read.data.actor === slug);
}

/**
 * Throws invalid-input naming the values that would become public without a source, unless the reason for it
 * is given. Those that were public without one before stay so.
 */
export function requireSources(
  input: Sourced,
  reason: string | null | undefined,
  before: Sourced | null,
): void {
  if (reason) return;
  const known = before ? unsourcedValues(before) : [];
  const missing = unsourcedValues(input).filter((one) => !isAmong(known, one));
  if (missing.length === 0) return;
  throw new AppError("invalid-input", {
    message: `No source is quoted for ${missing.map(({ label }) => label).join(", ")}. Quote one, or say why there is none.`,
    errors: [
      ...missing.map(({ path }) => ({ path, message: "No source is quoted for this value" })),
      { path: "unsourcedReason", message: "Say why values without a source are published" },
    ],
  });
}
