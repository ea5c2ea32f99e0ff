/** Closed vocabularies of the data model. The database checks each column against the same values. */

export const incidentStatuses = ["draft", "in_review", "published", "retracted", "merged"] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

export const outcomes = ["completed", "intercepted", "failed", "foiled", "threatened", "unknown"] as const;
export type Outcome = (typeof outcomes)[number];

export const placePrecisions = [
  "exact",
  "near",
  "district",
  "province",
  "country",
  "region",
  "unknown",
] as const;
export type PlacePrecision = (typeof placePrecisions)[number];

export const participationRoles = [
  "perpetrator",
  "target",
  "defender",
  "claimant",
  "accused",
  "other",
] as const;
export type ParticipationRole = (typeof participationRoles)[number];

export const attributions = ["confirmed", "claimed", "alleged", "suspected"] as const;
export type Attribution = (typeof attributions)[number];

export const linkTypes = [
  "retaliation-for",
  "response-to",
  "follows",
  "part-of",
  "same-campaign",
  "see-also",
] as const;
export type LinkType = (typeof linkTypes)[number];

export const confidences = ["high", "medium", "low"] as const;
export type Confidence = (typeof confidences)[number];

export const claimStandings = ["accepted", "alternative", "rejected"] as const;
export type ClaimStanding = (typeof claimStandings)[number];

export const actorKinds = [
  "state",
  "state-force",
  "coalition",
  "militia",
  "armed-group",
  "political-group",
  "organisation",
  "person",
  "civilians",
  "other",
] as const;
export type ActorKind = (typeof actorKinds)[number];

export const placeKinds = [
  "country",
  "province",
  "district",
  "city",
  "town",
  "village",
  "neighbourhood",
  "base",
  "airport",
  "embassy",
  "consulate",
  "crossing",
  "border",
  "port",
  "field",
  "refinery",
  "camp",
  "prison",
  "dam",
  "site",
  "region",
  "sea",
] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const roles = ["viewer", "contributor", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

/** Admiralty code, reliability of a source: A (completely reliable) to F (cannot be judged). */
export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof reliabilities)[number];

/** Admiralty code, credibility of information: 1 (confirmed) to 6 (cannot be judged). */
export const credibilities = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof credibilities)[number];

/** Fields of an incident that a claim can back. */
export const claimFields = [
  "title",
  "summary",
  "occurred",
  "place",
  "eventType",
  "outcome",
  "killed",
  "injured",
  "participant",
] as const;
export type ClaimField = (typeof claimFields)[number];

/** What a revision records as having been done. */
export const revisionActions = [
  "create",
  "update",
  "submit",
  "return",
  "publish",
  "retract",
  "merge",
  "unmerge",
  "restore",
  "link",
  "unlink",
  "bulk",
  "undo",
  "reanchor",
] as const;
export type RevisionAction = (typeof revisionActions)[number];

/** A change of a published incident that waits for review, and what became of it. */
export const proposedChangeStatuses = ["open", "approved", "returned", "withdrawn"] as const;

/** Why somebody at the desk is told about an incident. */
export const notificationKinds = [
  "mention",
  "comment",
  "submitted",
  "published",
  "returned",
  "changed",
  "merged",
] as const;
