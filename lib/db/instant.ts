import "server-only";
import { Prisma } from "./generated/client";

/**
 * An instant as SQL. Not a date parameter: the driver writes those without a zone and cannot write
 * years before 1 or after 9999. The cast to milliseconds undoes the rounding of the float.
 */
export const sqlInstant = (instant: Date): Prisma.Sql =>
  Prisma.sql`to_timestamp(${instant.getTime() / 1000}::float8)::timestamptz(3)`;

/** Milliseconds since 1970 of a timestamptz expression, as a number the driver reads exactly. */
export const sqlMillis = (expression: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`round(extract(epoch FROM ${expression}) * 1000)::float8`;
