import type { Box } from "@/lib/incidents/filter-values";
import { filterBounds, type IncidentFilter } from "@/lib/incidents/filters";
import { eventGroupOf, eventTypes } from "@/lib/taxonomy/event-types";
import { outcomes, participationRoles } from "@/lib/taxonomy/terms";
import type { Dimension } from "./counts";
import { codesWithin } from "./hierarchy";
import { castWidth, type PlaceName, type Sets } from "./names";
import { type RegionTables, regionsIn } from "./regions";
import { precisions, type Store } from "./store";

/** For each row_no that the words of a filter find 1 and its relevance, else 0; row_nos behind the table are not found. */
export type TextMatch = Uint8Array;

export type Period = { from: number; to: number; isDefinite: boolean };

/** A filter over the columns: every part has to hold. It is where.ts once more, and a test compares the two. */
export type Match = {
  /** Codes that are allowed, by dimension. */
  tables: { name: Dimension; allowed: Uint8Array }[];
  period: Period | null;
  killedMin: number | null;
  updatedSince: number | null;
  area: { boxes: Box[]; places: Uint8Array; regions: () => RegionTables } | null;
  text: TextMatch | null;
};

export function compileFilter(store: Store, filter: IncidentFilter, text: TextMatch | null): Match {
  const { from, to } = filterBounds(filter);
  return {
    tables: [
      ...typeTable(filter),
      ...table("outcome", filter.outcome, outcomes),
      ...table("precision", filter.precision, precisions),
      ...(filter.linked ? [{ name: "linked" as const, allowed: Uint8Array.of(0, 1) }] : []),
      ...placeTable(store, filter),
      ...castTable(store, filter),
      ...setTable("campaigns", store.vocabulary.campaignSets, slugCodes(store, "campaigns", filter.campaign)),
      ...setTable(
        "publishers",
        store.vocabulary.publisherSets,
        slugCodes(store, "publishers", filter.publisher),
      ),
    ],
    period:
      from || to
        ? {
            from: from?.getTime() ?? Number.NEGATIVE_INFINITY,
            to: to?.getTime() ?? Number.POSITIVE_INFINITY,
            isDefinite: filter.time === "definite",
          }
        : null,
    killedMin: filter.killedMin,
    updatedSince: filter.updatedSince === null ? null : Date.parse(filter.updatedSince),
    area: filter.bbox.length > 0 ? areaOf(store, filter.bbox) : null,
    text,
  };
}

/** True when nothing restricts. */
export const isEverything = (match: Match): boolean =>
  match.tables.length === 0 &&
  match.period === null &&
  match.killedMin === null &&
  match.updatedSince === null &&
  match.area === null &&
  match.text === null;

/** Whether the incident at a position matches, for looking at single ones. */
export function tester({ rows }: Store, match: Match): (position: number) => boolean {
  const tables = match.tables.map(({ name, allowed }) => ({ column: rows[name], allowed }));
  const rest = restTest(rows, match);
  return (position) => {
    for (const { column, allowed } of tables) {
      if (allowed[column[position] ?? 0] !== 1) return false;
    }
    return rest === null || rest(position);
  };
}

/** The parts of a match that are no tables; null when there are none. */
function restTest(
  rows: Store["rows"],
  { period, killedMin, updatedSince, area, text }: Match,
): ((position: number) => boolean) | null {
  const { earliest, latest, killed, updated, rowNo } = rows;
  const tests: ((position: number) => boolean)[] = [];
  if (period?.isDefinite) {
    tests.push((at) => (earliest[at] ?? 0) >= period.from && (latest[at] ?? 0) <= period.to);
  } else if (period) {
    tests.push((at) => (latest[at] ?? 0) >= period.from && (earliest[at] ?? 0) <= period.to);
  }
  if (killedMin !== null) {
    tests.push((at) => (killed[at] ?? -1) >= Math.max(killedMin, 0));
  }
  if (updatedSince !== null) {
    tests.push((at) => (updated[at] ?? 0) >= updatedSince);
  }
  if (area) {
    tests.push(areaTest(rows, area));
  }
  if (text) {
    tests.push((at) => (text[rowNo[at] ?? 0] ?? 0) > 0);
  }
  const [first, ...others] = tests;
  if (!first) return null;
  return others.length === 0 ? first : (at) => tests.every((test) => test(at));
}

