import { eventTypes } from "@/lib/taxonomy/event-types";
import { outcomes } from "@/lib/taxonomy/terms";
import type { Base } from "./base";
import type { Sizes } from "./counts";
import { type Ancestry, actorAncestry, type Countries, countriesOf, placeAncestry } from "./hierarchy";
import { type ActorName, Names, type PlaceName, type PlainName, Sets } from "./names";
import { appendRow, type Rows, type RowValues } from "./rows";

export const precisions = ["day", "week", "month", "year"] as const;

/** All that is called something, and the lists of it that incidents have. */
export type Vocabulary = {
  places: Names<PlaceName>;
  actors: Names<ActorName>;
  campaigns: Names<PlainName>;
  publishers: Names<PlainName>;
  casts: Sets;
  campaignSets: Sets;
  publisherSets: Sets;
};

export const newVocabulary = (): Vocabulary => ({
  places: new Names(),
  actors: new Names(),
  campaigns: new Names(),
  publishers: new Names(),
  casts: new Sets(),
  campaignSets: new Sets(),
  publisherSets: new Sets(),
});

/** The published incidents as they were when the database had the snapshot that version stands for. */
export type Store = {
  rows: Rows;
  base: Base;
  /** row_no to the position where the incident lives; -1 for none. */
  positionOf: Int32Array;
  /** Positions of the base that have died. */
  removed: number[];
  vocabulary: Vocabulary;
  ancestry: { places: Ancestry; actors: Ancestry; countries: Countries };
  /** Goes up with every change of anything. */
  version: number;
  /** Goes up when base or ancestry is another one: what was worked out from them is worth nothing any more. */
  generation: number;
};

export const ancestryOf = ({ places, actors }: Vocabulary): Store["ancestry"] => ({
  places: placeAncestry(places),
  actors: actorAncestry(actors),
  countries: countriesOf(places),
});

export const sizesOf = (vocabulary: Vocabulary): Sizes => ({
  type: eventTypes.length,
  outcome: outcomes.length,
  precision: precisions.length,
  linked: 2,
  place: vocabulary.places.size,
  cast: vocabulary.casts.size,
  campaigns: vocabulary.campaignSets.size,
  publishers: vocabulary.publisherSets.size,
});

/** Where each row_no lives in these columns. */
export function indexRows(rows: Rows): Int32Array {
  let highest = 0;
  for (let position = 0; position < rows.length; position += 1) {
    highest = Math.max(highest, rows.rowNo[position] ?? 0);
  }
  const positionOf = new Int32Array(highest + 1024).fill(-1);
  for (let position = 0; position < rows.length; position += 1) {
    if (rows.dead[position] === 0) positionOf[rows.rowNo[position] ?? 0] = position;
  }
  return positionOf;
}

/** Puts a changed incident in the place of what was known of it; null: it is not public any more. */
export function changeRow(store: Store, rowNo: number, values: RowValues | null): void {
  const known = store.positionOf[rowNo] ?? -1;
  if (known >= 0) {
    store.rows.dead[known] = 1;
    if (known < store.base.count) store.removed.push(known);
    store.positionOf[rowNo] = -1;
  }
  if (values !== null) {
    settle(store, rowNo, appendRow(store.rows, values));
  }
}

/** Notes where an incident lives now. */
export function settle(store: Store, rowNo: number, position: number): void {
  if (rowNo >= store.positionOf.length) {
    const longer = new Int32Array(rowNo + 1024 + (rowNo >> 3)).fill(-1);
    longer.set(store.positionOf);
    store.positionOf = longer;
  }
  store.positionOf[rowNo] = position;
}

/** Calls with each position that the base does not answer for: 1 for what came later, -1 for what has died. */
export function eachCorrection(store: Store, call: (position: number, weight: 1 | -1) => void): void {
  for (const position of store.removed) {
    call(position, -1);
  }
  for (let position = store.base.count; position < store.rows.length; position += 1) {
    if (store.rows.dead[position] === 0) call(position, 1);
  }
}
