import "server-only";
import { database, type Reader } from "@/lib/db/client";
import type { Company } from "./schema";

/** After so many milliseconds without a heartbeat somebody is gone. */
export const goneAfterMs = 30_000;

/** Who besides this person has these incidents open, and which version of them is stored. */
export async function listCompany(
  publicIds: readonly string[],
  userId: string,
  reader: Reader = database(),
): Promise<Company[]> {
  if (publicIds.length === 0) return [];
  const rows = await reader.incident.findMany({
    where: { publicId: { in: [...publicIds] } },
    select: {
      publicId: true,
      version: true,
      revisions: { select: { userName: true }, orderBy: { version: "desc" }, take: 1 },
      presences: {
        where: { userId: { not: userId }, seenAt: { gte: new Date(Date.now() - goneAfterMs) } },
        select: { isEditing: true, user: { select: { name: true } } },
        orderBy: [{ isEditing: "desc" }, { user: { name: "asc" } }],
        take: 20,
      },
    },
  });
  return rows.map(({ publicId, version, revisions, presences }) => ({
    publicId,
    version,
    savedBy: revisions[0]?.userName ?? "",
    people: presences.map(({ isEditing, user }) => ({ name: user.name, isEditing })),
  }));
}
