import "server-only";
import { z } from "zod";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { type IncidentStatus, incidentStatuses } from "@/lib/taxonomy/terms";
import type { IncidentFilter } from "./filters";
import { byColumn, killed, type ListOrder, orderOf, publishedAt } from "./list-order";
import { summaryOf, summarySelect } from "./summary-row";
import type { TableRow } from "./table-row";
import { isDescending, sortKeyOf, type TableSort, type TableSortKey } from "./table-state";
import { incidentWhere } from "./where";

type Key = number | string;
type Position = { key: Key; publicId: string };

/** Rows that one request may ask for, and how far it may leap from the row that it names. */
export const maxTableRows = 200;
const maxLeap = 1_000_000;

const asNumber = (key: Key): number => (typeof key === "number" ? key : Number.NaN);

function byNumber(column: Prisma.Sql, descending: boolean, kind: "instant" | "count"): ListOrder<Key> {
  const { after, ...order } = byColumn(column, descending, kind);
  return { ...order, after: ({ key, publicId }) => after({ key: asNumber(key), publicId }) };
}

const columns: Record<TableSortKey, (descending: boolean) => ListOrder<Key>> = {
  updated: (descending) => byNumber(Prisma.sql`i.updated_at`, descending, "instant"),
  occurred: (descending) => byNumber(Prisma.sql`i.earliest`, descending, "instant"),
  published: (descending) => byNumber(publishedAt, descending, "instant"),
  killed: (descending) => byNumber(killed, descending, "count"),
  title: (descending) =>
    orderOf(Prisma.sql`i.title`, descending, Prisma.sql`i.title`, (key) => Prisma.sql`${String(key)}`),
};

const instants = z.number().min(-62_135_596_800_000).max(253_402_300_799_999);
const cursorSchema = z.tuple([
  z.string(),
  z.union([instants, z.string().max(300)]),
  z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/),
]);

const encodeCursor = (sort: TableSort, { key, publicId }: Position): string =>
  Buffer.from(JSON.stringify([sort, key, publicId])).toString("base64url");

function decodeCursor(sort: TableSort, cursor: string): Position {
  const [own, key, publicId] = cursorSchema.safeParse(readJson(cursor)).data ?? [];
  const isText = sortKeyOf(sort) === "title";
  if (own !== sort || key === undefined || publicId === undefined || (typeof key === "string") !== isText) {
    const message = "This cursor does not belong to this list. Begin at the first page.";
    throw new AppError("invalid-input", { message, errors: [{ path: "cursor", message }] });
  }
  return { key, publicId };
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return null;
  }
}

/** The predicate of the table: without a wanted status every incident counts, whatever its status. */
function tableWhere(filter: IncidentFilter): Prisma.Sql {
  const status = filter.status.length > 0 ? filter.status : [...incidentStatuses];
  return incidentWhere({ ...filter, status }, { statuses: incidentStatuses });
}

/**
 * Rows of the table from a place on: skip rows after the one that cursor names, or from the first one.
 * next is the cursor of the last row; null when no row follows. Throws invalid-input at "cursor".
 */
export async function listTableRows(
  filter: IncidentFilter,
  options: { sort: TableSort; limit?: number; cursor?: string | null; skip?: number },
  reader: Reader = database(),
): Promise<{ rows: TableRow[]; next: string | null }> {
  const { sort } = options;
  const order = columns[sortKeyOf(sort)](isDescending(sort));
  const limit = Math.min(Math.max(Math.trunc(options.limit ?? 100), 1), maxTableRows);
  const skip = Math.min(Math.max(Math.trunc(options.skip ?? 0), 0), maxLeap);
  const after = options.cursor
    ? Prisma.sql`AND ${order.after(decodeCursor(sort, options.cursor))}`
    : Prisma.empty;
  const keys = await reader.$queryRaw<(Position & { id: string })[]>`
    SELECT i.id, i.public_id AS "publicId", ${order.key} AS key
    FROM incident i WHERE ${tableWhere(filter)} ${after}
    ORDER BY ${order.order} LIMIT ${limit + 1}::int OFFSET ${skip}::int`;
  const page = keys.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: await rowsOf(
      page.map(({ id }) => id),
      reader,
    ),
    next: last && keys.length > limit ? encodeCursor(sort, last) : null,
  };
}

const rowSelect = {
  ...summarySelect,
  id: true,
  version: true,
  injuredMin: true,
  injuredMax: true,
  updatedAt: true,
  publishedAt: true,
  createdBy: { select: { name: true } },
  participations: { select: { actor: { select: { name: true } } }, orderBy: { position: "asc" } },
  campaigns: { select: { campaign: { select: { name: true } } } },
  claims: { select: { articleId: true }, distinct: ["articleId"] },
} satisfies Prisma.IncidentSelect;

async function rowsOf(ids: string[], reader: Reader): Promise<TableRow[]> {
  const found = await reader.incident.findMany({ where: { id: { in: ids } }, select: rowSelect });
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return {
      ...summaryOf(row),
      version: row.version,
      injuredMin: row.injuredMin,
      injuredMax: row.injuredMax,
      updatedAt: row.updatedAt.toISOString(),
      publishedAt: row.publishedAt?.toISOString() ?? null,
      author: row.createdBy?.name ?? null,
      actors: [...new Set(row.participations.map(({ actor }) => actor.name))],
      campaigns: row.campaigns.map(({ campaign }) => campaign.name),
      sources: row.claims.length,
    };
  });
}

export type StatusCounts = Record<IncidentStatus, number>;

/** How many incidents of each status the rest of the filter leaves. */
export async function countByStatus(
  filter: IncidentFilter,
  reader: Reader = database(),
): Promise<StatusCounts> {
  const rows = await reader.$queryRaw<{ status: IncidentStatus; count: number }[]>`
    SELECT i.status, count(*)::int AS count FROM incident i
    WHERE ${tableWhere({ ...filter, status: [] })} GROUP BY i.status`;
  const counts: StatusCounts = { draft: 0, in_review: 0, published: 0, retracted: 0, merged: 0 };
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}

/** Public ids of the incidents that match, at most limit, and how many match in all. */
export async function listMatchingIds(
  filter: IncidentFilter,
  limit: number,
  reader: Reader = database(),
): Promise<{ publicIds: string[]; total: number }> {
  const where = tableWhere(filter);
  const rows = await reader.$queryRaw<{ publicId: string }[]>`
    SELECT i.public_id AS "publicId" FROM incident i WHERE ${where} ORDER BY i.public_id LIMIT ${limit}::int`;
  if (rows.length < limit) {
    return { publicIds: rows.map(({ publicId }) => publicId), total: rows.length };
  }
  const [counted] = await reader.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM incident i WHERE ${where}`;
  return { publicIds: rows.map(({ publicId }) => publicId), total: counted?.count ?? rows.length };
}
