import type { ClaimView } from "@/lib/claims/schema";
import type { ClaimField, ClaimStanding } from "@/lib/taxonomy/terms";
import { agrees } from "./added-source";
import { sameClaimValue } from "./claim-values";
import {
  type MergeChoices,
  type MergePart,
  type MergeSide,
  mergeListParts,
  mergeParts,
} from "./merge-schema";
import type { IncidentRecord, IncidentView } from "./schema";

export const isListPart = (part: MergePart): part is (typeof mergeListParts)[number] =>
  mergeListParts.some((one) => one === part);

/** What a part says, without the order of its lines and without what follows from it. */
function essence(incident: IncidentView, part: MergePart): unknown {
  switch (part) {
    case "occurred":
      return [incident.occurred, incident.timeZone];
    case "place":
      return (
        incident.place && [
          incident.place.slug,
          incident.place.precision,
          incident.place.latitude,
          incident.place.longitude,
        ]
      );
    case "participations":
      return incident.participations
        .map(({ actor, role, attribution, attributedBy }) =>
          JSON.stringify([actor.slug, role, attribution, attributedBy]),
        )
        .toSorted();
    case "campaigns":
      return incident.campaigns.map(({ slug }) => slug).toSorted();
    default:
      return incident[part];
  }
}

export const saysTheSame = (a: IncidentView, b: IncidentView, part: MergePart): boolean =>
  JSON.stringify(essence(a, part)) === JSON.stringify(essence(b, part));

/** The parts in which two incidents say different things. */
export const differingMergeParts = (a: IncidentView, b: IncidentView): MergePart[] =>
  mergeParts.filter((part) => !saysTheSame(a, b, part));

/** Whether an incident knows anything of a part. */
function isKnown(incident: IncidentView, part: MergePart): boolean {
  if (part === "outcome") return incident.outcome !== "unknown";
  if (part === "summary") return incident.summary !== "";
  return isListPart(part) ? incident[part].length > 0 : incident[part] !== null;
}

/** The side of a part for which none was chosen: the survivor's value, the other one where it knows nothing. */
function defaultSide(part: MergePart, winner: IncidentView, loser: IncidentView): MergeSide {
  if (isListPart(part)) return "both";
  return isKnown(winner, part) || !isKnown(loser, part) ? "winner" : "loser";
}

const claimFieldOf = (part: Exclude<MergePart, "participations" | "campaigns">): ClaimField => part;

/** How well the accepted claims of a field stand: articles that say it, then the best grade, higher is better. */
function strength(record: IncidentRecord, field: ClaimField): [articles: number, grade: number] {
  const claims = record.claims.filter((claim) => claim.field === field && claim.standing === "accepted");
  const articles = new Set(claims.map((claim) => claim.article.articleId)).size;
  return [articles, Math.max(0, ...claims.map(gradeOf))];
}

/** Admiralty grades as one number from 2 to 12; what was not judged stands in the middle. */
const gradeOf = ({ credibility, reliability }: ClaimView): number =>
  7 - (credibility ?? 4) + (reliability === null ? 3 : 6 - "ABCDEF".indexOf(reliability));

/**
 * The sides to begin with: of two values the one with more articles behind it, then the one with the better
 * grade, then the survivor's. Lists are taken together.
 */
export function suggestedChoices(winner: IncidentRecord, loser: IncidentRecord): MergeChoices {
  return Object.fromEntries(
    differingMergeParts(winner.incident, loser.incident).map((part) => {
      const side = defaultSide(part, winner.incident, loser.incident);
      if (isListPart(part) || !isKnown(winner.incident, part) || !isKnown(loser.incident, part)) {
        return [part, side];
      }
      const field = claimFieldOf(part);
      const [mine, other] = [strength(winner, field), strength(loser, field)];
      const isBetter = other[0] > mine[0] || (other[0] === mine[0] && other[1] > mine[1]);
      return [part, isBetter ? "loser" : side];
    }),
  );
}

type Participation = IncidentView["participations"][number];

export const participationKey = ({ role, actor }: Participation): string => `${role} ${actor.slug}`;

