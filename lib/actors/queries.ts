import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { beginsAs, fitOf, foldTyped, otherNameFit, resembles } from "@/lib/db/name-match";
import { isSlug } from "@/lib/geo/fold";
import type { ActorKind, ParticipationRole } from "@/lib/taxonomy/terms";
import { actorsWithin } from "./hierarchy";

export type ActorView = {
  slug: string;
  name: string;
  kind: ActorKind;
  country: string | null;
  wikidata: string | null;
  description: string;
  aliases: string[];
  parent: { slug: string; name: string } | null;
  children: { slug: string; name: string }[];
  /** Published incidents in which the actor or anything below it takes part. */
  incidents: { total: number; byRole: { role: ParticipationRole; count: number }[] };
  /** ISO instant; names the state for updateActor. */
  updatedAt: string;
};

const linkedActor = { select: { slug: true, name: true } } as const;

/** An actor with its names, its place among the others and its incidents; null when there is none. */
export async function getActor(slug: string, reader: Reader = database()): Promise<ActorView | null> {
  if (!isSlug(slug)) {
    return null;
  }
  const row = await reader.actor.findUnique({
    where: { slug },
    select: {
      slug: true,
      name: true,
      kind: true,
      country: true,
      wikidata: true,
      description: true,
      updatedAt: true,
      aliases: { select: { name: true }, orderBy: { name: "asc" } },
      parent: linkedActor,
      children: { ...linkedActor, orderBy: { name: "asc" } },
    },
  });
  if (!row) {
    return null;
  }
  return {
    ...row,
    // The database checks the kind against this vocabulary.
    kind: row.kind as ActorKind,
    aliases: row.aliases.map(({ name }) => name),
    updatedAt: row.updatedAt.toISOString(),
    incidents: await countIncidents(slug, reader),
  };
}

async function countIncidents(slug: string, reader: Reader): Promise<ActorView["incidents"]> {
  const rows = await reader.$queryRaw<{ role: ParticipationRole | null; count: number }[]>`
    SELECT pa.role, count(DISTINCT i.id)::int AS count
    FROM participation pa JOIN incident i ON i.id = pa.incident_id AND i.status = 'published'
    WHERE pa.actor_id IN (${actorsWithin([slug])})
    GROUP BY GROUPING SETS ((), (pa.role)) ORDER BY count DESC, pa.role`;
  return {
    total: rows.find(({ role }) => role === null)?.count ?? 0,
    byRole: rows.flatMap(({ role, count }) => (role === null ? [] : [{ role, count }])),
  };
}

/** An actor as a choice in a form; matched: the other name under which it was found. */
export type ActorOption = {
  slug: string;
  name: string;
  kind: ActorKind;
  country: string | null;
  parent: string | null;
  matched: string | null;
};

/** Actors whose name or other name begins as typed or resembles it, best first; at most limit (1 to 50). */
export async function searchActors(
  text: string,
  limit = 10,
  reader: Reader = database(),
): Promise<ActorOption[]> {
  const typed = foldTyped(text);
  if (typed === "") {
    return [];
  }
  const folded = Prisma.sql`n.folded`;
  return reader.$queryRaw<ActorOption[]>`
    WITH names AS (
      SELECT id AS actor_id, folded, NULL::text AS other FROM actor
      UNION ALL SELECT actor_id, folded, name FROM actor_alias
    ), best AS (
      SELECT DISTINCT ON (n.actor_id) n.actor_id, n.other,
        ${fitOf(folded, typed)} * CASE WHEN n.other IS NULL THEN 1 ELSE ${otherNameFit}::float8 END AS fit
      FROM names n WHERE ${beginsAs(folded, typed)} OR ${resembles(folded, typed)}
      ORDER BY n.actor_id, fit DESC, n.other NULLS FIRST
    )
    SELECT a.slug, a.name, a.kind, a.country, p.name AS parent, best.other AS matched
    FROM best JOIN actor a ON a.id = best.actor_id LEFT JOIN actor p ON p.id = a.parent_id
    ORDER BY best.fit DESC, a.name LIMIT ${Math.min(Math.max(Math.trunc(limit), 1), 50)}::int`;
}
