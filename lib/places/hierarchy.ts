import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/**
 * inner lies in outer by the columns of the gazetteer: most of its entries name their country and
 * province instead of having them as parents.
 */
const liesInArea = (inner: Prisma.Sql, outer: Prisma.Sql): Prisma.Sql => Prisma.sql`
  ${outer}.kind IN ('country', 'province') AND ${inner}.country = ${outer}.country
  AND (${outer}.kind = 'country' OR ${inner}.admin1 IN (${outer}.admin1, ${outer}.name))`;

const outerPlace = Prisma.sql`outer_place`;
const innerPlace = Prisma.sql`inner_place`;

/**
 * Subquery: ids of the places with these slugs and of all places inside them. That parents are not null
 * goes without saying, but leads the planner to the few hundred entries that have one.
 */
export const placesWithin = (slugs: readonly string[]): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE within AS (
    SELECT id FROM place WHERE slug IN (${Prisma.join([...slugs])})
    UNION SELECT inner_place.id FROM place outer_place
      JOIN place inner_place ON ${liesInArea(innerPlace, outerPlace)}
      WHERE outer_place.slug IN (${Prisma.join([...slugs])})
    UNION SELECT child.id FROM place child JOIN within ON child.parent_id = within.id
      WHERE child.parent_id IS NOT NULL
  ) SELECT id FROM within`;

/** CTE body of place_parents (id, within_id): each place of the given ids with itself and all its parents. */
export const placeParents = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT id, id AS within_id FROM place WHERE id IN (${ids})
  UNION SELECT below.id, p.parent_id FROM place_parents below JOIN place p ON p.id = below.within_id
    WHERE p.parent_id IS NOT NULL`;

/** CTE body (id, within_id) over place_parents: with provinces and countries too, the reverse of placesWithin. */
export const placeAncestry: Prisma.Sql = Prisma.sql`
  SELECT id, within_id FROM place_parents
  UNION SELECT below.id, outer_place.id FROM place_parents below
    JOIN place inner_place ON inner_place.id = below.within_id
    JOIN place outer_place ON ${liesInArea(innerPlace, outerPlace)}`;
