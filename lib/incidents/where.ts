import "server-only";
import { actorsWithin } from "@/lib/actors/hierarchy";
import { Prisma } from "@/lib/db/generated/client";
import { sqlInstant } from "@/lib/db/instant";
import { placesWithin } from "@/lib/places/hierarchy";
import { eventGroupOf, eventTypes } from "@/lib/taxonomy/event-types";
import type { IncidentStatus } from "@/lib/taxonomy/terms";
import type { Box } from "./filter-values";
import { type FilterName, filterBounds, type IncidentFilter } from "./filters";
import { wordsFound } from "./text-search";

export type WhereOptions = {
  /** Leave this parameter out, as its own facet does. */
  without?: FilterName;
  /** What a signed-in reader may ask for by `status`; without it only published incidents exist. */
  statuses?: readonly IncidentStatus[];
};

/**
 * The predicate of a filter over `incident i`. Without a wanted status, and for everybody who is not
 * given any by the options, it holds for published incidents only.
 */
export function incidentWhere(filter: IncidentFilter, options: WhereOptions = {}): Prisma.Sql {
  const meant = options.without ? withoutParameter(filter, options.without) : filter;
  const predicates = [
    byStatus(meant.status, options.statuses),
    byPeriod(meant),
    byWords(meant.q),
    byType(meant.type),
    byCountry(meant.country),
    byPlace(meant.place),
    byParticipation(meant.actor, meant.role),
    byOutcome(meant.outcome),
    byCampaign(meant.campaign),
    byPublisher(meant.publisher),
    byKilled(meant.killedMin),
    byPrecision(meant.precision),
    byArea(meant.bbox),
    byLinked(meant.linked),
    byUpdate(meant.updatedSince),
  ];
  return Prisma.join(
    predicates.filter((predicate) => predicate !== null),
    " AND ",
  );
}

type Predicate = Prisma.Sql | null;

function withoutParameter(filter: IncidentFilter, name: FilterName): IncidentFilter {
  const empty: Partial<IncidentFilter> = {
    [name]: Array.isArray(filter[name]) ? [] : name === "linked" ? false : name === "q" ? "" : null,
  };
  return { ...filter, ...empty, ...(name === "time" ? { time: "possible" } : {}) };
}

const anyOf = (values: readonly string[]): Prisma.Sql => Prisma.join([...values]);

function byStatus(
  wanted: readonly IncidentStatus[],
  allowed: readonly IncidentStatus[] | undefined,
): Prisma.Sql {
  if (!allowed || wanted.length === 0) {
    return Prisma.sql`i.status = 'published'`;
  }
  const visible = wanted.filter((status) => allowed.includes(status));
  return visible.length > 0 ? Prisma.sql`i.status IN (${anyOf(visible)})` : Prisma.sql`FALSE`;
}

function byPeriod(filter: IncidentFilter): Predicate {
  const { from, to } = filterBounds(filter);
  if (!from && !to) {
    return null;
  }
  const bound = (date: Date | null) => (date ? sqlInstant(date) : Prisma.sql`NULL::timestamptz`);
  const period = Prisma.sql`tstzrange(${bound(from)}, ${bound(to)}, '[]')`;
  return filter.time === "definite"
    ? Prisma.sql`tstzrange(i.earliest, i.latest, '[]') <@ ${period}`
    : Prisma.sql`tstzrange(i.earliest, i.latest, '[]') && ${period}`;
}

/** Words of title, summary and the names of actors, place, campaigns and publishers. */
const byWords = (q: string): Predicate => (q === "" ? null : wordsFound(q, Prisma.sql`i`));

function byType(types: IncidentFilter["type"]): Predicate {
  const slugs = eventTypes.filter((slug) =>
    types.some((type) => type === slug || type === eventGroupOf(slug)),
  );
  return slugs.length > 0 ? Prisma.sql`i.event_type IN (${anyOf(slugs)})` : null;
}

function byCountry(codes: string[]): Predicate {
  return codes.length > 0
    ? Prisma.sql`EXISTS (SELECT 1 FROM place p WHERE p.id = i.place_id AND p.country IN (${anyOf(codes)}))`
    : null;
}

