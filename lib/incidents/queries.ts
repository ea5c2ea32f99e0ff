import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { IncidentStatus } from "@/lib/taxonomy/terms";
import { listPage } from "@/lib/timeline/memory/list-page";
import { fromMemory } from "@/lib/timeline/memory/reading";
import { countView } from "@/lib/timeline/memory/view";
import { decodeCursor, encodeCursor, type ListPosition } from "./cursor";
import type { IncidentFilter } from "./filters";
import { byColumn, byRelevance, killed, type ListOrder, publishedAt } from "./list-order";
import { incidentSelect, incidentView } from "./record";
import type { IncidentView } from "./schema";
import type { IncidentSort } from "./sorts";
import type { IncidentSummary } from "./summary";
import { summaryOf, summarySelect } from "./summary-row";
import { incidentWhere } from "./where";

export const maxListLimit = 200;

export type ListOptions = {
  sort?: IncidentSort;
  /** 1 to maxListLimit. */
  limit?: number;
  cursor?: string | null;
  /** What the reader may ask for by the status filter; see incidentWhere. */
  statuses?: readonly IncidentStatus[];
  /** What reads the incidents of a page by their ids; viewsAsOf for a reader of atTime. */
  views?: (reader: Reader, ids: string[]) => Promise<IncidentView[]>;
};

const orders: Record<Exclude<IncidentSort, "relevance">, ListOrder> = {
  "-occurred": byColumn(Prisma.sql`i.earliest`, true, "instant"),
  occurred: byColumn(Prisma.sql`i.earliest`, false, "instant"),
  "-updated": byColumn(Prisma.sql`i.updated_at`, true, "instant"),
  "-published": byColumn(publishedAt, true, "instant"),
  "-killed": byColumn(killed, true, "count"),
};

/** Without words everything fits as well as everything else, and the newest comes first. */
const orderBy = (sort: IncidentSort, q: string): ListOrder =>
  sort !== "relevance" ? orders[sort] : q === "" ? orders["-occurred"] : byRelevance(q);

/**
 * One page of the incidents that match. total counts all of them; nextCursor is null on the last page.
 * Throws invalid-input at "cursor" for a cursor of another list.
 */
export async function listIncidents(
  filter: IncidentFilter,
  options: ListOptions = {},
  reader: Reader = database(),
): Promise<{ data: IncidentView[]; total: number; nextCursor: string | null }> {
  const sort = options.sort ?? "-occurred";
  const limit = Math.min(Math.max(Math.trunc(options.limit ?? 50), 1), maxListLimit);
  const after = options.cursor ? decodeCursor(sort, options.cursor) : null;
  const { keys, total } =
    (await keysFromMemory(filter, options, { sort, after, limit: limit + 1 }, reader)) ??
    (await readKeys(filter, options, { sort, after, limit: limit + 1 }, reader));
  const page = keys.slice(0, limit);
  const last = page.at(-1);
  return {
    data: await (options.views ?? viewsOf(options.statuses !== undefined))(
      reader,
      page.map(({ id }) => id),
    ),
    total,
    nextCursor: last && keys.length > limit ? encodeCursor(sort, last) : null,
  };
}

type Wanted = { sort: IncidentSort; after: ListPosition | null; limit: number };
type Keys = { keys: (ListPosition & { id: string })[]; total: number };

async function readKeys(
  filter: IncidentFilter,
  { statuses }: ListOptions,
  { sort, after, limit }: Wanted,
  reader: Reader,
): Promise<Keys> {
  const order = orderBy(sort, filter.q);
  const behind = after ? Prisma.sql`AND ${order.after(after)}` : Prisma.empty;
  const keys = await reader.$queryRaw<Keys["keys"]>`
    SELECT i.id, i.public_id AS "publicId", ${order.key} AS key
    FROM incident i WHERE ${incidentWhere(filter, { statuses })} ${behind}
    ORDER BY ${order.order} LIMIT ${limit}::int`;
  return { keys, total: await countIncidents(filter, { statuses }, reader) };
}

async function keysFromMemory(
  filter: IncidentFilter,
  { statuses }: ListOptions,
  { sort, after, limit }: Wanted,
  reader: Reader,
): Promise<Keys | null> {
  const page = await fromMemory(
    filter,
    statuses,
    reader,
    ({ store, view }) => listPage(store, view(filter), sort, after, limit),
    { isRanked: sort === "relevance" },
  );
  if (!page) {
    return null;
  }
  const rowNos = page.rows.map(({ rowNo }) => rowNo);
  const ids = await reader.$queryRaw<{ id: string; rowNo: number }[]>`
    SELECT id, row_no AS "rowNo" FROM incident WHERE row_no = ANY (${rowNos}::int[])`;
  const idOf = new Map(ids.map(({ rowNo, id }) => [rowNo, id]));
  const keys = page.rows.flatMap(({ rowNo, publicId, key }) => {
    const id = idOf.get(rowNo);
    return id ? [{ id, publicId, key }] : [];
  });
  return { keys, total: page.total };
}

/** How many incidents match. */
export async function countIncidents(
  filter: IncidentFilter,
  options: Pick<ListOptions, "statuses"> = {},
  reader: Reader = database(),
): Promise<number> {
  const counted = await fromMemory(filter, options.statuses, reader, ({ store, view }) =>
    countView(store, view(filter)),
  );
  if (counted !== null) {
    return counted;
  }
  const [row] = await reader.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM incident i WHERE ${incidentWhere(filter, options)}`;
  return row?.count ?? 0;
}

const viewsOf =
  (includeUnpublishedLinks: boolean) =>
  async (reader: Reader, ids: string[]): Promise<IncidentView[]> => {
    const rows = await reader.incident.findMany({ where: { id: { in: ids } }, select: incidentSelect });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [incidentView(row, { includeUnpublishedLinks })] : [];
    });
  };

/** Published incidents by their ids, in the order given; unknown and unpublished ones are left out. */
export async function listIncidentSummaries(
  publicIds: readonly string[],
  options: { includeUnpublished?: boolean } = {},
  reader: Reader = database(),
): Promise<IncidentSummary[]> {
  const rows = await reader.incident.findMany({
    where: {
      publicId: { in: [...publicIds] },
      ...(options.includeUnpublished ? {} : { status: "published" }),
    },
    select: summarySelect,
  });
  const byId = new Map(rows.map((row) => [row.publicId, summaryOf(row)]));
  return publicIds.flatMap((publicId) => byId.get(publicId) ?? []);
}
