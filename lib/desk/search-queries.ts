import "server-only";
import { searchActors } from "@/lib/actors/queries";
import { searchCampaigns } from "@/lib/campaigns/queries";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { foldTyped } from "@/lib/db/name-match";
import { readIncidentAddress } from "@/lib/incidents/address";
import { listIncidentSummaries } from "@/lib/incidents/queries";
import type { IncidentSummary } from "@/lib/incidents/summary";
import { searchPlaces } from "@/lib/places/queries";
import type { DeskFinds } from "./schema";

/** Finds of one kind; and how many of those that match are compared to find the best. */
const shown = 5;
const compared = 300;

/**
 * What somebody at the desk may mean by the words typed so far: incidents of any status, articles, actors,
 * places and campaigns, also misspelt. Without words, what the person worked on last.
 */
export async function searchDesk(
  userId: string,
  text: string,
  reader: Reader = database(),
): Promise<DeskFinds> {
  const typed = foldTyped(text.trim());
  if (typed === "") {
    const [incidents, articles] = await Promise.all([
      listWorkedOn(userId, reader),
      findArticles(latestArticles, Prisma.sql`a.created_at DESC`, reader),
    ]);
    return { incidents, articles, actors: [], places: [], campaigns: [] };
  }
  const [incidents, articles, actors, places, campaigns] = await Promise.all([
    searchIncidents(text, typed, reader),
    searchArticles(text, reader),
    searchActors(text, shown, reader),
    searchPlaces(text, shown, reader),
    searchCampaigns(text, shown, reader),
  ]);
  return {
    incidents,
    articles,
    actors: actors.map(({ slug, name, kind, matched }) => ({ slug, name, kind, matched })),
    places: places.map(({ slug, name, kind, country, matched }) => ({ slug, name, kind, country, matched })),
    campaigns,
  };
}

const summaries = (ids: { publicId: string }[], reader: Reader): Promise<IncidentSummary[]> =>
  listIncidentSummaries(
    ids.map(({ publicId }) => publicId),
    { includeUnpublished: true },
    reader,
  );

async function listWorkedOn(userId: string, reader: Reader): Promise<IncidentSummary[]> {
  const rows = await reader.$queryRaw<{ publicId: string }[]>`
    SELECT i.public_id AS "publicId" FROM (
      SELECT incident_id, max(created_at) AS at FROM (
        SELECT incident_id, created_at FROM revision WHERE user_id = ${userId}
        ORDER BY created_at DESC LIMIT 200) mine
      GROUP BY incident_id ORDER BY at DESC LIMIT ${shown}::int
    ) latest JOIN incident i ON i.id = latest.incident_id ORDER BY latest.at DESC`;
  return summaries(rows, reader);
}

/** A query for words of which the last may be unfinished; null when nothing can be searched for. */
function prefixQuery(typed: string): string | null {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 ? words.map((word) => `${word}:*`).join(" & ") : null;
}

async function searchIncidents(text: string, typed: string, reader: Reader): Promise<IncidentSummary[]> {
  const address = readIncidentAddress(text.trim().toUpperCase());
  if (address) {
    const named = await summaries([address], reader);
    if (named.length > 0) return named;
  }
  const query = prefixQuery(typed);
  if (query === null) return [];
  const exact = await reader.$queryRaw<{ publicId: string }[]>`
    SELECT publicId AS "publicId" FROM (
      SELECT i.public_id AS publicId, i.title, i.updated_at FROM incident i
      WHERE i.search @@ to_tsquery('sightline', ${query}) LIMIT ${compared}::int
    ) found ORDER BY word_similarity(${typed}, title) DESC, updated_at DESC LIMIT ${shown}::int`;
  if (exact.length > 0 || typed.length < 3) return summaries(exact, reader);
  const alike = await reader.$queryRaw<{ publicId: string }[]>`
    SELECT publicId AS "publicId" FROM (
      SELECT i.public_id AS publicId, i.title, i.updated_at FROM incident i
      WHERE ${typed} <% i.title LIMIT ${compared}::int
    ) found ORDER BY word_similarity(${typed}, title) DESC, updated_at DESC LIMIT ${shown}::int`;
  return summaries(alike, reader);
}

const articleColumns = Prisma.sql`x.id, x.title, x.publisher_id, x.published_on, x.created_at`;
const latestArticles = Prisma.sql`SELECT ${articleColumns} FROM article x ORDER BY x.created_at DESC LIMIT ${shown}::int`;

async function findArticles(
  which: Prisma.Sql,
  order: Prisma.Sql,
  reader: Reader,
): Promise<DeskFinds["articles"]> {
  return reader.$queryRaw<DeskFinds["articles"]>`
    SELECT a.id::text, a.title, pu.name AS publisher, to_char(a.published_on, 'YYYY-MM-DD') AS "publishedOn"
    FROM (${which}) a LEFT JOIN publisher pu ON pu.id = a.publisher_id
    ORDER BY ${order} LIMIT ${shown}::int`;
}

/** The words as they were typed: titles of articles are not folded, and may be in any script. */
async function searchArticles(text: string, reader: Reader): Promise<DeskFinds["articles"]> {
  const typed = text
    .trim()
    .slice(0, 100)
    .replace(/[%_\\\p{Cc}]/gu, " ");
  if (typed.trim() === "") return [];
  const matching = Prisma.sql`SELECT ${articleColumns} FROM article x
    WHERE x.title ILIKE ${`%${typed}%`} OR ${typed} <% x.title LIMIT ${compared}::int`;
  const order = Prisma.sql`word_similarity(${typed}, a.title) DESC, a.created_at DESC`;
  return findArticles(matching, order, reader);
}
