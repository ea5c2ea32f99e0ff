import "server-only";
import type { ClaimView, SourceView } from "@/lib/claims/schema";
import type { Reader } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { baseUrl } from "@/lib/env";
import type { LinkView } from "@/lib/links/schema";
import { paths } from "@/lib/paths";
import { type RecordRow, readClaimRows, readRecordRows } from "./record-rows";
import { type IncidentRecord, type IncidentView, incidentViewSchema } from "./schema";

export const sourceSelect = {
  id: true,
  title: true,
  canonicalUrl: true,
  publishedAt: true,
  publishedOn: true,
  publisher: { select: { name: true, reliability: true } },
} satisfies Prisma.ArticleSelect;

const otherIncidentSelect = {
  publicId: true,
  title: true,
  occurred: true,
  status: true,
  earliest: true,
} as const;
const linkSelect = {
  id: true,
  type: true,
  confidence: true,
  note: true,
  exact: true,
  articleId: true,
} as const;

/** The columns of an incident that are values of its own, not relations. */
export const ownSelect = {
  version: true,
  status: true,
  title: true,
  summary: true,
  eventTypeSlug: true,
  outcome: true,
  occurred: true,
  earliest: true,
  latest: true,
  timeZone: true,
  killedMin: true,
  killedMax: true,
  injuredMin: true,
  injuredMax: true,
  updatedAt: true,
  publishedAt: true,
  unsourcedReason: true,
} satisfies Prisma.IncidentSelect;

/** Everything of an incident that a list or a page shows; claims only as far as sources need them. */
export const incidentSelect = {
  ...ownSelect,
  id: true,
  publicId: true,
  placePrecision: true,
  latitude: true,
  longitude: true,
  createdAt: true,
  place: { select: { slug: true, name: true, country: true, admin1: true, latitude: true, longitude: true } },
  participations: {
    select: {
      role: true,
      attribution: true,
      attributedBy: true,
      actor: { select: { slug: true, name: true } },
    },
    orderBy: { position: "asc" },
  },
  campaigns: {
    select: { campaign: { select: { slug: true, name: true } } },
    orderBy: { campaign: { slug: "asc" } },
  },
  linksFrom: {
    select: { ...linkSelect, to: { select: otherIncidentSelect } },
    orderBy: { createdAt: "asc" },
  },
  linksTo: {
    select: { ...linkSelect, from: { select: otherIncidentSelect } },
    orderBy: { createdAt: "asc" },
  },
  claims: { select: { article: { select: sourceSelect } }, orderBy: { position: "asc" } },
} satisfies Prisma.IncidentSelect;

export type IncidentRow = Prisma.IncidentGetPayload<{ select: typeof incidentSelect }>;
type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof sourceSelect }>;

/** An article as a source line; publishedAt is an instant, or a day where no time is known. */
export function sourceView(article: ArticleRow): SourceView {
  return {
    articleId: article.id,
    title: article.title,
    publisher: article.publisher?.name ?? null,
    url: article.canonicalUrl,
    publishedAt:
      article.publishedAt?.toISOString() ?? article.publishedOn?.toISOString().slice(0, 10) ?? null,
  };
}

type LinkRow = IncidentRow["linksFrom"][number] | IncidentRow["linksTo"][number];

function linkView(row: LinkRow): LinkView & { status: string } {
  const other = "to" in row ? row.to : row.from;
  return {
    id: row.id,
    type: row.type as LinkView["type"],
    direction: "to" in row ? "outgoing" : "incoming",
    confidence: row.confidence as LinkView["confidence"],
    publicId: other.publicId,
    title: other.title,
    occurred: other.occurred,
    note: row.note,
    quote: row.exact,
    articleId: row.articleId,
    status: other.status,
  };
}

const range = (min: number | null, max: number | null) => (min === null ? null : { min, max });

type OwnRow = Prisma.IncidentGetPayload<{ select: typeof ownSelect }>;

const ownFields = (row: OwnRow) => ({
  version: row.version,
  status: row.status,
  title: row.title,
  summary: row.summary,
  eventType: row.eventTypeSlug,
  outcome: row.outcome,
  occurred: row.occurred,
  earliest: row.earliest.toISOString(),
  latest: row.latest.toISOString(),
  timeZone: row.timeZone,
  killed: range(row.killedMin, row.killedMax),
  injured: range(row.injuredMin, row.injuredMax),
  updatedAt: row.updatedAt.toISOString(),
  publishedAt: row.publishedAt?.toISOString() ?? null,
});

