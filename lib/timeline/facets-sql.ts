import "server-only";
import { actorAncestry, actorsWithin } from "@/lib/actors/hierarchy";
import { Prisma } from "@/lib/db/generated/client";
import { encodeFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { hasPublicLink, incidentWhere, type WhereOptions } from "@/lib/incidents/where";
import { placeAncestry, placeParents } from "@/lib/places/hierarchy";
import { type FacetName, facetNames } from "./facet-names";
import { maxFacetValues } from "./schema";

/** What matches without the facet's own filter. */
const ownTable: Record<FacetName, Prisma.Sql> = {
  type: Prisma.sql`without_type`,
  country: Prisma.sql`without_country`,
  place: Prisma.sql`without_place`,
  actor: Prisma.sql`without_actor`,
  role: Prisma.sql`without_role`,
  outcome: Prisma.sql`without_outcome`,
  campaign: Prisma.sql`without_campaign`,
  publisher: Prisma.sql`without_publisher`,
  precision: Prisma.sql`without_precision`,
  linked: Prisma.sql`without_linked`,
};

/**
 * One statement for all facets, rows of (facet, value, label, count): a table for each different
 * predicate (facets that do not restrict share one), a grouping for each facet.
 */
export function facetsSql(filter: IncidentFilter, options: Pick<WhereOptions, "statuses">): Prisma.Sql {
  const params = encodeFilter(filter);
  const restricted = facetNames.filter((name) => params.has(name));
  const table = (name: Prisma.Sql, where: Prisma.Sql) => Prisma.sql`${name} AS MATERIALIZED (
    SELECT i.id, i.event_type, i.outcome, i.date_precision, i.place_id FROM incident i WHERE ${where})`;
  const tables = [
    table(Prisma.sql`matching`, incidentWhere(filter, options)),
    ...restricted.map((name) => table(ownTable[name], incidentWhere(filter, { ...options, without: name }))),
  ];
  const from = (name: FacetName) => (restricted.includes(name) ? ownTable[name] : Prisma.sql`matching`);
  return Prisma.sql`
    WITH RECURSIVE ${Prisma.join(tables)},
    acted AS MATERIALIZED (
      SELECT DISTINCT pa.incident_id, pa.actor_id FROM ${from("actor")} m
      JOIN participation pa ON pa.incident_id = m.id ${inRole(filter.role)}
    ), actor_ancestry AS (${actorAncestry(Prisma.sql`SELECT actor_id FROM acted`)}),
    placed AS MATERIALIZED (
      SELECT m.place_id, count(*) AS incidents FROM ${from("place")} m WHERE m.place_id IS NOT NULL GROUP BY 1
    ), place_parents AS (${placeParents(Prisma.sql`SELECT place_id FROM placed`)}),
    place_ancestry AS (${placeAncestry})
    ${Prisma.join([...groupings(filter, from), wantedNames(filter) ?? []].flat(), " UNION ALL ")}`;
}

const inRole = (roles: string[]): Prisma.Sql =>
  roles.length > 0 ? Prisma.sql`AND pa.role IN (${Prisma.join(roles)})` : Prisma.empty;

const ofActor = (slugs: string[]): Prisma.Sql =>
  slugs.length > 0 ? Prisma.sql`AND pa.actor_id IN (${actorsWithin(slugs)})` : Prisma.empty;

const incidentsActed = Prisma.sql`count(DISTINCT acted.incident_id)`;
const incidentsPlaced = Prisma.sql`sum(placed.incidents)`;
const incidentsReported = Prisma.sql`count(DISTINCT m.id)`;

/** The wanted values and the most frequent others. */
function mostFrequent(slug: Prisma.Sql, count: Prisma.Sql, wanted: string[]): Prisma.Sql {
  const wantedFirst =
    wanted.length > 0 ? Prisma.sql`${slug} IN (${Prisma.join(wanted)}) DESC,` : Prisma.empty;
  return Prisma.sql`ORDER BY ${wantedFirst} ${count} DESC, ${slug} COLLATE "C" LIMIT ${maxFacetValues + wanted.length}::int`;
}

function groupings(filter: IncidentFilter, from: (name: FacetName) => Prisma.Sql): Prisma.Sql[] {
  return [
    Prisma.sql`(SELECT 'type' AS facet, m.event_type AS value, NULL::text AS label, count(*)::int AS count
      FROM ${from("type")} m GROUP BY m.event_type)`,
    Prisma.sql`(SELECT 'country', p.country::text, NULL, count(*)::int
      FROM ${from("country")} m JOIN place p ON p.id = m.place_id WHERE p.country IS NOT NULL GROUP BY p.country)`,
    Prisma.sql`(SELECT 'place', p.slug, p.name, ${incidentsPlaced}::int
      FROM placed JOIN place_ancestry a ON a.id = placed.place_id JOIN place p ON p.id = a.within_id
      GROUP BY p.id 
      ${mostFrequent(Prisma.sql`p.slug`, incidentsPlaced, filter.place)})`,
    Prisma.sql`(SELECT 'actor', ac.slug, ac.name, ${incidentsActed}::int
      FROM acted JOIN actor_ancestry a ON a.id = acted.actor_id JOIN actor ac ON ac.id = a.within_id
      GROUP BY ac.id 
      ${mostFrequent(Prisma.sql`ac.slug`, incidentsActed, filter.actor)})`,
    Prisma.sql`(SELECT 'role', pa.role, NULL, count(DISTINCT m.id)::int
      FROM ${from("role")} m JOIN participation pa ON pa.incident_id = m.id ${ofActor(filter.actor)}
      GROUP BY pa.role)`,
    Prisma.sql`(SELECT 'outcome', m.outcome, NULL, count(*)::int FROM ${from("outcome")} m GROUP BY m.outcome)`,
    Prisma.sql`(SELECT 'campaign', c.slug, c.name, count(*)::int
      FROM ${from("campaign")} m JOIN incident_campaign ic ON ic.incident_id = m.id
      JOIN campaign c ON c.id = ic.campaign_id GROUP BY c.id)`,
    Prisma.sql`(SELECT 'publisher', pu.slug, pu.name, ${incidentsReported}::int
      FROM ${from("publisher")} m JOIN claim cl ON cl.incident_id = m.id JOIN article a ON a.id = cl.article_id
      JOIN publisher pu ON pu.id = a.publisher_id GROUP BY pu.id 
      ${mostFrequent(Prisma.sql`pu.slug`, incidentsReported, filter.publisher)})`,
    Prisma.sql`(SELECT 'precision', m.date_precision, NULL, count(*)::int
      FROM ${from("precision")} m GROUP BY m.date_precision)`,
    Prisma.sql`(SELECT 'linked', 'true', NULL, count(*)::int
      FROM ${from("linked")} m JOIN incident i ON i.id = m.id WHERE ${hasPublicLink})`,
  ];
}

/**
 * Values that the filter asks for, counted 0 here, so that their names are there whatever they count; null when
 * it asks for none that would be left out otherwise.
 */
export function wantedNames(filter: IncidentFilter): Prisma.Sql | null {
  const named = (name: string, slugs: string[], table: Prisma.Sql) =>
    slugs.length > 0
      ? [
          Prisma.sql`(SELECT ${name}::text AS facet, slug AS value, name AS label, 0 AS count
            FROM ${table} WHERE slug IN (${Prisma.join(slugs)}))`,
        ]
      : [];
  const plain = (name: FacetName, values: string[]) =>
    values.map(
      (value) =>
        Prisma.sql`(SELECT ${name}::text AS facet, ${value}::text AS value, NULL AS label, 0 AS count)`,
    );
  const wanted = [
    ...named("place", filter.place, Prisma.sql`place`),
    ...named("actor", filter.actor, Prisma.sql`actor`),
    ...named("campaign", filter.campaign, Prisma.sql`campaign`),
    ...named("publisher", filter.publisher, Prisma.sql`publisher`),
    ...plain("country", filter.country),
    ...plain("role", filter.role),
    ...plain("outcome", filter.outcome),
    ...plain("precision", filter.precision),
  ];
  return wanted.length > 0 ? Prisma.join(wanted, " UNION ALL ") : null;
}
