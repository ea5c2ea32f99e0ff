import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { IncidentSummary } from "./summary";

/** The columns of summaryOf. */
export const summarySelect = {
  publicId: true,
  status: true,
  title: true,
  eventTypeSlug: true,
  outcome: true,
  occurred: true,
  earliest: true,
  latest: true,
  timeZone: true,
  killedMin: true,
  killedMax: true,
  place: { select: { slug: true, name: true, country: true } },
} satisfies Prisma.IncidentSelect;

export type SummaryRow = Prisma.IncidentGetPayload<{ select: typeof summarySelect }>;

export function summaryOf(row: SummaryRow): IncidentSummary {
  return {
    publicId: row.publicId,
    // The database checks these three columns against the vocabularies.
    status: row.status as IncidentSummary["status"],
    eventType: row.eventTypeSlug as IncidentSummary["eventType"],
    outcome: row.outcome as IncidentSummary["outcome"],
    title: row.title,
    occurred: row.occurred,
    earliest: row.earliest.toISOString(),
    latest: row.latest.toISOString(),
    timeZone: row.timeZone,
    place: row.place,
    killedMin: row.killedMin,
    killedMax: row.killedMax,
  };
}
