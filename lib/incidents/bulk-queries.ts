import "server-only";
import { hasRole, type Principal } from "@/lib/auth/principal";
import { database, type Reader } from "@/lib/db/client";
import { roleOfChange } from "./bulk-plan";
import { type BulkSummary, bulkChangeSchema } from "./bulk-schema";
import { bulkWords } from "./bulk-words";

type Row = {
  id: string;
  change: unknown;
  count: number;
  by: string | null;
  createdById: string | null;
  createdAt: Date;
  undoneAt: Date | null;
  undoneBy: string | null;
};

/** The latest bulk changes of one person, or of everybody for editors; newest first, limit 1 to 50. */
export async function listBulkChanges(
  principal: Pick<Principal, "id" | "role">,
  limit = 5,
  reader: Reader = database(),
): Promise<BulkSummary[]> {
  const isEditor = hasRole(principal, "editor");
  const rows = await reader.$queryRaw<Row[]>`
    SELECT b.id, b.change, jsonb_array_length(b.items) AS count, u.name AS by, b.created_by_id AS "createdById",
      b.created_at AS "createdAt", b.undone_at AS "undoneAt", n.name AS "undoneBy"
    FROM bulk_change b LEFT JOIN "user" u ON u.id = b.created_by_id LEFT JOIN "user" n ON n.id = b.undone_by_id
    WHERE ${isEditor}::boolean OR b.created_by_id = ${principal.id}
    ORDER BY b.id DESC LIMIT ${Math.min(Math.max(Math.trunc(limit), 1), 50)}::int`;
  const read = rows.flatMap((row) => {
    const change = bulkChangeSchema.safeParse(row.change);
    return change.success ? [{ ...row, change: change.data }] : [];
  });
  const changes = read.map(({ change }) => change);
  const [actors, campaigns] = await Promise.all([
    reader.actor.findMany({
      where: { slug: { in: changes.flatMap(actorSlugsOf) } },
      select: { slug: true, name: true },
    }),
    reader.campaign.findMany({
      where: { slug: { in: changes.flatMap((change) => ("campaign" in change ? [change.campaign] : [])) } },
      select: { slug: true, name: true },
    }),
  ]);
  return read.map(({ createdById, createdAt, undoneAt, by, change, ...row }) => ({
    ...row,
    change,
    words: bulkWords(
      change,
      (slug) => ("campaign" in change ? campaigns : actors).find((one) => one.slug === slug)?.name ?? slug,
    ),
    by: by ?? "Somebody",
    createdAt: createdAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
    mayUndo:
      undoneAt === null &&
      hasRole(principal, roleOfChange(change)) &&
      (isEditor || createdById === principal.id),
  }));
}

function actorSlugsOf(change: BulkSummary["change"]): string[] {
  if (change.kind === "replace-actor") return [change.from, change.to];
  return "actor" in change ? [change.actor] : [];
}