function areaTest(
  { latitude, longitude, place }: Store["rows"],
  { boxes, places }: NonNullable<Match["area"]>,
): (position: number) => boolean {
  return (at) => {
    const own = latitude[at] ?? Number.NaN;
    return Number.isNaN(own) ? places[place[at] ?? 0] === 1 : isInAny(boxes, own, longitude[at] ?? 0);
  };
}

export function isInAny(boxes: readonly Box[], latitude: number, longitude: number): boolean {
  for (const box of boxes) {
    if (isInBox(box, latitude, longitude)) return true;
  }
  return false;
}

function isInBox(box: Box, latitude: number, longitude: number): boolean {
  const isBetween =
    box.west <= box.east
      ? longitude >= box.west && longitude <= box.east
      : longitude >= box.west || longitude <= box.east;
  return latitude >= box.south && latitude <= box.north && isBetween;
}

function areaOf({ vocabulary }: Store, boxes: Box[]): NonNullable<Match["area"]> {
  const places = tableOf(
    vocabulary.places.entries,
    (entry) => entry !== null && isInAny(boxes, entry.latitude, entry.longitude),
  );
  let tables: RegionTables | null = null;
  // Whoever only looks at single incidents or at what is known already does not need them.
  const regions = () => {
    tables ??= regionsIn(boxes, places);
    return tables;
  };
  return { boxes, places, regions };
}

/** 1 for each index of a value that is wanted. Uint8Array.from would ask an iterator for every one of them. */
function tableOf<Value>(values: readonly Value[], isWanted: (value: Value) => boolean): Uint8Array {
  const table = new Uint8Array(values.length);
  values.forEach((value, index) => {
    if (isWanted(value)) table[index] = 1;
  });
  return table;
}

function table<Value extends string>(
  name: Dimension,
  wanted: readonly Value[],
  vocabulary: readonly Value[],
): Match["tables"] {
  return wanted.length > 0 ? [{ name, allowed: tableOf(vocabulary, (value) => wanted.includes(value)) }] : [];
}

function typeTable({ type }: IncidentFilter): Match["tables"] {
  const wanted = eventTypes.filter((slug) => type.some((one) => one === slug || one === eventGroupOf(slug)));
  return table("type", wanted, eventTypes);
}

/** Country and place are both about the place of an incident. */
function placeTable({ vocabulary, ancestry }: Store, { country, place }: IncidentFilter): Match["tables"] {
  const tables: Match["tables"] = [];
  if (country.length > 0) {
    const isWanted = (entry: PlaceName | null) => !!entry?.country && country.includes(entry.country);
    tables.push({ name: "place", allowed: tableOf(vocabulary.places.entries, isWanted) });
  }
  if (place.length > 0) {
    const wanted = new Set(
      place.map((slug) => vocabulary.places.codeOfSlug(slug)).filter((code) => code > 0),
    );
    tables.push({ name: "place", allowed: codesWithin(ancestry.places, wanted) });
  }
  return tables;
}

/** Actor and role together are about the same participation: this actor, in this role. */
function castTable(store: Store, { actor, role }: IncidentFilter): Match["tables"] {
  if (actor.length === 0 && role.length === 0) {
    return [];
  }
  const isActor = actor.length > 0 ? actorsWithin(store, actor) : null;
  const isRole = role.length > 0 ? participationRoles.map((one) => role.includes(one)) : null;
  const isCast = (cast: Int32Array) => {
    for (let at = 0; at < cast.length; at += castWidth) {
      if (isActor && isActor[cast[at] ?? 0] !== 1) continue;
      if (!isRole || isRole[cast[at + 1] ?? 0]) return true;
    }
    return false;
  };
  return [{ name: "cast", allowed: tableOf(store.vocabulary.casts.lists, isCast) }];
}

/** Codes of the actors with these slugs and of everything below them, as a table. */
export function actorsWithin({ vocabulary, ancestry }: Store, slugs: readonly string[]): Uint8Array {
  const wanted = new Set(slugs.map((slug) => vocabulary.actors.codeOfSlug(slug)).filter((code) => code > 0));
  return codesWithin(ancestry.actors, wanted);
}

const slugCodes = ({ vocabulary }: Store, name: "campaigns" | "publishers", slugs: readonly string[]) =>
  slugs.length > 0 ? new Set(slugs.map((slug) => vocabulary[name].codeOfSlug(slug))) : null;

function setTable(name: Dimension, sets: Sets, wanted: ReadonlySet<number> | null): Match["tables"] {
  return wanted
    ? [{ name, allowed: tableOf(sets.lists, (list) => list.some((code) => wanted.has(code))) }]
    : [];
}
