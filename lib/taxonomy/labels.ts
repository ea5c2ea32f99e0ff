import type { Attribution, Confidence, LinkType, Outcome, ParticipationRole, PlacePrecision } from "./terms";

/** English words for the closed vocabularies, as pages, forms and exports show them. */
export const outcomeLabels: Record<Outcome, string> = {
  completed: "Completed",
  intercepted: "Intercepted",
  failed: "Failed",
  foiled: "Foiled",
  threatened: "Threatened",
  unknown: "Outcome unknown",
};

export const roleLabels: Record<ParticipationRole, string> = {
  perpetrator: "Perpetrator",
  target: "Target",
  defender: "Defender",
  claimant: "Claimed responsibility",
  accused: "Accused",
  other: "Involved",
};

export const attributionLabels: Record<Attribution, string> = {
  confirmed: "confirmed",
  claimed: "claimed",
  alleged: "alleged",
  suspected: "suspected",
};

export const confidenceLabels: Record<Confidence, string> = {
  high: "high confidence",
  medium: "medium confidence",
  low: "low confidence",
};

export const placePrecisionLabels: Record<PlacePrecision, string> = {
  exact: "exact place",
  near: "near the place",
  district: "known to the district",
  province: "known to the province",
  country: "known to the country",
  region: "known to the region",
  unknown: "place not certain",
};

/** A link in words, read from the incident that shows it: outgoing leads to the earlier one. */
export const linkLabels: Record<LinkType, { outgoing: string; incoming: string }> = {
  "retaliation-for": { outgoing: "Retaliation for", incoming: "Retaliated for by" },
  "response-to": { outgoing: "Response to", incoming: "Responded to by" },
  follows: { outgoing: "Follows", incoming: "Followed by" },
  "part-of": { outgoing: "Part of", incoming: "Includes" },
  "same-campaign": { outgoing: "Same campaign as", incoming: "Same campaign as" },
  "see-also": { outgoing: "See also", incoming: "See also" },
};