/** Both lists, without repeating a line; where both have one, the first list's words stand. */
function joined<Line>(one: readonly Line[], other: readonly Line[], keyOf: (line: Line) => string): Line[] {
  const keys = new Set(one.map(keyOf));
  return [...one, ...other.filter((line) => !keys.has(keyOf(line)))];
}

function chosenList<Line>(
  side: MergeSide,
  winner: readonly Line[],
  loser: readonly Line[],
  keyOf: (line: Line) => string,
): Line[] {
  if (side === "both") return joined(winner, loser, keyOf);
  return [...(side === "loser" ? loser : winner)];
}

/** What the surviving incident says after a merge. */
export function mergedIncident(
  winner: IncidentView,
  loser: IncidentView,
  choices: MergeChoices,
): IncidentView {
  const sideOf = (part: MergePart) => choices[part] ?? defaultSide(part, winner, loser);
  const from = (part: MergePart) => (sideOf(part) === "loser" ? loser : winner);
  const { occurred, timeZone, earliest, latest } = from("occurred");
  return {
    ...winner,
    ...{ occurred, timeZone, earliest, latest },
    title: from("title").title,
    summary: from("summary").summary,
    eventType: from("eventType").eventType,
    outcome: from("outcome").outcome,
    place: from("place").place,
    killed: from("killed").killed,
    injured: from("injured").injured,
    participations: chosenList(
      sideOf("participations"),
      winner.participations,
      loser.participations,
      participationKey,
    ),
    campaigns: chosenList(sideOf("campaigns"), winner.campaigns, loser.campaigns, ({ slug }) => slug),
  };
}

export type ClaimPlan = {
  /** Claims of the loser that move, with the standing that they get. */
  moves: { id: string; standing: ClaimStanding }[];
  /** Claims of the loser that the winner has already, and which claim of the winner that is. */
  twins: { id: string; like: string }[];
  /** Claims of the winner whose standing changes. */
  standings: { id: string; before: ClaimStanding; after: ClaimStanding }[];
};

const isSameClaim = (a: ClaimView, b: ClaimView): boolean =>
  a.article.articleId === b.article.articleId &&
  a.field === b.field &&
  a.quote.start === b.quote.start &&
  a.quote.end === b.quote.end &&
  sameClaimValue(a.field, a.value, b.value);

const partOfField = (field: ClaimField): MergePart => (field === "participant" ? "participations" : field);

/**
 * The standing of a claim once the incident says something else than its own one did: what says the same is
 * accepted, what was accepted and says something else becomes an alternative, rejections stay.
 */
function standingAfter(claim: ClaimView, own: IncidentView, result: IncidentView): ClaimStanding {
  if (claim.standing === "rejected" || saysTheSame(own, result, partOfField(claim.field))) {
    return claim.standing;
  }
  return agrees(result, claim) ? "accepted" : "alternative";
}

/** Where each claim goes in a merge; nothing that a claim says is lost. */
export function planClaims(winner: IncidentRecord, loser: IncidentRecord, result: IncidentView): ClaimPlan {
  const plan: ClaimPlan = { moves: [], twins: [], standings: [] };
  for (const claim of loser.claims) {
    const twin = winner.claims.find((one) => isSameClaim(one, claim));
    if (twin) plan.twins.push({ id: claim.id, like: twin.id });
    else plan.moves.push({ id: claim.id, standing: standingAfter(claim, loser.incident, result) });
  }
  for (const claim of winner.claims) {
    const after = standingAfter(claim, winner.incident, result);
    if (after !== claim.standing) plan.standings.push({ id: claim.id, before: claim.standing, after });
  }
  return plan;
}

/** The claims of the incident that stays once the plan is carried out. */
export function claimsAfter(winner: IncidentRecord, loser: IncidentRecord, plan: ClaimPlan): ClaimView[] {
  const standings = new Map(plan.standings.map(({ id, after }) => [id, after]));
  const moves = new Map(plan.moves.map(({ id, standing }) => [id, standing]));
  return [
    ...winner.claims.map((claim) => ({ ...claim, standing: standings.get(claim.id) ?? claim.standing })),
    ...loser.claims.flatMap((claim) => {
      const standing = moves.get(claim.id);
      return standing === undefined ? [] : [{ ...claim, standing }];
    }),
  ];
}
