import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { fitOf, foldTyped, type Hit, otherNameFit, searchInSteps } from "@/lib/db/name-match";
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
  const wanted = Math.min(Math.max(Math.trunc(limit), 1), 50);
  return searchInSteps(typed, wanted, (condition) => findActors(typed, condition, wanted, reader));
}

async function findActors(
  typed: string,
  condition: Prisma.Sql,
  limit: number,
  reader: Reader,
): Promise<(ActorOption & Hit)[]> {
  const fit = fitOf(Prisma.sql`n.folded`, typed);
  return reader.$queryRaw<(ActorOption & Hit)[]>`
    WITH found AS (
      (SELECT n.id AS actor_id, NULL::text AS other, ${fit} AS fit FROM actor n WHERE ${condition}
        ORDER BY fit DESC, n.name LIMIT ${limit}::int)
      UNION ALL SELECT n.actor_id, n.name, ${fit} * ${otherNameFit}::float8 FROM actor_alias n WHERE ${condition}
    ), best AS (
      SELECT DISTINCT ON (actor_id) actor_id, other, fit FROM found
      ORDER BY actor_id, fit DESC, other NULLS FIRST
    )
    SELECT a.slug, a.name, a.kind, a.country, p.name AS parent, best.other AS matched, best.fit
    FROM best JOIN actor a ON a.id = best.actor_id LEFT JOIN actor p ON p.id = a.parent_id
    ORDER BY best.fit DESC, a.name LIMIT ${limit}::int`;
}
