import { claimValueSchemas } from "@/lib/claims/schema";
import { foldName } from "@/lib/geo/fold";
import { sameClaimValue } from "./claim-values";
import { emptyPlace, type FormClaim, type FormParticipant, type IncidentForm } from "./form";
import { fieldValue } from "./form-values";
import type { IncidentRecord } from "./schema";
import { writeTypedCount } from "./typed-count";
import { writeTypedDate } from "./typed-date";

/**
 * A stored incident as a form. Accepted claims follow their fields when they are from the given article,
 * or, without one, when they back the wording (title, summary): all others keep the value they state.
 */
export function formOfRecord(
  { incident, claims, unsourcedReason }: IncidentRecord,
  articleId: string | null,
): IncidentForm {
  const participants = incident.participations.map(
    ({ actor, role, attribution, attributedBy }): FormParticipant => ({
      key: `${role}-${actor.slug}`,
      actor: actor.slug,
      name: actor.name,
      role,
      attribution,
      attributedBy: attributedBy ?? "",
    }),
  );
  const form: IncidentForm = {
    title: incident.title,
    summary: incident.summary,
    eventType: incident.eventType,
    outcome: incident.outcome,
    occurred: writeTypedDate(incident.occurred, incident.timeZone),
    timeZone: incident.timeZone,
    place: incident.place
      ? {
          slug: incident.place.slug,
          name: incident.place.name,
          country: incident.place.country,
          precision: incident.place.precision,
          coordinates: `${incident.place.latitude}, ${incident.place.longitude}`,
        }
      : emptyPlace,
    killed: writeTypedCount(incident.killed),
    injured: writeTypedCount(incident.injured),
    participants,
    campaigns: incident.campaigns,
    claims: [],
    unsourcedReason: unsourcedReason ?? "",
  };
  return { ...form, claims: claims.map((claim) => formClaim(claim, form, articleId)) };
}

function formClaim(
  claim: IncidentRecord["claims"][number],
  form: IncidentForm,
  articleId: string | null,
): FormClaim {
  const participant = claim.field === "participant" ? participantOf(claim.value, form.participants) : null;
  const stated: FormClaim = {
    key: claim.id,
    id: claim.id,
    field: claim.field,
    participant,
    articleId: claim.article.articleId,
    quote: { exact: claim.quote.exact, start: claim.quote.start, end: claim.quote.end },
    assertedBy: claim.assertedBy,
    credibility: claim.credibility,
    standing: claim.standing,
    reason: claim.reason,
    follows: false,
    value: claim.value,
  };
  const isWording = claim.field === "title" || claim.field === "summary";
  const mayFollow = articleId === null ? isWording : claim.article.articleId === articleId;
  const saysTheSame = sameClaimValue(claim.field, claim.value, fieldValue(form, stated));
  return { ...stated, follows: claim.standing === "accepted" && mayFollow && saysTheSame };
}

/** The key of the participant that a claim's value speaks about. */
function participantOf(value: unknown, participants: readonly FormParticipant[]): string | null {
  const read = claimValueSchemas.participant.safeParse(value);
  if (!read.success) return null;
  const { actor, name, role } = read.data;
  const about = participants.find(
    (part) =>
      part.role === role && (actor === null ? foldName(part.name) === foldName(name) : part.actor === actor),
  );
  return about?.key ?? null;
}
