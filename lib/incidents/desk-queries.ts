import "server-only";
import { database, type Reader } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { RevisionSummary } from "./schema";
import type { IncidentSummary } from "./summary";
import { summaryOf, summarySelect } from "./summary-row";

/** An incident as a line of the desk. */
export type DeskIncident = IncidentSummary & {
  version: number;
  updatedAt: string;
  createdBy: string | null;
  /** Articles that its claims come from. */
  sources: number;
};

const deskSelect = {
  ...summarySelect,
  version: true,
  updatedAt: true,
  createdBy: { select: { name: true } },
  claims: { select: { articleId: true }, distinct: ["articleId"] },
} satisfies Prisma.IncidentSelect;

async function listDesk(
  where: Prisma.IncidentWhereInput,
  order: "asc" | "desc",
  reader: Reader,
  limit = 500,
): Promise<DeskIncident[]> {
  const rows = await reader.incident.findMany({
    where,
    select: deskSelect,
    orderBy: [{ updatedAt: order }, { publicId: "asc" }],
    take: limit,
  });
  return rows.map((row) => ({
    ...summaryOf(row),
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
    createdBy: row.createdBy?.name ?? null,
    sources: row.claims.length,
  }));
}

/** Drafts of one person, or of everybody for null; changed last first, at most 500. */
export async function listDrafts(
  userId: string | null,
  reader: Reader = database(),
): Promise<DeskIncident[]> {
  return listDesk({ status: "draft", ...(userId === null ? {} : { createdById: userId }) }, "desc", reader);
}

/** What waits for review, longest waiting first, at most 500. */
export async function listReviewQueue(reader: Reader = database()): Promise<DeskIncident[]> {
  return listDesk({ status: "in_review" }, "asc", reader);
}

/** The first lines of a part of the desk, and how many there are in all. */
export type DeskPart<Line> = { lines: Line[]; total: number };

async function partOf(
  where: Prisma.IncidentWhereInput,
  order: "asc" | "desc",
  limit: number,
  reader: Reader,
): Promise<DeskPart<DeskIncident>> {
  const [lines, total] = await Promise.all([
    listDesk(where, order, reader, limit),
    reader.incident.count({ where }),
  ]);
  return { lines, total };
}

/** The drafts of a person that were changed last. */
export const getDraftsPart = (
  userId: string,
  limit: number,
  reader: Reader = database(),
): Promise<DeskPart<DeskIncident>> => partOf({ status: "draft", createdById: userId }, "desc", limit, reader);

/** What waits for review longest. */
export const getQueuePart = (limit: number, reader: Reader = database()): Promise<DeskPart<DeskIncident>> =>
  partOf({ status: "in_review" }, "asc", limit, reader);

export type RecentChange = RevisionSummary & { publicId: string; title: string };

/** The last versions of any incident, newest first, with the titles that they have now; limit 1 to 200. */
export async function listRecentChanges(limit = 50, reader: Reader = database()): Promise<RecentChange[]> {
  const rows = await reader.revision.findMany({
    select: {
      version: true,
      action: true,
      status: true,
      changes: true,
      reason: true,
      userName: true,
      createdAt: true,
      incident: { select: { publicId: true, title: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: Math.min(Math.max(Math.trunc(limit), 1), 200),
  });
  return rows.map(({ incident, changes, createdAt, ...row }) => ({
    ...row,
    ...incident,
    changes: Array.isArray(changes) ? changes.map(String) : [],
    createdAt: createdAt.toISOString(),
  }));
}
