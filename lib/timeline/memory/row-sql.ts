import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { sqlMillis } from "@/lib/db/instant";
import { type EventType, eventTypes } from "@/lib/taxonomy/event-types";
import {
  type Confidence,
  type LinkType,
  type Outcome,
  outcomes,
  type ParticipationRole,
  participationRoles,
} from "@/lib/taxonomy/terms";
import { castMembers } from "./cast";
import { type LinkEnd, linkKind } from "./link-lists";
import { publicIdNumber } from "./public-ids";
import type { RowValues } from "./rows";
import { precisions, type Vocabulary } from "./store";

/** Links of `incident i` to incidents that everybody can see. */
export const linkCount = Prisma.sql`(SELECT count(*) FROM incident_link l
  JOIN incident o ON o.id = CASE WHEN l.from_id = i.id THEN l.to_id ELSE l.from_id END
  WHERE (l.from_id = i.id OR l.to_id = i.id) AND o.status = 'published')`;

/** Articles that claims of `incident i` quote. */
export const sourceCount = Prisma.sql`(SELECT count(DISTINCT c.article_id) FROM claim c WHERE c.incident_id = i.id)`;

const linksJson = Prisma.sql`(SELECT json_agg(json_build_array(o.row_no, l.direction, l.type, l.confidence)) FROM (
    SELECT to_id AS other_id, 'outgoing' AS direction, type, confidence FROM incident_link WHERE from_id = i.id
    UNION ALL SELECT from_id, 'incoming', type, confidence FROM incident_link WHERE to_id = i.id
  ) AS l JOIN incident o ON o.id = l.other_id WHERE o.status = 'published')`;

/** JSON of what the columns hold of `incident i`, in the order of SqlRow. */
export const rowJson = Prisma.sql`json_build_array(i.row_no, i.public_id, ${sqlMillis(Prisma.sql`i.earliest`)},
  ${sqlMillis(Prisma.sql`i.latest`)}, ${sqlMillis(Prisma.sql`i.updated_at`)}, ${sqlMillis(Prisma.sql`i.published_at`)},
  i.event_type, i.outcome, i.date_precision, i.latitude, i.longitude, i.killed_min, i.pinned, i.place_id,
  ${sourceCount}, ${linksJson},
  (SELECT json_agg(json_build_array(pa.actor_id, pa.role, pa.position)) FROM participation pa WHERE pa.incident_id = i.id),
  (SELECT json_agg(ic.campaign_id) FROM incident_campaign ic WHERE ic.incident_id = i.id),
  (SELECT json_agg(DISTINCT a.publisher_id) FROM claim c JOIN article a ON a.id = c.article_id
    WHERE c.incident_id = i.id AND a.publisher_id IS NOT NULL))`;

/** What rowJson gives; instants in milliseconds since 1970. */
export type SqlRow = [
  rowNo: number,
  publicId: string,
  earliest: number,
  latest: number,
  updated: number,
  published: number | null,
  type: EventType,
  outcome: Outcome,
  precision: (typeof precisions)[number],
  latitude: number | null,
  longitude: number | null,
  killed: number | null,
  pinned: boolean,
  placeId: string | null,
  sources: number,
  links: [other: number, direction: LinkEnd["direction"], type: LinkType, confidence: Confidence][] | null,
  cast: [actorId: string, role: ParticipationRole, position: number][] | null,
  campaignIds: string[] | null,
  publisherIds: string[] | null,
];

/** Values for the columns; ids that were never seen get codes. */
export function rowValues(vocabulary: Vocabulary, row: SqlRow): RowValues {
  const [rowNo, publicId, earliest, latest, updated, published, type, outcome, precision, ...rest] = row;
  const [latitude, longitude, killed, pinned, place, sources, links, cast, campaigns, publishers] = rest;
  return {
    rowNo,
    publicId: publicIdNumber(publicId),
    earliest,
    latest,
    updated,
    published: published ?? 0,
    type: eventTypes.indexOf(type),
    outcome: outcomes.indexOf(outcome),
    precision: precisions.indexOf(precision),
    latitude: latitude ?? Number.NaN,
    longitude: longitude ?? Number.NaN,
    killed: killed ?? -1,
    pinned: pinned ? 1 : 0,
    place: vocabulary.places.codeOf(place),
    sources,
    linkEnds: (links ?? []).flatMap(([other, direction, type, confidence]) => [
      other,
      linkKind({ direction, type, confidence }),
    ]),
    cast: vocabulary.casts.codeOf(castOf(vocabulary, cast ?? [])),
    campaigns: vocabulary.campaignSets.codeOf(codes(vocabulary.campaigns, campaigns)),
    publishers: vocabulary.publisherSets.codeOf(codes(vocabulary.publishers, publishers)),
  };
}

const codes = (names: Vocabulary["campaigns"], ids: string[] | null): number[] =>
  (ids ?? []).map((id) => names.codeOf(id)).sort((a, b) => a - b);

function castOf(vocabulary: Vocabulary, cast: NonNullable<SqlRow[16]>): number[] {
  const sorted = cast
    .map(([actor, role, position]): [number, number, number] => [
      position,
      vocabulary.actors.codeOf(actor),
      participationRoles.indexOf(role),
    ])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return castMembers(sorted.flat());
}
