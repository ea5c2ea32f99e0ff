/** Orders of lists; a minus is for the highest or the newest first. */
export const incidentSorts = [
  "-occurred",
  "occurred",
  "-updated",
  "-published",
  "-killed",
  "relevance",
] as const;
export type IncidentSort = (typeof incidentSorts)[number];
