import "server-only";
import type { BulkReader } from "@/lib/db/bulk-reader";
import { type CopiedRow, uuidText } from "@/lib/db/copied-row";
import { eventTypes } from "@/lib/taxonomy/event-types";
import { confidences, linkTypes, outcomes, participationRoles } from "@/lib/taxonomy/terms";
import type { Breathe } from "./breathe";
import { castMembers } from "./cast";
import { linkKind } from "./link-lists";
import { publicIdNumber } from "./public-ids";
import { appendRow, copyRow, createRows, type Rows, setLinks } from "./rows";
import { positionsUpTo, sortedBy } from "./sort";
import { indexRows, precisions, type Vocabulary } from "./store";
import { Tuples } from "./tuples";

const incidents = `SELECT row_no, public_id, earliest, latest, updated_at, published_at, event_type, outcome,
  date_precision, latitude, longitude, killed_min, pinned, place_id FROM incident WHERE status = 'published'`;
const participations = `SELECT i.row_no, pa.position, pa.actor_id, pa.role
  FROM participation pa JOIN incident i ON i.id = pa.incident_id WHERE i.status = 'published'`;
const campaigns = `SELECT i.row_no, ic.campaign_id
  FROM incident_campaign ic JOIN incident i ON i.id = ic.incident_id WHERE i.status = 'published'`;
const sources = `SELECT i.row_no, a.publisher_id
  FROM (SELECT DISTINCT incident_id, article_id FROM claim) c JOIN incident i ON i.id = c.incident_id
    JOIN article a ON a.id = c.article_id WHERE i.status = 'published'`;
const links = `SELECT f.row_no, t.row_no, l.type, l.confidence FROM incident_link l JOIN incident f ON f.id = l.from_id
  JOIN incident t ON t.id = l.to_id WHERE f.status = 'published' AND t.status = 'published'`;

/** All published incidents in the order of the base: by earliest, the later public id first. */
export async function loadRows(
  reader: BulkReader,
  vocabulary: Vocabulary,
  breathe: Breathe,
): Promise<{ rows: Rows; positionOf: Int32Array }> {
  const rows = await inOrder(await readIncidents(reader, vocabulary), breathe);
  const positionOf = indexRows(rows);
  const position = (row: CopiedRow) => positionOf[row.int() ?? 0] ?? 0;
  await readCasts(reader, { rows, vocabulary, position }, breathe);
  await readCampaigns(reader, { rows, vocabulary, position }, breathe);
  await readSources(reader, { rows, vocabulary, position }, breathe);
  await readLinks(reader, { rows, positionOf }, breathe);
  return { rows, positionOf };
}

type Relations = { rows: Rows; vocabulary: Vocabulary; position: (row: CopiedRow) => number };

async function readIncidents(reader: BulkReader, vocabulary: Vocabulary): Promise<Rows> {
  // What the server believes is near enough: room that is made later is made while requests wait.
  const [known] = await reader.$queryRaw<{ count: number }[]>`
    SELECT reltuples::float8 AS count FROM pg_class WHERE oid = 'incident'::regclass`;
  const rows = createRows(Math.max(Math.ceil((known?.count ?? 0) * 1.05), 1024));
  const place = codesOfIds(vocabulary.places);
  const [type, outcome, precision] = [eventTypes, outcomes, precisions].map(codesOfWords);
  await reader.copy(incidents, (row) => {
    appendRow(rows, {
      rowNo: row.int() ?? 0,
      publicId: publicIdNumber(row.latin() ?? ""),
      earliest: row.instant() ?? 0,
      latest: row.instant() ?? 0,
      updated: row.instant() ?? 0,
      published: row.instant() ?? 0,
      type: type?.(row) ?? 0,
      outcome: outcome?.(row) ?? 0,
      precision: precision?.(row) ?? 0,
      latitude: row.float() ?? Number.NaN,
      longitude: row.float() ?? Number.NaN,
      killed: row.int() ?? -1,
      pinned: row.boolean() ? 1 : 0,
      place: place(row),
      sources: 0,
      cast: 0,
      campaigns: 0,
      publishers: 0,
      linkEnds: [],
    });
  });
  return rows;
}

