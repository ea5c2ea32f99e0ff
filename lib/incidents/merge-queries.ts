import "server-only";
import { database, type Reader } from "@/lib/db/client";

/** A merge that holds, as the incident that stayed shows it. */
export type LiveMerge = {
  publicId: string;
  title: string;
  mergedBy: string | null;
  mergedAt: string;
};

/** The incidents that were merged into this one and still are, last first. */
export async function listMergesInto(publicId: string, reader: Reader = database()): Promise<LiveMerge[]> {
  const rows = await reader.incidentMerge.findMany({
    where: { winner: { publicId }, undoneAt: null },
    select: {
      createdAt: true,
      loser: { select: { publicId: true, title: true } },
      createdBy: { select: { name: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return rows.map(({ loser, createdAt, createdBy }) => ({
    ...loser,
    mergedBy: createdBy?.name ?? null,
    mergedAt: createdAt.toISOString(),
  }));
}
