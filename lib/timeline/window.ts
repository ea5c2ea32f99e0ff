import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { sqlInstant, sqlMillis } from "@/lib/db/instant";
import type { IncidentFilter } from "@/lib/incidents/filters";
import { incidentWhere, type WhereOptions } from "@/lib/incidents/where";
import { readDensity } from "./density";
import { groupLabel, maxGroups, membershipOf, missingKey, otherKey } from "./grouping";
import { bucketSizeFor, resolveSpan, type Span } from "./scale";
import type { TimelineBucket, TimelineGroup, TimelineItem, TimelineLink, TimelineWindow } from "./schema";

const maxItems = 400;

export type WindowOptions = {
  /** ISO instants; null: everything that matches, with a margin. */
  start?: string | null;
  end?: string | null;
  /** CSS pixels of the drawing: buckets are about 40 of them wide. */
  width?: number;
  group?: TimelineGroup;
  statuses?: WhereOptions["statuses"];
};

type ItemRow = Omit<TimelineItem, "earliest" | "latest"> & { earliest: number; latest: number };
type GroupRow = { key: string; name: string | null; position: number; count: number };
type Row =
  | { kind: "item"; body: ItemRow }
  | { kind: "bucket"; body: { slot: number; group: string; count: number } }
  | { kind: "group"; body: GroupRow }
  | { kind: "link"; body: TimelineLink }
  | { kind: "total"; body: { total: number } };

/**
 * What the timeline shows for a window: the most significant incidents one by one, the rest counted in
 * buckets, each in the bucket of its earliest instant and in the first of its groups, so that items
 * and buckets add up to total. Throws invalid-input that names start or end.
 */
export async function getTimelineWindow(
  filter: IncidentFilter,
  options: WindowOptions = {},
  reader: Reader = database(),
): Promise<TimelineWindow> {
  const group = options.group ?? "none";
  const where = incidentWhere(filter, { statuses: options.statuses });
  const { range, density } = await readDensity(where, reader);
  const span = resolveSpan(options, range);
  const size = bucketSizeFor(span, options.width ?? 1200);
  // One statement, one snapshot: what is published meanwhile cannot be counted twice or not at all.
  const rows = await reader.$queryRaw<Row[]>(windowSql(where, span, size, group));
  return {
    items: rows.flatMap((row) => (row.kind === "item" ? [itemOf(row.body)] : [])),
    buckets: rows
      .flatMap((row) => (row.kind === "bucket" ? [bucketOf(row.body, size)] : []))
      .sort((a, b) => a.start.localeCompare(b.start) || a.group.localeCompare(b.group)),
    links: rows.flatMap((row) => (row.kind === "link" ? [row.body] : [])),
    groups: rows
      .flatMap((row) => (row.kind === "group" ? [row.body] : []))
      .sort(byImportance)
      .map(({ key, name, count }) => ({ key, label: groupLabel(group, key, name), count })),
    total: rows.reduce((total, row) => (row.kind === "total" ? row.body.total : total), 0),
    start: iso(span.start),
    end: iso(span.end),
    range: range && { start: iso(range.start), end: iso(range.end) },
    density,
  };
}

const iso = (time: number): string => new Date(time).toISOString();

const itemOf = (row: ItemRow): TimelineItem => ({
  ...row,
  earliest: iso(row.earliest),
  latest: iso(row.latest),
});

const bucketOf = (row: { slot: number; group: string; count: number }, size: number): TimelineBucket => ({
  start: iso(row.slot * size),
  end: iso((row.slot + 1) * size),
  group: row.group,
  count: row.count,
});

/** Event types in the order of the codebook, all others by count; what has no group of its own last. */
function byImportance(a: GroupRow, b: GroupRow): number {
  const rank = ({ key }: GroupRow) => (key === otherKey ? 1 : key === missingKey ? 2 : 0);
  return (
    rank(a) - rank(b) ||
    a.position - b.position ||
    b.count - a.count ||
    (a.name ?? "").localeCompare(b.name ?? "")
  );
}

