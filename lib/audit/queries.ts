import "server-only";
import { z } from "zod";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { AuditFilter, AuditLine } from "./schema";

const DAY_MS = 86_400_000;

const detailsSchema = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .catch({});

function conditionOf({ who, action, from, to, before }: AuditFilter): Prisma.AuditEventWhereInput {
  const isAbout = { contains: who, mode: "insensitive" } as const;
  return {
    ...(who ? { OR: [{ userName: isAbout }, { target: isAbout }] } : {}),
    ...(action ? { action } : {}),
    createdAt: {
      ...(from ? { gte: new Date(from) } : {}),
      ...(to ? { lt: new Date(Date.parse(to) + DAY_MS) } : {}),
    },
    // Identifiers are UUIDs of version 7: their order is that of time.
    ...(before ? { id: { lt: before } } : {}),
  };
}

/**
 * A page of the audit log, newest first. Administrators.
 * @returns at most so many lines, and whether there are older ones
 */
export async function listAuditEvents(
  principal: Principal | null,
  filter: AuditFilter,
  limit: number,
): Promise<{ lines: AuditLine[]; hasMore: boolean }> {
  requireRole(principal, "admin");
  const rows = await database().auditEvent.findMany({
    where: conditionOf(filter),
    orderBy: { id: "desc" },
    take: limit + 1,
    select: {
      id: true,
      action: true,
      userName: true,
      target: true,
      details: true,
      ipAddress: true,
      createdAt: true,
    },
  });
  const lines = rows.slice(0, limit).map(({ details, createdAt, ...row }) => ({
    ...row,
    details: detailsSchema.parse(details),
    createdAt: createdAt.toISOString(),
  }));
  return { lines, hasMore: rows.length > limit };
}
