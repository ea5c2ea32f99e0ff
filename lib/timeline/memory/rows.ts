import { LinkLists } from "./link-lists";

/**
 * What published incidents are filtered, counted and ranked by, in columns: an incident is a position. Codes are
 * those of names.ts (0: none) or places in the vocabularies. 98 bytes an incident, 134 with the orders of base.ts,
 * and its links.
 */
export type Rows = {
  /** Positions in use; the arrays are longer. */
  length: number;
  /** row_no of the incident. */
  rowNo: Int32Array;
  publicId: Float64Array;
  /** Instants are milliseconds since 1970. */
  earliest: Float64Array;
  latest: Float64Array;
  updated: Float64Array;
  published: Float64Array;
  /** Its own coordinates; NaN where its place has to serve. */
  latitude: Float64Array;
  longitude: Float64Array;
  /** Lowest number of killed; -1 when unknown. */
  killed: Int32Array;
  /** Links to published incidents: how many, and which list of lists. */
  links: Int32Array;
  linkList: Int32Array;
  /** Articles with claims. */
  sources: Int32Array;
  place: Int32Array;
  /** Who took part in which role, in which order. */
  cast: Int32Array;
  campaigns: Int32Array;
  publishers: Int32Array;
  type: Uint8Array;
  outcome: Uint8Array;
  precision: Uint8Array;
  linked: Uint8Array;
  pinned: Uint8Array;
  /** 1: withdrawn, or replaced by a later position. */
  dead: Uint8Array;
  lists: LinkLists;
};

type Column = Exclude<keyof Rows, "length" | "lists">;
export type RowValues = Record<Exclude<Column, "dead" | "linked" | "links" | "linkList">, number> & {
  /** Members of a list of LinkLists. */
  linkEnds: ArrayLike<number>;
};

export function createRows(capacity: number, lists = new LinkLists()): Rows {
  const int = () => new Int32Array(capacity);
  const float = () => new Float64Array(capacity);
  const byte = () => new Uint8Array(capacity);
  return {
    length: 0,
    rowNo: int(),
    publicId: float(),
    earliest: float(),
    latest: float(),
    updated: float(),
    published: float(),
    latitude: float(),
    longitude: float(),
    killed: int(),
    links: int(),
    linkList: int(),
    sources: int(),
    place: int(),
    cast: int(),
    campaigns: int(),
    publishers: int(),
    type: byte(),
    outcome: byte(),
    precision: byte(),
    linked: byte(),
    pinned: byte(),
    dead: byte(),
    lists,
  };
}

const columnsOf = (rows: Rows): Column[] =>
  (Object.keys(rows) as (keyof Rows)[]).filter((name) => name !== "length" && name !== "lists");

/** Gives an incident its links. */
export function setLinks(rows: Rows, position: number, linkEnds: ArrayLike<number>): void {
  const list = rows.lists.add(linkEnds);
  const count = rows.lists.count(list);
  rows.linkList[position] = list;
  rows.links[position] = count;
  rows.linked[position] = count > 0 ? 1 : 0;
}

/** Appends an incident and returns its position; makes room when there is none. */
export function appendRow(rows: Rows, values: RowValues): number {
  const position = makeRoom(rows);
  rows.rowNo[position] = values.rowNo;
  rows.publicId[position] = values.publicId;
  rows.earliest[position] = values.earliest;
  rows.latest[position] = values.latest;
  rows.updated[position] = values.updated;
  rows.published[position] = values.published;
  rows.latitude[position] = values.latitude;
  rows.longitude[position] = values.longitude;
  rows.killed[position] = values.killed;
  rows.sources[position] = values.sources;
  rows.place[position] = values.place;
  rows.cast[position] = values.cast;
  rows.campaigns[position] = values.campaigns;
  rows.publishers[position] = values.publishers;
  rows.type[position] = values.type;
  rows.outcome[position] = values.outcome;
  rows.precision[position] = values.precision;
  rows.pinned[position] = values.pinned;
  rows.dead[position] = 0;
  setLinks(rows, position, values.linkEnds);
  return position;
}

/** Appends a copy of a position of other columns. */
export function copyRow(rows: Rows, from: Rows, source: number): number {
  const position = makeRoom(rows);
  rows.rowNo[position] = from.rowNo[source] ?? 0;
  rows.publicId[position] = from.publicId[source] ?? 0;
  rows.earliest[position] = from.earliest[source] ?? 0;
  rows.latest[position] = from.latest[source] ?? 0;
  rows.updated[position] = from.updated[source] ?? 0;
  rows.published[position] = from.published[source] ?? 0;
  rows.latitude[position] = from.latitude[source] ?? 0;
  rows.longitude[position] = from.longitude[source] ?? 0;
  rows.killed[position] = from.killed[source] ?? 0;
  rows.sources[position] = from.sources[source] ?? 0;
  rows.place[position] = from.place[source] ?? 0;
  rows.cast[position] = from.cast[source] ?? 0;
  rows.campaigns[position] = from.campaigns[source] ?? 0;
  rows.publishers[position] = from.publishers[source] ?? 0;
  rows.type[position] = from.type[source] ?? 0;
  rows.outcome[position] = from.outcome[source] ?? 0;
  rows.precision[position] = from.precision[source] ?? 0;
  rows.pinned[position] = from.pinned[source] ?? 0;
  rows.dead[position] = 0;
  setLinks(rows, position, from.lists.members(from.linkList[source] ?? 0));
  return position;
}

function makeRoom(rows: Rows): number {
  const position = rows.length;
  if (position === rows.rowNo.length) {
    const larger = createRows(position + Math.max(1024, position >> 2), rows.lists);
    for (const name of columnsOf(rows)) {
      larger[name].set(rows[name]);
    }
    Object.assign(rows, larger, { length: position });
  }
  rows.length = position + 1;
  return position;
}
