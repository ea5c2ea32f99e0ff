import type {
  ActorKind,
  Attribution,
  ClaimField,
  ClaimStanding,
  Confidence,
  Credibility,
  LinkType,
  Outcome,
  ParticipationRole,
  PlaceKind,
  PlacePrecision,
  Reliability,
} from "./terms";

export const outcomeLabels: Record<Outcome, string> = {
  completed: "Carried out",
  intercepted: "Intercepted",
  failed: "Failed",
  foiled: "Foiled before it began",
  threatened: "Threatened only",
  unknown: "Not known",
};

export const roleLabels: Record<ParticipationRole, string> = {
  perpetrator: "Perpetrator",
  target: "Target",
  defender: "Defender",
  claimant: "Claimed responsibility",
  accused: "Accused",
  other: "Also involved",
};

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

export const standingLabels: Record<ClaimStanding, string> = {
  accepted: "Accepted",
  alternative: "Alternative",
  rejected: "Rejected",
};

export const confidenceLabels: Record<Confidence, string> = {
  high: "high confidence",
  medium: "medium confidence",
  low: "low confidence",
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

/** How closely the place is known, as a phrase after its name. */
export const placePrecisionWords: Record<PlacePrecision, string> = {
  exact: "at this place",
  near: "near this place",
  district: "somewhere in the district",
  province: "somewhere in the province",
  country: "somewhere in the country",
  region: "somewhere in the region",
  unknown: "place not known more closely",
};

/** The Admiralty code's words for the reliability of a source. */
export const reliabilityWords: Record<Reliability, string> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};

/** The Admiralty code's words for the credibility of a piece of information. */
export const credibilityWords: Record<Credibility, string> = {
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
    suspected: "suspected to be by",
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
  const isAct = part.role !== "claimant" && /^(blamed|suspect|suspicion)/.test(before);
  return { before, after: isAct ? `, by ${part.attributedBy}` : `, according to ${part.attributedBy}` };
}

const linkPhrases: Record<LinkType, readonly [outgoing: string, incoming: string]> = {
  "retaliation-for": ["In retaliation for", "Retaliated for by"],
  "response-to": ["In response to", "Responded to by"],
  follows: ["Followed on", "Was followed by"],
  "part-of": ["Part of", "Includes"],
  "same-campaign": ["Same campaign as", "Same campaign as"],
  "see-also": ["See also", "See also"],
};

/** A link in words, seen from the incident whose page it stands on. */
export function linkWords(type: LinkType, direction: "outgoing" | "incoming"): string {
  return linkPhrases[type][direction === "outgoing" ? 0 : 1];
}
