import type { ClaimView } from "@/lib/claims/schema";
import { claimValueSchemas } from "@/lib/claims/schema";
import { foldName } from "@/lib/geo/fold";
import { type ClaimField, claimFields, claimStandings } from "@/lib/taxonomy/terms";
import type { IncidentRecord, IncidentView } from "./schema";

type Participation = IncidentView["participations"][number];

/** The claims about one value of an incident, the accepted ones first. */
export type ClaimGroup = {
  field: ClaimField;
  /** Anchor of the group on the page; participants have one each. */
  anchor: string;
  /** The actor whom the claims are about, when they back a participation of the incident. */
  participation: Participation | null;
  claims: ClaimView[];
};

/**
 * A record's claims by the value that they speak about, in the order of the page. Claims about an
 * actor who does not take part in the incident (an alternative, say) stand in a group of their own.
 */
export function groupClaims({ incident, claims }: IncidentRecord): ClaimGroup[] {
  const ofField = (field: ClaimField) => byStanding(claims.filter((claim) => claim.field === field));
  return claimFields
    .flatMap((field): ClaimGroup[] => {
      if (field !== "participant") {
        return [{ field, anchor: `claims-${field}`, participation: null, claims: ofField(field) }];
      }
      const left = new Set(ofField("participant"));
      const groups = incident.participations.map((participation) => {
        const own = [...left].filter((claim) => isAbout(claim, participation));
        for (const claim of own) left.delete(claim);
        return { field, anchor: participationAnchor(participation), participation, claims: own };
      });
      return [...groups, { field, anchor: "claims-participant", participation: null, claims: [...left] }];
    })
    .filter((group) => group.claims.length > 0);
}

/** Anchor of the claims about one participation. */
export function participationAnchor({ actor, role }: Pick<Participation, "actor" | "role">): string {
  return `claims-${role}-${actor.slug}`;
}

function isAbout(claim: ClaimView, { actor, role }: Participation): boolean {
  const read = claimValueSchemas.participant.safeParse(claim.value);
  if (!read.success || read.data.role !== role) return false;
  return read.data.actor === null
    ? foldName(read.data.name) === foldName(actor.name)
    : read.data.actor === actor.slug;
}

function byStanding(claims: ClaimView[]): ClaimView[] {
  return claims.toSorted((a, b) => claimStandings.indexOf(a.standing) - claimStandings.indexOf(b.standing));
}

/** True when the claims of a group do not all stand accepted: sources disagree, or one was rejected. */
export const isContested = (group: ClaimGroup): boolean =>
  group.claims.some((claim) => claim.standing !== "accepted");

/** One sentence of an article with everything that it backs. */
export type SentenceGroup = { anchor: string; claims: [ClaimView, ...ClaimView[]] };

/** Claims by the quote they rest on, in the order in which the quotes first appear. */
export function groupSentences(claims: readonly ClaimView[]): SentenceGroup[] {
  const groups = new Map<string, SentenceGroup>();
  for (const claim of claims) {
    const anchor = sentenceAnchor(claim);
    const group = groups.get(anchor);
    if (group) {
      group.claims.push(claim);
    } else {
      groups.set(anchor, { anchor, claims: [claim] });
    }
  }
  return [...groups.values()];
}

/** Anchor of a claim's sentence on the page of its incident. */
export const sentenceAnchor = ({
  article,
  quote,
}: {
  article: { articleId: string };
  quote: { start: number; end: number };
}): string => `sentence-${article.articleId}-${quote.start}-${quote.end}`;
