import "server-only";
import { z } from "zod";
import { database, type Reader } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { openStatuses } from "./duplicate-rows";
import type { IncidentSummary } from "./summary";
import { summaryOf, summarySelect } from "./summary-row";

/** Two incidents that may be one, with how likely that is, 0 to 1, and why, in words. */
export type DuplicatePair = {
  a: IncidentSummary;
  b: IncidentSummary;
  score: number;
  reasons: string[];
};

/** Two incidents that somebody said are not the same. */
export type DistinctPairView = {
  a: IncidentSummary;
  b: IncidentSummary;
  saidBy: string | null;
  saidAt: string;
};

const open = { status: { in: [...openStatuses] } } satisfies Prisma.IncidentWhereInput;
const bothOpen = { a: open, b: open };
const reasonsSchema = z.array(z.string());

/** Possible duplicates, most likely first; limit 1 to 200. */
export async function listDuplicates(
  limit = 50,
  reader: Reader = database(),
): Promise<{ pairs: DuplicatePair[]; total: number }> {
  const [rows, total] = await Promise.all([
    reader.duplicateCandidate.findMany({
      where: bothOpen,
      select: {
        score: true,
        reasons: true,
        a: { select: summarySelect },
        b: { select: summarySelect },
      },
      orderBy: [{ score: "desc" }, { aId: "asc" }, { bId: "asc" }],
      take: Math.min(Math.max(Math.trunc(limit), 1), 200),
    }),
    countDuplicates(reader),
  ]);
  const pairs = rows.map(({ a, b, score, reasons }) => ({
    a: summaryOf(a),
    b: summaryOf(b),
    score,
    reasons: reasonsSchema.parse(reasons),
  }));
  return { pairs, total };
}

/** How many pairs listDuplicates has altogether. */
export const countDuplicates = (reader: Reader = database()): Promise<number> =>
  reader.duplicateCandidate.count({ where: bothOpen });

/** What is known of two incidents as a pair; null when it was never found alike. */
export async function getDuplicate(
  a: string,
  b: string,
  reader: Reader = database(),
): Promise<{ score: number; reasons: string[] } | null> {
  const row = await reader.duplicateCandidate.findFirst({
    where: {
      OR: [
        { a: { publicId: a }, b: { publicId: b } },
        { a: { publicId: b }, b: { publicId: a } },
      ],
    },
    select: { score: true, reasons: true },
  });
  return row && { score: row.score, reasons: reasonsSchema.parse(row.reasons) };
}

/** The pairs that were said not to be the same, last first; limit 1 to 200. */
export async function listDistinctPairs(
  limit = 50,
  reader: Reader = database(),
): Promise<DistinctPairView[]> {
  const rows = await reader.distinctPair.findMany({
    select: {
      createdAt: true,
      createdBy: { select: { name: true } },
      a: { select: summarySelect },
      b: { select: summarySelect },
    },
    orderBy: [{ createdAt: "desc" }, { aId: "asc" }, { bId: "asc" }],
    take: Math.min(Math.max(Math.trunc(limit), 1), 200),
  });
  return rows.map(({ a, b, createdBy, createdAt }) => ({
    a: summaryOf(a),
    b: summaryOf(b),
    saidBy: createdBy?.name ?? null,
    saidAt: createdAt.toISOString(),
  }));
}
