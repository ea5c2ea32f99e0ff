import { randomUUID } from "node:crypto";
import { parseOccurred } from "@/lib/dates/edtf";
import { database } from "@/lib/db/client";
import { newPublicId } from "@/lib/incidents/public-id";

/**
 * Many published incidents at once, for tests of counts; their revisions keep no state. place and actors
 * are ids, the first actor stands first.
 */
export async function makeManyIncidents(
  rows: {
    occurred: string;
    eventType?: string;
    outcome?: string;
    place?: string | null;
    actors?: string[];
    killedMin?: number | null;
    pinned?: boolean;
  }[],
): Promise<string[]> {
  const incidents = rows.map((row) => ({ ...row, id: randomUUID(), publicId: newPublicId() }));
  await database().$transaction(
    async (transaction) => {
      await transaction.incident.createMany({
        data: incidents.map(({ id, publicId, occurred, eventType, place, actors: _actors, ...columns }) => ({
          id,
          publicId,
          title: `Incident ${publicId}`,
          eventTypeSlug: eventType ?? "other",
          placeId: place ?? null,
          timeZone: "UTC",
          status: "published",
          publishedAt: new Date(),
          ...dateColumns(occurred, "UTC"),
          ...columns,
        })),
      });
      await transaction.participation.createMany({
        data: incidents.flatMap(({ id, actors = [] }) =>
          actors.map((actorId, position) => ({ incidentId: id, actorId, role: "other", position })),
        ),
      });
      await transaction.revision.createMany({
        data: incidents.map(({ id }) => ({
          incidentId: id,
          version: 1,
          action: "publish",
          status: "published",
          state: {},
          changes: [],
          userName: "Test",
        })),
      });
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
  return incidents.map(({ id }) => id);
}

/** Columns of a date given as EDTF. */
export function dateColumns(occurred: string, timeZone: string) {
  const read = parseOccurred(occurred, timeZone);
  if (!read.ok) {
    throw new Error(`${occurred}: ${read.message}`);
  }
  const days = (read.latest.getTime() - read.earliest.getTime()) / 86_400_000;
  const datePrecision = days <= 1.1 ? "day" : days <= 7.1 ? "week" : days <= 31.1 ? "month" : "year";
  return { occurred: read.edtf, earliest: read.earliest, latest: read.latest, datePrecision };
}
