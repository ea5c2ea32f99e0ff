import type {
  ActorKind,
  Attribution,
  ClaimField,
  ClaimStanding,
  Credibility,
  IncidentStatus,
  ParticipationRole,
  PlaceKind,
  Reliability,
} from "./terms";

export const claimFieldLabels: Record<ClaimField, string> = {
  title: "Title",
  summary: "Summary",
  occurred: "When",
  place: "Where",
  eventType: "Event type",
  outcome: "Outcome",
  killed: "Killed",
  injured: "Injured",
  participant: "Who",
};

export const statusLabels: Record<IncidentStatus, string> = {
  draft: "Draft",
  in_review: "In review",
  published: "Published",
  retracted: "Retracted",
  merged: "Merged",
};

export const standingLabels: Record<ClaimStanding, string> = {
  accepted: "Accepted",
  alternative: "Alternative",
  rejected: "Rejected",
};

export const actorKindLabels: Record<ActorKind, string> = {
  state: "State",
  "state-force": "State force",
  coalition: "Coalition",
  militia: "Militia",
  "armed-group": "Armed group",
  "political-group": "Political group",
  organisation: "Organisation",
  person: "Person",
  civilians: "Civilians",
  other: "Other",
};

export const placeKindLabels: Record<PlaceKind, string> = {
  country: "Country",
  province: "Province",
  district: "District",
  city: "City",
  town: "Town",
  village: "Village",
  neighbourhood: "Neighbourhood",
  base: "Military base",
  airport: "Airport",
  embassy: "Embassy",
  consulate: "Consulate",
  crossing: "Border crossing",
  border: "Border",
  port: "Port",
  field: "Oil or gas field",
  refinery: "Refinery",
  camp: "Camp",
  prison: "Prison",
  dam: "Dam",
  site: "Site",
  region: "Region",
  sea: "Sea",
};

/** The Admiralty code's words for the reliability of a source. */
const reliabilityWords: Record<Reliability, string> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};

/** The Admiralty code's words for the credibility of a piece of information. */
const credibilityWords: Record<Credibility, string> = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "truth cannot be judged",
};

const isReliability = (grade: string): grade is Reliability => grade in reliabilityWords;
const isCredibility = (grade: number): grade is Credibility => grade in credibilityWords;

/** An Admiralty grade with its words: "B, usually reliable"; null when the publisher is not graded. */
export function describeReliability(grade: string | null): string | null {
  return grade !== null && isReliability(grade) ? `${grade}, ${reliabilityWords[grade]}` : null;
}

/** An Admiralty grade with its words: "2, probably true"; null when the claim is not graded. */
export function describeCredibility(grade: number | null): string | null {
  return grade !== null && isCredibility(grade) ? `${grade}, ${credibilityWords[grade]}` : null;
}

const participationPhrases: Record<ParticipationRole, Record<Attribution, string>> = {
  perpetrator: {
    confirmed: "carried out by",
    claimed: "claimed by",
    alleged: "blamed on",
    suspected: "thought to be by",
  },
  target: {
    confirmed: "directed at",
    claimed: "said to be directed at",
    alleged: "allegedly directed at",
    suspected: "thought to be directed at",
  },
  defender: {
    confirmed: "defended by",
    claimed: "said to be defended by",
    alleged: "allegedly defended by",
    suspected: "thought to be defended by",
  },
  claimant: {
    confirmed: "claimed by",
    claimed: "claimed by",
    alleged: "allegedly claimed by",
    suspected: "thought to be claimed by",
  },
  accused: {
    confirmed: "blamed on",
    claimed: "blamed on",
    alleged: "blamed on",
    suspected: "suspicion of",
  },
  other: {
    confirmed: "also involved",
    claimed: "said to be involved",
    alleged: "allegedly involved",
    suspected: "thought to be involved",
  },
};

/**
 * The words before and after an actor's name: "blamed on" KATAIB HEZBOLLAH ", by the coalition
 * spokesperson". `after` is "" when nobody is named as the one who says so.
 */
export function participationWords(part: {
  role: ParticipationRole;
  attribution: Attribution;
  attributedBy: string | null;
}): { before: string; after: string } {
  const before = participationPhrases[part.role][part.attribution];
  if (!part.attributedBy) return { before, after: "" };
  const isAct = part.role !== "claimant" && /^(blamed|suspicion)/.test(before);
  return { before, after: isAct ? `, by ${part.attributedBy}` : `, according to ${part.attributedBy}` };
}
