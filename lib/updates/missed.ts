import "server-only";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { sqlInstant } from "@/lib/db/instant";
import { incidentStatuses } from "@/lib/taxonomy/terms";
import { publicKind, readEventId } from "./model";
import { type PublicUpdate, rereadEvent, type UpdateNews } from "./news";

/** More than this is told by one event. */
const maxMissed = 200;
/** Transactions end in another order than their revisions were made in: so far back some are told twice. */
const overlapSeconds = 15;
const maxAgeDays = 7;

const missedSchema = z.array(
  z.object({
    publicId: z.string(),
    version: z.int(),
    at: z.date(),
    status: z.enum(incidentStatuses),
    before: z.enum(incidentStatuses).nullable(),
  }),
);

/**
 * What was published, changed or withdrawn after the event of this id, oldest first, at least once each. An id
 * that is unknown or old gets one event that says to read everything again, as does more than 200 updates.
 */
export async function readMissed(lastEventId: string): Promise<UpdateNews[]> {
  const last = readEventId(lastEventId);
  const since = last && (await timeOf(last));
  if (!since) return [rereadEvent];
  const rows = missedSchema.parse(
    await database().$queryRaw`
      SELECT i.public_id AS "publicId", r.version, r.created_at AS at, r.status, earlier.status AS before
      FROM revision r JOIN incident i ON i.id = r.incident_id
        LEFT JOIN revision earlier ON earlier.incident_id = r.incident_id AND earlier.version = r.version - 1
      WHERE r.created_at > ${sqlInstant(since)} - make_interval(secs => ${overlapSeconds})
        AND 'published' IN (r.status, earlier.status)
        AND NOT (i.public_id = ${last.publicId} AND r.version = ${last.version})
      ORDER BY r.created_at, r.id LIMIT ${maxMissed + 1}`,
  );
  if (rows.length > maxMissed) return [rereadEvent];
  return rows.flatMap(({ publicId, version, at, status, before }): PublicUpdate[] => {
    const kind = publicKind(before, status);
    return kind ? [{ kind, publicId, version, at: at.toISOString() }] : [];
  });
}

async function timeOf({ publicId, version }: { publicId: string; version: number }): Promise<Date | null> {
  const revision = await database().revision.findFirst({
    where: {
      version,
      incident: { publicId },
      createdAt: { gt: new Date(Date.now() - maxAgeDays * 86_400_000) },
    },
    select: { createdAt: true },
  });
  return revision?.createdAt ?? null;
}
