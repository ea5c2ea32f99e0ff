import "server-only";
import { database, type Reader } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ProposedChange } from "./proposed-change-schema";
import { type IncidentPatch, incidentPatchSchema } from "./schema";

const changeSelect = {
  id: true,
  baseVersion: true,
  status: true,
  patch: true,
  reason: true,
  createdById: true,
  createdAt: true,
  updatedAt: true,
  decidedAt: true,
  decision: true,
  createdBy: { select: { name: true } },
  decidedBy: { select: { name: true } },
  incident: { select: { publicId: true, title: true } },
} satisfies Prisma.ProposedChangeSelect;

type ChangeRow = Prisma.ProposedChangeGetPayload<{ select: typeof changeSelect }>;

function proposedChange(row: ChangeRow): ProposedChange {
  return {
    id: row.id,
    ...row.incident,
    baseVersion: row.baseVersion,
    // The column's check knows the same statuses.
    status: row.status as ProposedChange["status"],
    patch: patchOf(row.patch),
    reason: row.reason,
    proposedBy: row.createdBy?.name ?? "Somebody who left",
    proposedById: row.createdById,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    decidedBy: row.decidedBy?.name ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decision: row.decision,
  };
}

/** The patch of a stored change; throws when it is none, which its command excludes. */
export const patchOf = (stored: unknown): Omit<IncidentPatch, "reason"> => incidentPatchSchema.parse(stored);

/** One proposed change in any status; null when there is none. */
export async function getProposedChange(
  id: string,
  reader: Reader = database(),
): Promise<ProposedChange | null> {
  const row = await reader.proposedChange.findUnique({ where: { id }, select: changeSelect });
  return row && proposedChange(row);
}

/** The change of an incident that waits for review; null when none does. */
export async function getOpenChange(
  publicId: string,
  reader: Reader = database(),
): Promise<ProposedChange | null> {
  const row = await reader.proposedChange.findFirst({
    where: { incident: { publicId }, status: "open" },
    select: changeSelect,
  });
  return row && proposedChange(row);
}

/** The last change of an incident that a person proposed and that is decided; null when there is none. */
export async function getLastDecided(
  publicId: string,
  userId: string,
  reader: Reader = database(),
): Promise<ProposedChange | null> {
  const row = await reader.proposedChange.findFirst({
    where: { incident: { publicId }, createdById: userId, status: { not: "open" } },
    select: changeSelect,
    orderBy: { decidedAt: "desc" },
  });
  return row && proposedChange(row);
}

/** What waits for review, longest waiting first, at most 500; changes of what is not public wait as well. */
export async function listOpenChanges(reader: Reader = database()): Promise<ProposedChange[]> {
  const rows = await reader.proposedChange.findMany({
    where: { status: "open", incident: { status: "published" } },
    select: changeSelect,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 500,
  });
  return rows.map(proposedChange);
}

/** What a person proposed, latest first, at most 50. */
export async function listOwnChanges(userId: string, reader: Reader = database()): Promise<ProposedChange[]> {
  const rows = await reader.proposedChange.findMany({
    where: { createdById: userId },
    select: changeSelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
  });
  return rows.map(proposedChange);
}