function byPlace(slugs: string[]): Predicate {
  return slugs.length > 0 ? Prisma.sql`i.place_id IN (${placesWithin(slugs)})` : null;
}

/** Actor and role together are about the same participation: this actor, in this role. */
function byParticipation(actors: string[], roles: string[]): Predicate {
  if (actors.length === 0 && roles.length === 0) {
    return null;
  }
  const actor = actors.length > 0 ? Prisma.sql`AND pa.actor_id IN (${actorsWithin(actors)})` : Prisma.empty;
  const role = roles.length > 0 ? Prisma.sql`AND pa.role IN (${anyOf(roles)})` : Prisma.empty;
  return Prisma.sql`EXISTS (SELECT 1 FROM participation pa WHERE pa.incident_id = i.id ${actor} ${role})`;
}

function byOutcome(outcomes: string[]): Predicate {
  return outcomes.length > 0 ? Prisma.sql`i.outcome IN (${anyOf(outcomes)})` : null;
}

function byCampaign(slugs: string[]): Predicate {
  return slugs.length > 0
    ? Prisma.sql`EXISTS (SELECT 1 FROM incident_campaign ic JOIN campaign c ON c.id = ic.campaign_id
        WHERE ic.incident_id = i.id AND c.slug IN (${anyOf(slugs)}))`
    : null;
}

function byPublisher(slugs: string[]): Predicate {
  return slugs.length > 0
    ? Prisma.sql`EXISTS (SELECT 1 FROM claim cl JOIN article a ON a.id = cl.article_id
        JOIN publisher pu ON pu.id = a.publisher_id
        WHERE cl.incident_id = i.id AND pu.slug IN (${anyOf(slugs)}))`
    : null;
}

function byKilled(atLeast: number | null): Predicate {
  return atLeast === null ? null : Prisma.sql`i.killed_min >= ${atLeast}::int`;
}

function byPrecision(precisions: string[]): Predicate {
  return precisions.length > 0 ? Prisma.sql`i.date_precision IN (${anyOf(precisions)})` : null;
}

/** Coordinates of the incident where it has its own, else those of its place. */
function byArea(boxes: Box[]): Predicate {
  if (boxes.length === 0) {
    return null;
  }
  const own = Prisma.join(
    boxes.map((box) => inBox(box, Prisma.sql`i.latitude`, Prisma.sql`i.longitude`)),
    " OR ",
  );
  const placed = Prisma.join(
    boxes.map((box) => inBox(box, Prisma.sql`p.latitude`, Prisma.sql`p.longitude`)),
    " OR ",
  );
  return Prisma.sql`((i.latitude IS NOT NULL AND (${own})) OR (i.latitude IS NULL AND EXISTS (
    SELECT 1 FROM place p WHERE p.id = i.place_id AND (${placed}))))`;
}

function inBox(box: Box, latitude: Prisma.Sql, longitude: Prisma.Sql): Prisma.Sql {
  const west = Prisma.sql`${longitude} >= ${box.west}::float8`;
  const east = Prisma.sql`${longitude} <= ${box.east}::float8`;
  const across = box.west <= box.east ? Prisma.sql`${west} AND ${east}` : Prisma.sql`(${west} OR ${east})`;
  return Prisma.sql`(${latitude} BETWEEN ${box.south}::float8 AND ${box.north}::float8 AND ${across})`;
}

/** Linked to an incident that the reader can see. */
export const hasPublicLink = Prisma.sql`EXISTS (SELECT 1 FROM incident_link l
  JOIN incident o ON o.id = CASE WHEN l.from_id = i.id THEN l.to_id ELSE l.from_id END
  WHERE (l.from_id = i.id OR l.to_id = i.id) AND o.status = 'published')`;

function byLinked(linked: boolean): Predicate {
  return linked ? hasPublicLink : null;
}

function byUpdate(since: string | null): Predicate {
  return since === null ? null : Prisma.sql`i.updated_at >= ${sqlInstant(new Date(since))}`;
}
