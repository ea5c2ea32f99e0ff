import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { sqlInstant, sqlMillis } from "@/lib/db/instant";
import type { ListPosition } from "./cursor";
import { relevanceStep } from "./relevance";
import { relevance } from "./text-search";

/** An order of incidents, with what a cursor needs of it. */
export type ListOrder<Key = number> = {
  /** SQL of the key as the cursor keeps it. */
  key: Prisma.Sql;
  order: Prisma.Sql;
  /** Everything behind a position, in the terms that the indexes know. */
  after: (position: { key: Key; publicId: string }) => Prisma.Sql;
};

/** The order by a column and then by id; value is the SQL of a key of the cursor. */
export function orderOf<Key>(
  column: Prisma.Sql,
  isDescending: boolean,
  key: Prisma.Sql,
  value: (key: Key) => Prisma.Sql,
): ListOrder<Key> {
  return isDescending
    ? {
        key,
        order: Prisma.sql`${column} DESC, i.public_id ASC`,
        after: (position) => Prisma.sql`${column} <= ${value(position.key)}
          AND (${column} < ${value(position.key)} OR i.public_id > ${position.publicId})`,
      }
    : {
        key,
        order: Prisma.sql`${column} ASC, i.public_id DESC`,
        after: (position) => Prisma.sql`${column} >= ${value(position.key)}
          AND (${column} > ${value(position.key)} OR i.public_id < ${position.publicId})`,
      };
}

/** The order by an instant or a count. */
export function byColumn(
  column: Prisma.Sql,
  isDescending: boolean,
  kind: "instant" | "count",
): ListOrder<ListPosition["key"]> {
  return kind === "instant"
    ? orderOf(column, isDescending, sqlMillis(column), (key) => sqlInstant(new Date(key)))
    : orderOf(column, isDescending, Prisma.sql`(${column})::float8`, (key) => Prisma.sql`${key}::int`);
}

/** What has no value comes last: never published as 1970, no count as -1. */
export const publishedAt = Prisma.sql`coalesce(i.published_at, to_timestamp(0))`;
export const killed = Prisma.sql`coalesce(i.killed_min, -1)`;

/** The order by how well the words fit, of equal ones the newest first. */
export function byRelevance(q: string): ListOrder {
  const key = Prisma.sql`(${relevance(q, Prisma.sql`i`)} * ${relevanceStep}::float8 + ${sqlMillis(Prisma.sql`i.earliest`)})`;
  return orderOf(key, true, key, (value) => Prisma.sql`${value}::float8`);
}
