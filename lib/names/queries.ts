import "server-only";
import { searchActors } from "@/lib/actors/queries";
import { searchCampaigns } from "@/lib/campaigns/queries";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { searchPlaces } from "@/lib/places/queries";
import { searchPublishers } from "@/lib/publishers/queries";
import type { EntryKind, EntryLine } from "./entry-kinds";

const listLength = 100;
const found = 50;

type Source = { table: Prisma.Sql; columns: Prisma.Sql; incidents: Prisma.Sql; mostUsed: Prisma.Sql };

const none = Prisma.sql`NULL::text`;

/** incidents: their number for the entry e; mostUsed: ids with how often they are used (id, uses). */
const sources: Record<EntryKind, Source> = {
  actors: {
    table: Prisma.sql`actor`,
    columns: Prisma.sql`e.kind, e.country, ${none} AS reliability,
      (SELECT name FROM actor WHERE id = e.parent_id) AS within`,
    incidents: Prisma.sql`SELECT count(DISTINCT incident_id) FROM participation WHERE actor_id = e.id`,
    mostUsed: Prisma.sql`SELECT actor_id AS id, count(*) AS uses FROM participation GROUP BY 1`,
  },
  places: {
    table: Prisma.sql`place`,
    columns: Prisma.sql`e.kind, e.country, ${none} AS reliability,
      coalesce((SELECT name FROM place WHERE id = e.parent_id), e.admin1) AS within`,
    incidents: Prisma.sql`SELECT count(*) FROM incident WHERE place_id = e.id`,
    mostUsed: Prisma.sql`SELECT place_id AS id, count(*) AS uses FROM incident GROUP BY 1`,
  },
  publishers: {
    table: Prisma.sql`publisher`,
    columns: Prisma.sql`${none} AS kind, e.country, e.reliability, ${none} AS within`,
    incidents: Prisma.sql`SELECT count(DISTINCT c.incident_id) FROM article a JOIN claim c ON c.article_id = a.id
      WHERE a.publisher_id = e.id`,
    mostUsed: Prisma.sql`SELECT publisher_id AS id, count(*) AS uses FROM article GROUP BY 1`,
  },
  campaigns: {
    table: Prisma.sql`campaign`,
    columns: Prisma.sql`${none} AS kind, NULL::char(2) AS country, ${none} AS reliability, ${none} AS within`,
    incidents: Prisma.sql`SELECT count(*) FROM incident_campaign WHERE campaign_id = e.id`,
    mostUsed: Prisma.sql`SELECT campaign_id AS id, count(*) AS uses FROM incident_campaign GROUP BY 1`,
  },
};

type Hit = { slug: string; matched?: string | null };

const searches: Record<EntryKind, (text: string, limit: number, reader: Reader) => Promise<Hit[]>> = {
  actors: searchActors,
  places: searchPlaces,
  publishers: searchPublishers,
  campaigns: searchCampaigns,
};

function listMostUsed(kind: EntryKind, reader: Reader): Promise<Hit[]> {
  const { table, mostUsed } = sources[kind];
  return reader.$queryRaw<Hit[]>`
    SELECT e.slug FROM ${table} e LEFT JOIN (${mostUsed}) used ON used.id = e.id
    ORDER BY used.uses DESC NULLS LAST, e.updated_at DESC, e.name LIMIT ${listLength}::int`;
}

async function readLines(kind: EntryKind, hits: readonly Hit[], reader: Reader): Promise<EntryLine[]> {
  if (hits.length === 0) return [];
  const { table, columns, incidents } = sources[kind];
  const rows = await reader.$queryRaw<Omit<EntryLine, "matched">[]>`
    SELECT e.slug, e.name, ${columns}, (${incidents})::int AS incidents
    FROM ${table} e WHERE e.slug IN (${Prisma.join(hits.map(({ slug }) => slug))})`;
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return hits.flatMap(({ slug, matched = null }) => {
    const row = bySlug.get(slug);
    return row ? [{ ...row, matched }] : [];
  });
}

/** The entries that the typed words may mean, best first; for no words the most used ones. total: of all entries. */
export async function listEntries(
  kind: EntryKind,
  text: string,
  reader: Reader = database(),
): Promise<{ lines: EntryLine[]; total: number }> {
  const isSearch = text.trim() !== "";
  const hits = await (isSearch ? searches[kind](text, found, reader) : listMostUsed(kind, reader));
  const [lines, [counted]] = await Promise.all([
    readLines(kind, hits, reader),
    reader.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${sources[kind].table}`,
  ]);
  return { lines, total: counted?.total ?? 0 };
}

/** Incidents of any status that name the entry itself. */
export async function countIncidentsOf(
  kind: EntryKind,
  slug: string,
  reader: Reader = database(),
): Promise<number> {
  return (await readLines(kind, [{ slug }], reader))[0]?.incidents ?? 0;
}