function windowSql(where: Prisma.Sql, span: Span, size: number, group: TimelineGroup): Prisma.Sql {
  const period = Prisma.sql`tstzrange(${sqlInstant(new Date(span.start))}, ${sqlInstant(new Date(span.end))}, '[]')`;
  const position = group === "type" ? Prisma.sql`min(m.position)` : Prisma.sql`0`;
  const slot = Prisma.sql`floor(greatest(${sqlMillis(Prisma.sql`i.earliest`)}, ${span.start}::float8) / ${size}::float8)`;
  // Each step carries rank and slot along: joined to each other without statistics, the steps would be
  // compared row by row.
  return Prisma.sql`
    WITH hit AS MATERIALIZED (
      SELECT i.id, i.event_type, i.place_id, ${slot} AS slot,
        row_number() OVER (ORDER BY i.pinned DESC, ${linkCount} DESC, coalesce(i.killed_min, -1) DESC,
          ${sourceCount} DESC, i.earliest DESC, i.public_id) AS rank
      FROM incident i WHERE ${where} AND tstzrange(i.earliest, i.latest, '[]') && ${period}
    ), membership AS MATERIALIZED (${membershipOf(group)}),
    top AS MATERIALIZED (
      SELECT m.key, max(m.label) AS label, ${position} AS place_in_order FROM membership m
      GROUP BY m.key ORDER BY count(*) DESC, m.key LIMIT ${maxGroups}::int
    ), keyed AS MATERIALIZED (
      SELECT m.id, m.rank, m.slot, coalesce(top.key, ${otherKey}) AS key, max(top.label) AS label,
        max(top.place_in_order) AS place_in_order, min(m.position) AS position
      FROM membership m LEFT JOIN top ON top.key = m.key GROUP BY m.id, m.rank, m.slot, top.key
    ), drawn AS MATERIALIZED (
      SELECT id, rank, jsonb_agg(key ORDER BY position, key) AS keys
      FROM keyed WHERE rank <= ${maxItems}::int GROUP BY id, rank
    ), counted AS (
      SELECT DISTINCT ON (rank) key, slot FROM keyed WHERE rank > ${maxItems}::int ORDER BY rank, position, key
    )
    SELECT kind, body FROM (
      SELECT 'item' AS kind, drawn.rank, ${itemJson} AS body
        FROM drawn JOIN incident i ON i.id = drawn.id LEFT JOIN place p ON p.id = i.place_id
      UNION ALL SELECT 'bucket', 0, jsonb_build_object('slot', slot, 'group', key, 'count', count(*))
        FROM counted GROUP BY key, slot
      UNION ALL SELECT 'group', 0, jsonb_build_object('key', key, 'name', max(label),
        'position', coalesce(max(place_in_order), 0), 'count', count(*)) FROM keyed GROUP BY key
      UNION ALL SELECT 'link', 0, jsonb_build_object('from', f.public_id, 'to', t.public_id, 'type', l.type,
        'confidence', l.confidence)
        FROM incident_link l JOIN incident f ON f.id = l.from_id JOIN incident t ON t.id = l.to_id
        WHERE l.from_id IN (SELECT id FROM drawn) AND l.to_id IN (SELECT id FROM drawn)
      UNION ALL SELECT 'total', 0, jsonb_build_object('total', count(*)) FROM hit
    ) AS answer ORDER BY rank`;
}

/** Links of `incident i` to incidents that everybody can see. */
const linkCount = Prisma.sql`(SELECT count(*) FROM incident_link l
  JOIN incident o ON o.id = CASE WHEN l.from_id = i.id THEN l.to_id ELSE l.from_id END
  WHERE (l.from_id = i.id OR l.to_id = i.id) AND o.status = 'published')`;

const sourceCount = Prisma.sql`(SELECT count(DISTINCT c.article_id) FROM claim c WHERE c.incident_id = i.id)`;

const itemJson = Prisma.sql`jsonb_build_object('publicId', i.public_id, 'title', i.title,
  'eventType', i.event_type, 'outcome', i.outcome, 'occurred', i.occurred,
  'earliest', ${sqlMillis(Prisma.sql`i.earliest`)}, 'latest', ${sqlMillis(Prisma.sql`i.latest`)},
  'timeZone', i.time_zone, 'place', p.name, 'country', p.country, 'killedMin', i.killed_min,
  'groups', drawn.keys)`;
