import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** Subquery: ids of the actors with these slugs and of everything below them. */
export const actorsWithin = (slugs: readonly string[]): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE within AS (
    SELECT id FROM actor WHERE slug IN (${Prisma.join([...slugs])})
    UNION SELECT child.id FROM actor child JOIN within ON child.parent_id = within.id
  ) SELECT id FROM within`;

/** CTE body of actor_ancestry (id, within_id): each actor of the given ids with itself and all its ancestors. */
export const actorAncestry = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT id, id AS within_id FROM actor WHERE id IN (${ids})
  UNION SELECT below.id, a.parent_id FROM actor_ancestry below JOIN actor a ON a.id = below.within_id
    WHERE a.parent_id IS NOT NULL`;
