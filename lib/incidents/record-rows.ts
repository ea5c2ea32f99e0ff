import "server-only";
import type { Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { sqlMillis } from "@/lib/db/instant";
import type { ClaimRow, IncidentRow } from "./record";

export type RecordRow = Omit<IncidentRow, "claims"> & { unsourcedReason: string | null; claims: ClaimRow[] };

const article = Prisma.sql`json_build_object('id', a.id, 'title', a.title, 'canonicalUrl', a.canonical_url,
  'publishedAt', ${sqlMillis(Prisma.sql`a.published_at`)}, 'publishedOn', a.published_on,
  'publisher', CASE WHEN p.id IS NOT NULL
    THEN json_build_object('name', p.name, 'reliability', p.reliability) END)`;

const claims = Prisma.sql`(SELECT json_agg(json_build_object('id', c.id, 'field', c.field, 'value', c.value,
    'exact', c.exact, 'prefix', c.prefix, 'suffix', c.suffix, 'start', c.start, 'end', c."end",
    'assertedBy', c.asserted_by, 'credibility', c.credibility, 'standing', c.standing, 'reason', c.reason,
    'article', ${article}) ORDER BY c.position, c.created_at, c.id)
  FROM claim c JOIN article a ON a.id = c.article_id LEFT JOIN publisher p ON p.id = a.publisher_id
  WHERE c.incident_id = i.id)`;

const participations = Prisma.sql`(SELECT json_agg(json_build_object('role', q.role,
    'attribution', q.attribution, 'attributedBy', q.attributed_by,
    'actor', json_build_object('slug', a.slug, 'name', a.name)) ORDER BY q.position, q.id)
  FROM participation q JOIN actor a ON a.id = q.actor_id WHERE q.incident_id = i.id)`;

const campaigns = Prisma.sql`(SELECT json_agg(json_build_object('campaign',
    json_build_object('slug', g.slug, 'name', g.name)) ORDER BY g.slug)
  FROM incident_campaign h JOIN campaign g ON g.id = h.campaign_id WHERE h.incident_id = i.id)`;

const place = Prisma.sql`(SELECT json_build_object('slug', slug, 'name', name, 'country', country,
    'admin1', admin1, 'latitude', latitude, 'longitude', longitude)
  FROM place WHERE id = i.place_id)`;

/** Links of one direction, with the incident at their other end. */
const links = (end: "from" | "to") => {
  const own = end === "to" ? Prisma.sql`l.from_id` : Prisma.sql`l.to_id`;
  const other = end === "to" ? Prisma.sql`l.to_id` : Prisma.sql`l.from_id`;
  return Prisma.sql`(SELECT json_agg(json_build_object('id', l.id, 'type', l.type,
      'confidence', l.confidence, 'note', l.note, 'exact', l.exact, 'articleId', l.article_id,
      ${end}::text, json_build_object('publicId', o.public_id, 'title', o.title, 'occurred', o.occurred,
        'status', o.status)) ORDER BY l.created_at, l.id)
    FROM incident_link l JOIN incident o ON o.id = ${other} WHERE ${own} = i.id)`;
};

const record = Prisma.sql`json_build_object('id', i.id, 'publicId', i.public_id, 'version', i.version,
  'status', i.status, 'title', i.title, 'summary', i.summary, 'eventTypeSlug', i.event_type,
  'outcome', i.outcome, 'occurred', i.occurred, 'timeZone', i.time_zone, 'placePrecision', i.place_precision,
  'latitude', i.latitude, 'longitude', i.longitude, 'killedMin', i.killed_min, 'killedMax', i.killed_max,
  'injuredMin', i.injured_min, 'injuredMax', i.injured_max, 'unsourcedReason', i.unsourced_reason,
  'earliest', ${sqlMillis(Prisma.sql`i.earliest`)}, 'latest', ${sqlMillis(Prisma.sql`i.latest`)},
  'createdAt', ${sqlMillis(Prisma.sql`i.created_at`)}, 'updatedAt', ${sqlMillis(Prisma.sql`i.updated_at`)},
  'publishedAt', ${sqlMillis(Prisma.sql`i.published_at`)},
  'place', ${place}, 'participations', coalesce(${participations}, '[]'),
  'campaigns', coalesce(${campaigns}, '[]'), 'linksFrom', coalesce(${links("to")}, '[]'),
  'linksTo', coalesce(${links("from")}, '[]'), 'claims', coalesce(${claims}, '[]'))`;

type Instants = "earliest" | "latest" | "createdAt" | "updatedAt";
type ArticleJson = Omit<ClaimRow["article"], "publishedAt" | "publishedOn"> & {
  publishedAt: number | null;
  publishedOn: string | null;
};
type RecordJson = Omit<RecordRow, Instants | "publishedAt" | "claims"> &
  Record<Instants, number> & {
    publishedAt: number | null;
    claims: (Omit<ClaimRow, "article"> & { article: ArticleJson })[];
  };

const instant = (millis: number | null): Date | null => (millis === null ? null : new Date(millis));

const claimRow = ({ article: source, ...claim }: RecordJson["claims"][number]): ClaimRow => ({
  ...claim,
  article: {
    ...source,
    publishedAt: instant(source.publishedAt),
    publishedOn: source.publishedOn === null ? null : new Date(`${source.publishedOn}T00:00:00Z`),
  },
});

/**
 * All that whole records of incidents are made of, in one statement: a save reads its record twice, and the
 * round trips of its relations one by one took most of its time.
 */
export async function readRecordRows(
  reader: Reader,
  where: { ids: readonly string[] } | { publicId: string },
): Promise<RecordRow[]> {
  const rows =
    "ids" in where
      ? await reader.$queryRaw<{ record: RecordJson }[]>`/* kept: records-by-id */
          SELECT ${record} AS record FROM incident i WHERE i.id = ANY(${[...where.ids]}::uuid[])`
      : await reader.$queryRaw<{ record: RecordJson }[]>`/* kept: record-by-public-id */
          SELECT ${record} AS record FROM incident i WHERE i.public_id = ${where.publicId}`;
  return rows.map(({ record: json }) => ({
    ...json,
    earliest: new Date(json.earliest),
    latest: new Date(json.latest),
    createdAt: new Date(json.createdAt),
    updatedAt: new Date(json.updatedAt),
    publishedAt: instant(json.publishedAt),
    claims: json.claims.map(claimRow),
  }));
}

/** The claims of one incident, as readRecordRows has them. */
export async function readClaimRows(reader: Reader, incidentId: string): Promise<ClaimRow[]> {
  const [row] = await reader.$queryRaw<{ claims: RecordJson["claims"] }[]>`/* kept: claims-of-record */
    SELECT coalesce(${claims}, '[]') AS claims FROM (SELECT ${incidentId}::uuid AS id) i`;
  return row?.claims.map(claimRow) ?? [];
}
