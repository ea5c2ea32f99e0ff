import type { ClaimInput } from "@/lib/claims/schema";
import type { IncidentInput, IncidentRecord } from "./schema";

/** The stored state of an incident as the input that would write it again. */
export function inputOfRecord({ incident, claims, unsourcedReason }: IncidentRecord): IncidentInput {
  return {
    title: incident.title,
    summary: incident.summary,
    eventType: incident.eventType,
    outcome: incident.outcome,
    occurred: incident.occurred,
    timeZone: incident.timeZone,
    place: incident.place && {
      slug: incident.place.slug,
      precision: incident.place.precision,
      latitude: incident.place.latitude,
      longitude: incident.place.longitude,
    },
    killed: incident.killed,
    injured: incident.injured,
    participations: incident.participations.map(({ actor, ...rest }) => ({ actor: actor.slug, ...rest })),
    campaigns: incident.campaigns.map((campaign) => campaign.slug),
    claims: claims.map(
      (claim): ClaimInput => ({
        id: claim.id,
        field: claim.field,
        value: claim.value,
        articleId: claim.article.articleId,
        quote: { exact: claim.quote.exact, start: claim.quote.start, end: claim.quote.end },
        assertedBy: claim.assertedBy,
        credibility: claim.credibility,
        standing: claim.standing,
        reason: claim.reason,
      }),
    ),
    unsourcedReason: unsourcedReason ?? null,
  };
}
