import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { sqlInstant } from "@/lib/db/instant";
import type { ProposedIncident } from "@/lib/extraction/proposal";
import type { EventType } from "@/lib/taxonomy/event-types";
import type { IncidentStatus, PlacePrecision } from "@/lib/taxonomy/terms";
import { type Comparable, comparableOf, type LikeIncident, likenessOf } from "./likeness";

/** Below it two reports are not shown as alike. */
export const LEAST_SCORE = 0.62;
const MOST_SHOWN = 3;
const MOST_COMPARED = 200;
const MARGIN_MS = 2 * 86_400_000;
/** About 155 km of latitude: beyond it likenessOf excludes a pair. */
const MARGIN_DEGREES = 1.4;

export const comparedSelect = {
  publicId: true,
  version: true,
  title: true,
  summary: true,
  occurred: true,
  timeZone: true,
  status: true,
  earliest: true,
  latest: true,
  eventTypeSlug: true,
  placePrecision: true,
  latitude: true,
  longitude: true,
  killedMin: true,
  killedMax: true,
  injuredMin: true,
  injuredMax: true,
  place: { select: { slug: true, name: true, country: true, latitude: true, longitude: true } },
  participations: { select: { actor: { select: { slug: true, name: true } } } },
} satisfies Prisma.IncidentSelect;

type ComparedRow = Prisma.IncidentGetPayload<{ select: typeof comparedSelect }>;

const range = (min: number | null, max: number | null) => (min === null ? null : { min, max });

export const comparableRow = (row: ComparedRow): Comparable => ({
  title: row.title,
  summary: row.summary,
  earliest: row.earliest.getTime(),
  latest: row.latest.getTime(),
  // The database holds only event types and precisions of the taxonomy.
  eventType: row.eventTypeSlug as EventType,
  place: row.place && {
    ...row.place,
    latitude: row.latitude ?? row.place.latitude,
    longitude: row.longitude ?? row.place.longitude,
    precision: row.placePrecision as PlacePrecision,
  },
  killed: range(row.killedMin, row.killedMax),
  injured: range(row.injuredMin, row.injuredMax),
  actors: row.participations.map(({ actor }) => actor),
});

/** In the subject's country, without a country, or just across a border from it. */
function nearby(place: Comparable["place"]): Prisma.Sql {
  if (!place?.country) {
    return Prisma.sql`TRUE`;
  }
  const { latitude, longitude } = place;
  const around =
    latitude === null || longitude === null
      ? Prisma.sql`FALSE`
      : Prisma.sql`(abs(coalesce(i.latitude, p.latitude) - ${latitude}::float8) <= ${MARGIN_DEGREES}::float8)`;
  return Prisma.sql`(p.country IS NULL OR p.country = ${place.country} OR ${around})`;
}

/** True for an incident i that was made of a proposal of this article. */
const madeOfArticle = (articleId: string): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM suggestion s WHERE s.incident_id = i.id AND s.article_id = ${articleId}::uuid)`;

/**
 * Ids of the incidents whose time comes near the subject's, nearest first. The first branch is answered by
 * the index of published periods, the second by the few incidents that are not public yet.
 */
export async function candidateIds(
  subject: Comparable,
  without: Prisma.Sql,
  reader: Reader,
): Promise<string[]> {
  const period = Prisma.sql`tstzrange(${sqlInstant(new Date(subject.earliest - MARGIN_MS))},
    ${sqlInstant(new Date(subject.latest + MARGIN_MS))}, '[]')`;
  const near = (status: Prisma.Sql) => Prisma.sql`
    SELECT i.id, i.earliest FROM incident i LEFT JOIN place p ON p.id = i.place_id
    WHERE ${status} AND tstzrange(i.earliest, i.latest, '[]') && ${period} AND ${nearby(subject.place)}
      AND NOT (${without})`;
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${near(Prisma.sql`i.status = 'published'`)}
      UNION ALL ${near(Prisma.sql`i.status IN ('draft', 'in_review')`)}) AS near
    ORDER BY abs(extract(epoch FROM earliest - ${sqlInstant(new Date(subject.earliest))})) LIMIT ${MOST_COMPARED}::int`;
  return rows.map(({ id }) => id);
}

async function likeOne(subject: Comparable, articleId: string, reader: Reader): Promise<LikeIncident[]> {
  const ids = await candidateIds(subject, madeOfArticle(articleId), reader);
  const rows = await reader.incident.findMany({ where: { id: { in: ids } }, select: comparedSelect });
  const likes = rows.flatMap((row): LikeIncident[] => {
    const likeness = likenessOf(subject, comparableRow(row));
    if (!likeness || likeness.score < LEAST_SCORE) {
      return [];
    }
    const { publicId, version, title, occurred, timeZone } = row;
    // The query asks for three of the known statuses.
    return [
      { ...likeness, publicId, version, title, occurred, timeZone, status: row.status as IncidentStatus },
    ];
  });
  return likes.sort((a, b) => b.score - a.score || a.publicId.localeCompare(b.publicId)).slice(0, MOST_SHOWN);
}

/**
 * For each proposal of an article the stored incidents, drafts included, that may be the same, best first,
 * with the reasons in words; at most 3 each. Incidents made of proposals of this article are left out.
 */
export async function listLikeIncidents(
  articleId: string,
  proposals: readonly ProposedIncident[],
  reader: Reader = database(),
): Promise<LikeIncident[][]> {
  const found: LikeIncident[][] = [];
  for (const proposal of proposals) {
    const subject = comparableOf(proposal);
    found.push(subject ? await likeOne(subject, articleId, reader) : []);
  }
  return found;
}
