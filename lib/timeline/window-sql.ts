import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { sqlInstant, sqlMillis } from "@/lib/db/instant";
import { maxGroups, otherKey } from "./group-labels";
import { membershipOf } from "./grouping";
import type { TimelineGroup } from "./groups";
import { linkCount, sourceCount } from "./memory/row-sql";
import type { Span } from "./scale";
import type { TimelineItem, TimelineLink, TimelineStub } from "./schema";

const maxStubs = 1000;

export type ItemRow = Omit<TimelineItem, "earliest" | "latest"> & { earliest: number; latest: number };
export type GroupRow = { key: string; name: string | null; position: number; count: number };
export type BucketRow = { slot: number; group: string; count: number };
export type StubRow = Omit<TimelineStub, "at"> & { at: number; otherRowNo: number };
type LinkRow = { kind: "link"; body: TimelineLink } | { kind: "stub"; body: StubRow };
export type WindowRow =
  | LinkRow
  | { kind: "item"; body: ItemRow }
  | { kind: "bucket"; body: BucketRow }
  | { kind: "group"; body: GroupRow }
  | { kind: "total"; body: { total: number } };

const itemJson = Prisma.sql`jsonb_build_object('publicId', i.public_id, 'title', i.title,
  'eventType', i.event_type, 'outcome', i.outcome, 'occurred', i.occurred,
  'earliest', ${sqlMillis(Prisma.sql`i.earliest`)}, 'latest', ${sqlMillis(Prisma.sql`i.latest`)},
  'timeZone', i.time_zone, 'place', p.name, 'country', p.country, 'killedMin', i.killed_min,
  'groups', drawn.keys)`;

const itemsOfDrawn = Prisma.sql`FROM drawn JOIN incident i ON i.id = drawn.id LEFT JOIN place p ON p.id = i.place_id`;

const none = Prisma.sql`NULL`;

/**
 * Rows of the links between `drawn (id, rank)`, and of those that lead from it to other published incidents;
 * group is the expression for the group in which `l.other_id` is counted; rowNo that for the number of `o`, which
 * the record as of an instant does not know.
 */
const linksOfDrawn = (group: Prisma.Sql, rowNo: Prisma.Sql) => Prisma.sql`
  SELECT 'link' AS kind, 0 AS rank, jsonb_build_object('from', f.public_id, 'to', t.public_id, 'type', l.type,
    'confidence', l.confidence)
  FROM drawn JOIN incident_link l ON l.from_id = drawn.id JOIN drawn other ON other.id = l.to_id
    JOIN incident f ON f.id = l.from_id JOIN incident t ON t.id = l.to_id
  UNION ALL (SELECT 'stub', 0, jsonb_build_object('publicId', i.public_id, 'other', o.public_id,
    'direction', l.direction, 'type', l.type, 'at', ${sqlMillis(Prisma.sql`o.earliest`)}, 'group', ${group},
    'otherRowNo', ${rowNo})
  FROM drawn JOIN incident i ON i.id = drawn.id CROSS JOIN LATERAL (
      SELECT to_id AS other_id, 'outgoing' AS direction, type FROM incident_link WHERE from_id = drawn.id
      UNION ALL SELECT from_id, 'incoming', type FROM incident_link WHERE to_id = drawn.id
    ) l JOIN incident o ON o.id = l.other_id
  WHERE o.status = 'published' AND NOT EXISTS (SELECT 1 FROM drawn other WHERE other.id = l.other_id)
  ORDER BY drawn.rank, o.public_id, l.type, l.direction LIMIT ${maxStubs}::int)`;

/** One statement, one snapshot: what is published meanwhile cannot be counted twice or not at all. */
export function windowSql(
  where: Prisma.Sql,
  { span, size, maxItems }: { span: Span; size: number; maxItems: number },
  group: TimelineGroup,
): Prisma.Sql {
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
      GROUP BY m.key ORDER BY count(*) DESC, m.key COLLATE "C" LIMIT ${maxGroups}::int
    ), keyed AS MATERIALIZED (
      SELECT m.id, m.rank, m.slot, coalesce(top.key, ${otherKey}) AS key, max(top.label) AS label,
        max(top.place_in_order) AS place_in_order, min(m.position) AS position
      FROM membership m LEFT JOIN top ON top.key = m.key GROUP BY m.id, m.rank, m.slot, top.key
    ), drawn AS MATERIALIZED (
      SELECT id, rank, jsonb_agg(key ORDER BY position, key COLLATE "C") AS keys
      FROM keyed WHERE rank <= ${maxItems}::int GROUP BY id, rank
    ), counted AS (
      SELECT DISTINCT ON (rank) id, key, slot FROM keyed WHERE rank > ${maxItems}::int ORDER BY rank, position, key COLLATE "C"
    )
    SELECT kind, body FROM (
      SELECT 'item' AS kind, drawn.rank, ${itemJson} AS body ${itemsOfDrawn}
      UNION ALL SELECT 'bucket', 0, jsonb_build_object('slot', slot, 'group', key, 'count', count(*))
        FROM counted GROUP BY key, slot
      UNION ALL SELECT 'group', 0, jsonb_build_object('key', key, 'name', max(label),
        'position', coalesce(max(place_in_order), 0), 'count', count(*)) FROM keyed GROUP BY key
      UNION ALL ${linksOfDrawn(Prisma.sql`(SELECT key FROM counted WHERE counted.id = l.other_id)`, none)}
      UNION ALL SELECT 'total', 0, jsonb_build_object('total', count(*)) FROM hit
    ) AS answer ORDER BY rank`;
}

/** Items and links of these incidents, given by row_no in their order; rows as of windowSql, items and stubs without groups. */
export const drawnSql = (rowNos: readonly number[]): Prisma.Sql => Prisma.sql`
  WITH drawn AS MATERIALIZED (
    SELECT i.id, wanted.rank, '[]'::jsonb AS keys FROM unnest(${[...rowNos]}::int[]) WITH ORDINALITY AS wanted (row_no, rank)
    JOIN incident i ON i.row_no = wanted.row_no WHERE i.status = 'published'
  )
  SELECT kind, body FROM (
    SELECT 'item' AS kind, drawn.rank, ${itemJson} AS body ${itemsOfDrawn}
    UNION ALL ${linksOfDrawn(none, Prisma.sql`o.row_no`)}
  ) AS answer ORDER BY rank`;
