import "server-only";
import { openEarliest, openLatest } from "@/lib/dates/edtf";
import type { Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { sqlInstant, sqlMillis } from "@/lib/db/instant";
import { densitySteps, type Span } from "./scale";

/**
 * Bounds of everything that matches and how it spreads over them, in equal steps, each incident counted
 * at its earliest instant. An open end of a date counts as its other end: it must not stretch the range.
 */
export async function readDensity(
  where: Prisma.Sql,
  reader: Reader,
): Promise<{ range: Span | null; density: number[] }> {
  const rows = await reader.$queryRaw<{ step: number; count: number; start: number; end: number }[]>`
    WITH spread AS MATERIALIZED (
      SELECT ${sqlMillis(firstInstant)} AS first, ${sqlMillis(lastInstant)} AS last FROM incident i WHERE ${where}
    ), bounds AS (SELECT min(first) AS first, max(last) AS last FROM spread)
    SELECT least(floor(coalesce((spread.first - bounds.first) / nullif(bounds.last - bounds.first, 0), 0)
        * ${densitySteps}::int), ${densitySteps - 1}::int)::int AS step,
      count(*)::int AS count, bounds.first AS start, bounds.last AS "end"
    FROM spread CROSS JOIN bounds GROUP BY 1, bounds.first, bounds.last`;
  const [any] = rows;
  const density = new Array<number>(densitySteps).fill(0);
  for (const row of rows) {
    density[row.step] = row.count;
  }
  return { range: any ? { start: any.start, end: any.end } : null, density };
}

const firstInstant = Prisma.sql`CASE WHEN i.earliest <= ${sqlInstant(openEarliest)} THEN i.latest ELSE i.earliest END`;
const lastInstant = Prisma.sql`CASE WHEN i.latest >= ${sqlInstant(openLatest)} THEN i.earliest ELSE i.latest END`;
