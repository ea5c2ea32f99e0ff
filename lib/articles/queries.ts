import "server-only";
import { z } from "zod";
import { database, type Reader } from "@/lib/db/client";
import type { ProposedIncident, ProposedLink } from "@/lib/extraction/proposal";
import {
  type ArticleMark,
  type ArticleView,
  type ModelReport,
  modelReportSchema,
  type SuggestionView,
} from "./schema";

const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/** An article with its whole text; null when there is none with this id. */
export async function getArticle(id: string, reader: Reader = database()): Promise<ArticleView | null> {
  if (!isId(id)) {
    return null;
  }
  const row = await reader.article.findUnique({
    where: { id },
    select: {
      id: true,
      title: true,
      byline: true,
      canonicalUrl: true,
      language: true,
      direction: true,
      publishedAt: true,
      publishedOn: true,
      publishedOnFrom: true,
      timeZone: true,
      retrievedAt: true,
      demo: true,
      replacedById: true,
      text: true,
      publisher: { select: { slug: true, name: true, reliability: true } },
    },
  });
  if (!row) {
    return null;
  }
  const { canonicalUrl, replacedById, ...article } = row;
  return {
    ...article,
    url: canonicalUrl,
    replacedBy: replacedById,
    // The database checks both columns against these values.
    direction: row.direction as ArticleView["direction"],
    publishedOnFrom: row.publishedOnFrom as ArticleView["publishedOnFrom"],
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publishedOn: row.publishedOn?.toISOString().slice(0, 10) ?? null,
    retrievedAt: row.retrievedAt.toISOString(),
  };
}

/**
 * The quoted spans of an article, in text order: one for each claim, and one (field "link") for each
 * link it backs, at the later incident. Without includeUnpublished only what published incidents show.
 */
export async function listArticleMarks(
  id: string,
  options: { includeUnpublished?: boolean } = {},
  reader: Reader = database(),
): Promise<ArticleMark[]> {
  if (!isId(id)) {
    return [];
  }
  const visible = options.includeUnpublished ? {} : { status: "published" };
  const incident = { select: { publicId: true, title: true } } as const;
  const claims = await reader.claim.findMany({
    where: { articleId: id, incident: visible },
    select: { start: true, end: true, field: true, standing: true, incident },
  });
  const links = await reader.incidentLink.findMany({
    where: { articleId: id, exact: { not: null }, from: visible, to: visible },
    select: { start: true, end: true, from: incident },
  });
  const marks = [
    ...claims.map((claim) => ({
      start: claim.start,
      end: claim.end,
      field: claim.field,
      publicId: claim.incident.publicId,
      incidentTitle: claim.incident.title,
      standing: claim.standing,
    })),
    ...links.flatMap(({ start, end, from }) =>
      start === null || end === null
        ? []
        : [
            {
              start,
              end,
              field: "link",
              publicId: from.publicId,
              incidentTitle: from.title,
              standing: "accepted",
            },
          ],
    ),
  ];
  return marks.sort((a, b) => a.start - b.start || a.end - b.end || a.publicId.localeCompare(b.publicId));
}

/** What extraction proposed for an article and what was decided, in text order. */
export async function listSuggestions(
  articleId: string,
  reader: Reader = database(),
): Promise<SuggestionView[]> {
  if (!isId(articleId)) {
    return [];
  }
  const rows = await reader.suggestion.findMany({
    where: { articleId },
    select: {
      id: true,
      position: true,
      status: true,
      proposal: true,
      incident: { select: { publicId: true } },
    },
    orderBy: { position: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    // The database checks the status; proposals are written by extraction alone, as this type.
    status: row.status as SuggestionView["status"],
    proposal: row.proposal as ProposedIncident,
    incidentPublicId: row.incident?.publicId ?? null,
  }));
}

/** Links that extraction proposed between suggestions of an article, by their positions. */
export async function listSuggestedLinks(
  articleId: string,
  reader: Reader = database(),
): Promise<ProposedLink[]> {
  const row = isId(articleId)
    ? await reader.article.findUnique({ where: { id: articleId }, select: { suggestedLinks: true } })
    : null;
  // Written by extraction alone, as this type.
  return (row?.suggestedLinks ?? []) as ProposedLink[];
}

/** What came of asking a language model about an article; null when none was asked. */
export async function getModelReport(
  articleId: string,
  reader: Reader = database(),
): Promise<ModelReport | null> {
  const row = isId(articleId)
    ? await reader.article.findUnique({ where: { id: articleId }, select: { extractionInfo: true } })
    : null;
  const info = z.object({ model: modelReportSchema }).safeParse(row?.extractionInfo);
  return info.data?.model ?? null;
}

export type DeskArticle = {
  id: string;
  title: string;
  publisher: string | null;
  publishedOn: string | null;
  retrievedAt: string;
  importedBy: string | null;
  suggestions: { open: number; accepted: number; rejected: number };
  /** Incidents in any status that have a claim from it. */
  incidents: number;
};

/**
 * The articles imported last, newest first, with what is left to decide; limit 1 to 200. withOpen: only
 * those with open proposals.
 */
export async function listArticlesForDesk(
  limit = 50,
  { withOpen = false }: { withOpen?: boolean } = {},
  reader: Reader = database(),
): Promise<DeskArticle[]> {
  type Row = Omit<DeskArticle, "suggestions" | "retrievedAt"> &
    DeskArticle["suggestions"] & { retrievedAt: Date };
  const rows = await reader.$queryRaw<Row[]>`
    SELECT a.id, a.title, pu.name AS publisher, to_char(a.published_on, 'YYYY-MM-DD') AS "publishedOn",
      a.retrieved_at AS "retrievedAt", u.name AS "importedBy", s.open, s.accepted, s.rejected,
      (SELECT count(DISTINCT c.incident_id)::int FROM claim c WHERE c.article_id = a.id) AS incidents
    FROM article a LEFT JOIN publisher pu ON pu.id = a.publisher_id LEFT JOIN "user" u ON u.id = a.created_by_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE status = 'open')::int AS open,
        count(*) FILTER (WHERE status = 'accepted')::int AS accepted,
        count(*) FILTER (WHERE status = 'rejected')::int AS rejected
      FROM suggestion WHERE article_id = a.id
    ) s
    WHERE a.replaced_by_id IS NULL AND (NOT ${withOpen}::boolean
      OR EXISTS (SELECT 1 FROM suggestion o WHERE o.article_id = a.id AND o.status = 'open'))
    ORDER BY a.created_at DESC, a.id DESC LIMIT ${Math.min(Math.max(Math.trunc(limit), 1), 200)}::int`;
  return rows.map(({ open, accepted, rejected, retrievedAt, ...row }) => ({
    ...row,
    retrievedAt: retrievedAt.toISOString(),
    suggestions: { open, accepted, rejected },
  }));
}

/** How many articles have open proposals. */
export async function countArticlesWithOpen(reader: Reader = database()): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT s.article_id)::int AS count FROM suggestion s JOIN article a ON a.id = s.article_id
    WHERE s.status = 'open' AND a.replaced_by_id IS NULL`;
  return row?.count ?? 0;
}