/** A record after its own columns and its claims were written; sources where they may be others. */
export const withOwnColumns = (
  before: IncidentRecord,
  row: OwnRow,
  { claims, sources = before.incident.sources }: { claims: readonly ClaimView[]; sources?: SourceView[] },
): IncidentRecord => ({
  incident: incidentViewSchema.parse({
    ...before.incident,
    ...ownFields(row),
    sources,
  }),
  claims: [...claims],
  unsourcedReason: row.unsourcedReason,
});

/**
 * A row as the API shows it. Links to incidents that are not public are left out unless asked for:
 * a draft must not show through a published neighbour.
 */
export function incidentView(row: IncidentRow, options: { includeUnpublishedLinks: boolean }): IncidentView {
  const links = [...row.linksFrom, ...row.linksTo]
    .map(linkView)
    .filter((link) => options.includeUnpublishedLinks || link.status === "published")
    .map(({ status: _status, ...link }) => link);
  return incidentViewSchema.parse({
    ...ownFields(row),
    publicId: row.publicId,
    place: row.place && {
      ...row.place,
      latitude: row.latitude ?? row.place.latitude,
      longitude: row.longitude ?? row.place.longitude,
      precision: row.placePrecision,
    },
    participations: row.participations,
    campaigns: row.campaigns.map(({ campaign }) => campaign),
    links,
    sources: sourcesOf(row.claims),
    url: baseUrl() + paths.incident(row.publicId),
    createdAt: row.createdAt.toISOString(),
  });
}

/** Each article that claims quote, once, in the order of the claims. */
const sourcesOf = (claims: readonly { article: ArticleRow }[]): SourceView[] => [
  ...new Map(claims.map(({ article }) => [article.id, sourceView(article)])).values(),
];

const claimSelect = {
  id: true,
  field: true,
  value: true,
  exact: true,
  prefix: true,
  suffix: true,
  start: true,
  end: true,
  assertedBy: true,
  credibility: true,
  standing: true,
  reason: true,
  article: { select: sourceSelect },
} satisfies Prisma.ClaimSelect;

export type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

function claimView(row: ClaimRow): ClaimView {
  return {
    id: row.id,
    field: row.field as ClaimView["field"],
    value: row.value,
    quote: { exact: row.exact, prefix: row.prefix, suffix: row.suffix, start: row.start, end: row.end },
    article: sourceView(row.article),
    reliability: row.article.publisher?.reliability ?? null,
    assertedBy: row.assertedBy,
    credibility: row.credibility,
    standing: row.standing as ClaimView["standing"],
    reason: row.reason,
  };
}

const recordOf = (row: RecordRow, options: { includeUnpublishedLinks: boolean }): IncidentRecord => ({
  incident: incidentView(row, options),
  claims: row.claims.map(claimView),
  unsourcedReason: row.unsourcedReason,
});

/** The whole record of an incident as it stands now; null when there is none with this id. */
export async function readRecord(
  reader: Reader,
  where: { id: string } | { publicId: string },
  options: { includeUnpublishedLinks: boolean },
): Promise<IncidentRecord | null> {
  const [row] = await readRecordRows(reader, "id" in where ? { ids: [where.id] } : where);
  return row ? recordOf(row, options) : null;
}

/** The claims of an incident and the sources that they quote, as its whole record has them. */
export async function readClaims(
  reader: Reader,
  incidentId: string,
): Promise<{ claims: ClaimView[]; sources: SourceView[] }> {
  const rows = await readClaimRows(reader, incidentId);
  return { claims: rows.map(claimView), sources: sourcesOf(rows) };
}

/** Whole records of many incidents by their ids; what does not exist is left out. */
export async function readRecords(
  reader: Reader,
  ids: readonly string[],
  options: { includeUnpublishedLinks: boolean },
): Promise<Map<string, IncidentRecord>> {
  const rows = await readRecordRows(reader, { ids });
  return new Map(rows.map((row) => [row.id, recordOf(row, options)]));
}
