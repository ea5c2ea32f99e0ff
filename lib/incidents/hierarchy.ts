import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** Subquery: ids of the actors with these slugs and of everything below them. */
export const actorsWithin = (slugs: readonly string[]): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE within AS (
    SELECT id FROM actor WHERE slug IN (${Prisma.join([...slugs])})
    UNION SELECT child.id FROM actor child JOIN within ON child.parent_id = within.id
  ) SELECT id FROM within`;

/**
 * inner lies in outer by the columns of the gazetteer: most of its entries name their country and
 * province instead of having them as parents.
 */
const liesInArea = (inner: Prisma.Sql, outer: Prisma.Sql): Prisma.Sql => Prisma.sql`
  ${outer}.kind IN ('country', 'province') AND ${inner}.country = ${outer}.country
  AND (${outer}.kind = 'country' OR ${inner}.admin1 = ${outer}.name)`;

/** Subquery: ids of the places with these slugs and of all places inside them. */
export const placesWithin = (slugs: readonly string[]): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE within AS (
    SELECT id FROM place WHERE slug IN (${Prisma.join([...slugs])})
    UNION SELECT inner_place.id FROM place outer_place
      JOIN place inner_place ON ${liesInArea(Prisma.sql`inner_place`, Prisma.sql`outer_place`)}
      WHERE outer_place.slug IN (${Prisma.join([...slugs])})
    UNION SELECT child.id FROM place child JOIN within ON child.parent_id = within.id
  ) SELECT id FROM within`;

/** CTE body (id, within_id): every actor of the given ids with itself and each of its ancestors. */
export const actorAncestry = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT id, id AS within_id FROM actor WHERE id IN (${ids})
  UNION SELECT below.id, a.parent_id FROM actor_ancestry below JOIN actor a ON a.id = below.within_id
    WHERE a.parent_id IS NOT NULL`;

/** CTE body (id, within_id): every place of the given ids with itself and each of its parents. */
export const placeParents = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT id, id AS within_id FROM place WHERE id IN (${ids})
  UNION SELECT below.id, p.parent_id FROM place_parents below JOIN place p ON p.id = below.within_id
    WHERE p.parent_id IS NOT NULL`;

/** CTE body (id, within_id) over place_parents: also the provinces and countries; the same as placesWithin. */
export const placeAncestry = Prisma.sql`
  SELECT id, within_id FROM place_parents
  UNION SELECT below.id, outer_place.id FROM place_parents below
    JOIN place inner_place ON inner_place.id = below.within_id
    JOIN place outer_place ON ${liesInArea(Prisma.sql`inner_place`, Prisma.sql`outer_place`)}`;