async function inOrder(rows: Rows, breathe: Breathe): Promise<Rows> {
  const laterIdsFirst = await sortedBy(positionsUpTo(rows.length), rows.publicId, breathe, true);
  const order = await sortedBy(laterIdsFirst, rows.earliest, breathe);
  const sorted = createRows(rows.length + Math.max(1024, rows.length >> 6));
  for (let at = 0; at < order.length; at += 1) {
    copyRow(sorted, rows, order[at] ?? 0);
    if (at % 512 === 0) await breathe();
  }
  return sorted;
}

async function readCasts(
  reader: BulkReader,
  { rows, vocabulary, position }: Relations,
  breathe: Breathe,
): Promise<void> {
  const actor = codesOfIds(vocabulary.actors);
  const role = codesOfWords(participationRoles);
  const cast = new Tuples(4);
  await reader.copy(participations, (row) =>
    cast.add([position(row), row.int() ?? 0, actor(row), role(row)]),
  );
  await cast.eachOwner(breathe, (owner, members) => {
    rows.cast[owner] = vocabulary.casts.codeOf(castMembers(members));
  });
}

async function readCampaigns(
  reader: BulkReader,
  { rows, vocabulary, position }: Relations,
  breathe: Breathe,
): Promise<void> {
  const campaign = codesOfIds(vocabulary.campaigns);
  const planned = new Tuples(2);
  await reader.copy(campaigns, (row) => planned.add([position(row), campaign(row)]));
  await planned.eachOwner(breathe, (owner, members) => {
    rows.campaigns[owner] = vocabulary.campaignSets.codeOf(members);
  });
}

async function readSources(
  reader: BulkReader,
  { rows, vocabulary, position }: Relations,
  breathe: Breathe,
): Promise<void> {
  const publisher = codesOfIds(vocabulary.publishers);
  const told = new Tuples(2);
  await reader.copy(sources, (row) => told.add([position(row), publisher(row)]));
  await told.eachOwner(breathe, (owner, members) => {
    rows.sources[owner] = members.length;
    // Articles without a publisher have code 0.
    const publishers = members.filter((code, index) => code > 0 && code !== members[index - 1]);
    rows.publishers[owner] = vocabulary.publisherSets.codeOf(publishers);
  });
}

async function readLinks(
  reader: BulkReader,
  { rows, positionOf }: { rows: Rows; positionOf: Int32Array },
  breathe: Breathe,
): Promise<void> {
  const [type, confidence] = [codesOfWords(linkTypes), codesOfWords(confidences)];
  const ends = new Tuples(3);
  await reader.copy(links, (row) => {
    const [from, to] = [row.int() ?? 0, row.int() ?? 0];
    const words = {
      type: linkTypes[type(row)] ?? "see-also",
      confidence: confidences[confidence(row)] ?? "low",
    };
    ends.add([positionOf[from] ?? 0, to, linkKind({ ...words, direction: "outgoing" })]);
    ends.add([positionOf[to] ?? 0, from, linkKind({ ...words, direction: "incoming" })]);
  });
  await ends.eachOwner(breathe, (owner, members) => setLinks(rows, owner, members));
}

/** Reads an id and gives its code; 0 for null. */
function codesOfIds(names: { codeOf: (id: string | null) => number }): (row: CopiedRow) => number {
  const known = new Map<string, number>();
  return (row) => {
    const bytes = row.latin();
    if (bytes === null) return 0;
    const code = known.get(bytes) ?? names.codeOf(uuidText(bytes));
    known.set(bytes, code);
    return code;
  };
}

/** Reads a word and gives its place in a vocabulary. */
function codesOfWords(words: readonly string[]): (row: CopiedRow) => number {
  const codes = new Map(words.map((word, code) => [word, code]));
  return (row) => codes.get(row.latin() ?? "") ?? -1;
}
