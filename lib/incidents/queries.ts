import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { IncidentStatus } from "@/lib/taxonomy/terms";
import { decodeCursor, encodeCursor, type ListPosition } from "./cursor";
import type { IncidentFilter, IncidentSort } from "./filters";
import { byColumn, killed, type ListOrder, publishedAt } from "./list-order";
import { incidentSelect, incidentView } from "./record";
import type { IncidentView } from "./schema";
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

const orders: Record<IncidentSort, ListOrder> = {
  "-occurred": byColumn(Prisma.sql`i.earliest`, true, "instant"),
  occurred: byColumn(Prisma.sql`i.earliest`, false, "instant"),
  "-updated": byColumn(Prisma.sql`i.updated_at`, true, "instant"),
  "-published": byColumn(publishedAt, true, "instant"),
  "-killed": byColumn(killed, true, "count"),
};

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
  const order = orders[sort];
  const where = incidentWhere(filter, { statuses: options.statuses });
  const after = options.cursor
    ? Prisma.sql`AND ${order.after(decodeCursor(sort, options.cursor))}`
    : Prisma.empty;
  const keys = await reader.$queryRaw<(ListPosition & { id: string })[]>`
    SELECT i.id, i.public_id AS "publicId", ${order.key} AS key
    FROM incident i WHERE ${where} ${after} ORDER BY ${order.order} LIMIT ${limit + 1}::int`;
  const page = keys.slice(0, limit);
  const last = page.at(-1);
  return {
    data: await (options.views ?? viewsOf(options.statuses !== undefined))(
      reader,
      page.map(({ id }) => id),
    ),
    total: await countIncidents(filter, { statuses: options.statuses }, reader),
    nextCursor: last && keys.length > limit ? encodeCursor(sort, last) : null,
  };
}

/** How many incidents match. */
export async function countIncidents(
  filter: IncidentFilter,
  options: Pick<ListOptions, "statuses"> = {},
  reader: Reader = database(),
): Promise<number> {
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
