import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { listIncidentSummaries } from "./queries";
import type { IncidentChain } from "./summary";

const maxDepth = 10;
const maxNodes = 200;

/**
 * What led to a published incident and what followed: all published incidents at most depth links
 * away (1 to 10), nearest first, at most 200. Null when the incident is not public.
 */
export async function getChain(
  publicId: string,
  depth = 3,
  reader: Reader = database(),
): Promise<IncidentChain | null> {
  const steps = Math.min(Math.max(Math.trunc(depth), 1), maxDepth);
  const near = await reader.$queryRaw<{ publicId: string; distance: number }[]>`
    WITH RECURSIVE near AS (
      SELECT id, 0 AS distance FROM incident WHERE public_id = ${publicId} AND status = 'published'
      UNION
      SELECT o.id, near.distance + 1 FROM near
        JOIN incident_link l ON l.from_id = near.id OR l.to_id = near.id
        JOIN incident o ON o.id = CASE WHEN l.from_id = near.id THEN l.to_id ELSE l.from_id END
          AND o.status = 'published'
        WHERE near.distance < ${steps}::int
    )
    SELECT i.public_id AS "publicId", min(near.distance)::int AS distance
    FROM near JOIN incident i ON i.id = near.id
    GROUP BY i.public_id, i.earliest ORDER BY distance, i.earliest LIMIT ${maxNodes}::int`;
  if (near.length === 0) {
    return null;
  }
  const distances = new Map(near.map((node) => [node.publicId, node.distance]));
  const summaries = await listIncidentSummaries([...distances.keys()], {}, reader);
  return {
    nodes: summaries.map((summary) => ({ ...summary, distance: distances.get(summary.publicId) ?? 0 })),
    links: await listLinksAmong([...distances.keys()], reader),
  };
}

/** All links whose both ends are among these incidents. */
async function listLinksAmong(publicIds: string[], reader: Reader): Promise<IncidentChain["links"]> {
  const ids = Prisma.join(publicIds);
  return reader.$queryRaw<IncidentChain["links"]>`
    SELECT f.public_id AS "from", t.public_id AS "to", l.type, l.confidence, l.note
    FROM incident_link l JOIN incident f ON f.id = l.from_id JOIN incident t ON t.id = l.to_id
    WHERE f.public_id IN (${ids}) AND t.public_id IN (${ids}) ORDER BY t.earliest, f.earliest, l.type`;
}
