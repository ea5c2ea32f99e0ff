import { claimValueSchemas } from "@/lib/claims/schema";
import type { ClaimField } from "@/lib/taxonomy/terms";

/** Whether two values of a field state the same thing; a place by its entry, a participant by actor and role. */
export function sameClaimValue(field: ClaimField, a: unknown, b: unknown): boolean {
  const [one, other] = [essence(field, a), essence(field, b)];
  return one !== null && one === other;
}

function essence(field: ClaimField, value: unknown): string | null {
  if (field === "place") {
    const read = claimValueSchemas.place.safeParse(value);
    return read.success ? (read.data.slug ?? `name ${read.data.name}`) : null;
  }
  if (field === "participant") {
    const read = claimValueSchemas.participant.safeParse(value);
    return read.success ? `${read.data.role} ${read.data.actor ?? `name ${read.data.name}`}` : null;
  }
  const read = claimValueSchemas[field].safeParse(value);
  return read.success ? JSON.stringify(read.data) : null;
}
