import type { IncidentView } from "@/lib/incidents/schema";

/** A published incident of 5 July 2021 as the API shows it, with nothing more than it must have. */
export const incidentView = (changes: Partial<IncidentView> = {}): IncidentView => {
  const publicId = changes.publicId ?? "AAAAAAAA";
  return {
    publicId,
    version: 1,
    status: "published",
    title: "Rockets hit a base",
    summary: "",
    eventType: "attack",
    outcome: "unknown",
    occurred: "2021-07-05",
    earliest: "2021-07-05T00:00:00.000Z",
    latest: "2021-07-05T23:59:59.999Z",
    timeZone: "UTC",
    place: null,
    killed: null,
    injured: null,
    participations: [],
    campaigns: [],
    links: [],
    sources: [],
    url: `http://localhost/incidents/${publicId}`,
    createdAt: "2021-07-06T00:00:00.000Z",
    updatedAt: "2021-07-06T00:00:00.000Z",
    publishedAt: null,
    ...changes,
  };
};
