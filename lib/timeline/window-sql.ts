import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { sqlInstant, sqlMillis } from "@/lib/db/instant";
import { maxGroups, otherKey } from "./group-labels";
import { membershipOf } from "./grouping";
import type { TimelineGroup } from "./groups";
import { linkCount, sourceCount } from "./memory/row-sql";
import type { Span } from "./scale";
import { maxStubs, type TimelineItem, type TimelineLink, type TimelineStub } from "./schema";

export type ItemRow = Omit<TimelineItem, "earliest" | "latest"> & { earliest: number; latest: number };
export type GroupRow = { key: string; name: string | null; position: number; count: number };
export type BucketRow = { slot: number; group: string; count: number };
export type StubRow = Omit<TimelineStub, "at"> & { at: number };
export type WordsRow = Pick<TimelineItem, "title" | "occurred" | "timeZone"> & {
  rowNo: number;
  updated: number;
};
type LinkRow = { kind: "link"; body: TimelineLink } | { kind: "stub"; body: StubRow };
export type WindowRow =
  | LinkRow
  | { kind: "item"; body: ItemRow }
  | { kind: "bucket"; body: BucketRow }
  | { kind: "group"; body: GroupRow }
  | { kind: "total"; body: { total: number } };

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
    ), chosen AS MATERIALIZED (
      SELECT id, rank, jsonb_agg(key ORDER BY position, key COLLATE "C") AS keys
      FROM keyed WHERE rank <= ${maxItems}::int GROUP BY id, rank
    ), drawn AS MATERIALIZED (
      SELECT i.id, chosen.rank, i.public_id, jsonb_build_object('publicId', i.public_id, 'title', i.title,
        'eventType', i.event_type, 'outcome', i.outcome, 'occurred', i.occurred,
        'earliest', ${sqlMillis(Prisma.sql`i.earliest`)}, 'latest', ${sqlMillis(Prisma.sql`i.latest`)},
        'timeZone', i.time_zone, 'place', p.name, 'country', p.country, 'killedMin', i.killed_min,
        'groups', chosen.keys) AS body
      FROM chosen JOIN incident i ON i.id = chosen.id LEFT JOIN place p ON p.id = i.place_id
    ), counted AS (
      SELECT DISTINCT ON (rank) id, key, slot FROM keyed WHERE rank > ${maxItems}::int ORDER BY rank, position, key COLLATE "C"
    ), touching AS MATERIALIZED (
      SELECT drawn.public_id, drawn.rank, l.to_id AS other_id, 'outgoing' AS direction, l.type, l.confidence
      FROM drawn JOIN incident_link l ON l.from_id = drawn.id
      UNION ALL SELECT drawn.public_id, drawn.rank, l.from_id, 'incoming', l.type, l.confidence
      FROM drawn JOIN incident_link l ON l.to_id = drawn.id
    )
    SELECT kind, body FROM (
      SELECT 'item' AS kind, rank, body FROM drawn
      UNION ALL SELECT 'link', 0, jsonb_build_object('from', l.public_id, 'to', other.public_id, 'type', l.type,
          'confidence', l.confidence)
        FROM touching l JOIN drawn other ON other.id = l.other_id WHERE l.direction = 'outgoing'
      UNION ALL (SELECT 'stub', 0, jsonb_build_object('publicId', l.public_id, 'other', o.public_id,
          'direction', l.direction, 'type', l.type, 'at', ${sqlMillis(Prisma.sql`o.earliest`)},
          'group', (SELECT key FROM counted WHERE counted.id = l.other_id))
        FROM touching l JOIN incident o ON o.id = l.other_id
        WHERE o.status = 'published' AND NOT EXISTS (SELECT 1 FROM drawn other WHERE other.id = l.other_id)
        ORDER BY l.rank, o.public_id COLLATE "C", l.type COLLATE "C", l.direction COLLATE "C" LIMIT ${maxStubs}::int)
      UNION ALL SELECT 'bucket', 0, jsonb_build_object('slot', slot, 'group', key, 'count', count(*))
        FROM counted GROUP BY key, slot
      UNION ALL SELECT 'group', 0, jsonb_build_object('key', key, 'name', max(label),
        'position', coalesce(max(place_in_order), 0), 'count', count(*)) FROM keyed GROUP BY key
      UNION ALL SELECT 'total', 0, jsonb_build_object('total', count(*)) FROM hit
    ) AS answer ORDER BY rank`;
}

/** What drawn incidents are called, and when they were changed last; by row_no. */
export const wordsSql = (rowNos: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT row_no AS "rowNo", title, occurred, time_zone AS "timeZone", ${sqlMillis(Prisma.sql`updated_at`)} AS updated
  FROM incident WHERE row_no = ANY (${[...rowNos]}::int[]) AND status = 'published'`;
