import { type ClaimInput, claimValueSchemas } from "@/lib/claims/schema";
import { sameClaimValue } from "./claim-values";
import type { IncidentPatch, IncidentRecord, IncidentView } from "./schema";
import { inputOfRecord } from "./state-input";

type Change = Pick<IncidentPatch, "place" | "killed" | "injured" | "outcome" | "participations">;
type Stated = Pick<ClaimInput, "field" | "value">;

/** Whether the incident says what the claim says. */
export function agrees(incident: IncidentView, { field, value }: Stated): boolean {
  if (field !== "participant") return sameClaimValue(field, incident[field], value);
  return incident.participations.some(({ actor, ...part }) =>
    sameClaimValue(field, { ...part, actor: actor.slug, name: actor.name }, value),
  );
}

/** Whether nothing is known and nothing is claimed of a field. */
function isOpen({ incident, claims }: IncidentRecord, field: ClaimInput["field"]): boolean {
  if (claims.some((claim) => claim.field === field)) return false;
  if (field === "participant") return incident.participations.length === 0;
  if (field === "outcome") return incident.outcome === "unknown";
  return incident[field] === null;
}

/** The change with an open field filled by a claim; null when the claim cannot be stored as the field's value. */
function filled(change: Change, { field, value }: Stated): Change | null {
  switch (field) {
    case "killed":
    case "injured": {
      const read = claimValueSchemas[field].safeParse(value);
      if (!read.success) return null;
      const before = change[field];
      return before && !sameClaimValue(field, before, value) ? null : { ...change, [field]: read.data };
    }
    case "outcome": {
      const read = claimValueSchemas.outcome.safeParse(value);
      return read.success ? { ...change, outcome: read.data } : null;
    }
    case "place": {
      const { data } = claimValueSchemas.place.safeParse(value);
      const slug = data?.slug ?? null;
      if (!data || slug === null || (change.place && change.place.slug !== slug)) return null;
      return { ...change, place: { slug, precision: data.precision, latitude: null, longitude: null } };
    }
    case "participant": {
      const { data } = claimValueSchemas.participant.safeParse(value);
      const actor = data?.actor ?? null;
      if (!data || actor === null) return null;
      const { role, attribution, attributedBy } = data;
      const others = (change.participations ?? []).filter(
        (part) => part.actor !== actor || part.role !== role,
      );
      return { ...change, participations: [...others, { actor, role, attribution, attributedBy }] };
    }
    default:
      return null;
  }
}

const isSameQuote = (a: ClaimInput, b: ClaimInput): boolean =>
  a.articleId === b.articleId &&
  a.field === b.field &&
  a.quote.start === b.quote.start &&
  a.quote.end === b.quote.end &&
  sameClaimValue(a.field, a.value, b.value);

/**
 * What an incident becomes when another article reports it too. A claim that says what the incident says
 * is accepted; one about a field of which nothing is known or claimed yet fills it and is accepted; any
 * other stands beside as an alternative. No value that the incident has changes.
 */
export function withAddedSource(
  record: IncidentRecord,
  added: readonly ClaimInput[],
): Change & { claims: ClaimInput[] } {
  let change: Change = {};
  const claims = inputOfRecord(record).claims;
  for (const { id: _, ...claim } of added) {
    if (claims.some((one) => isSameQuote(one, claim))) continue;
    const filling = isOpen(record, claim.field) ? filled(change, claim) : null;
    change = filling ?? change;
    const isAccepted = filling !== null || agrees(record.incident, claim);
    claims.push({ ...claim, standing: isAccepted ? "accepted" : "alternative", reason: null });
  }
  return { ...change, claims };
}
