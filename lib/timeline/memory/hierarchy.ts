import type { ActorName, Names, PlaceName } from "./names";

/** For each code the codes it lies within, itself first: within[start[code]] up to within[start[code + 1]]. */
export type Ancestry = { start: Int32Array; within: Int32Array };

/** Actors with everything above them. */
export function actorAncestry(actors: Names<ActorName>): Ancestry {
  return ancestryOf(actors.size, (code) => [...withParents(actors, code)]);
}

/**
 * Places with their parents, and with the countries and provinces that any of these names in its columns: most
 * entries of the gazetteer do that instead of having a parent (placesWithin says the same in SQL).
 */
export function placeAncestry(places: Names<PlaceName>): Ancestry {
  const areas = areasByCountry(places);
  return ancestryOf(places.size, (code) => {
    const within = withParents(places, code);
    for (const inner of [...within]) {
      const entry = places.entries[inner];
      for (const outer of entry?.country ? (areas.get(entry.country) ?? []) : []) {
        if (outer.names === null || (entry?.admin1 && outer.names.includes(entry.admin1))) {
          within.add(outer.code);
        }
      }
    }
    return [...within];
  });
}

/** The countries of places: codes[0] is "" for those without one, and of gives each place its index there. */
export type Countries = { codes: string[]; of: Int32Array };

export function countriesOf(places: Names<PlaceName>): Countries {
  const indexes = new Map([["", 0]]);
  const of = Int32Array.from(places.entries, (entry) => {
    const country = entry?.country ?? "";
    const index = indexes.get(country) ?? indexes.size;
    indexes.set(country, index);
    return index;
  });
  return { codes: [...indexes.keys()], of };
}

/** Codes of which the ancestry holds one of the wanted ones, as a table by code. */
export function codesWithin({ start, within }: Ancestry, wanted: ReadonlySet<number>): Uint8Array {
  const table = new Uint8Array(start.length - 1);
  for (let code = 1; code < table.length; code += 1) {
    const end = start[code + 1] ?? 0;
    for (let at = start[code] ?? 0; at < end && table[code] === 0; at += 1) {
      table[code] = wanted.has(within[at] ?? 0) ? 1 : 0;
    }
  }
  return table;
}

type WithParent = { id: string; slug: string; name: string; parentId: string | null };

function withParents<Entry extends WithParent>(names: Names<Entry>, code: number): Set<number> {
  const within = new Set([code]);
  let parentId = names.entries[code]?.parentId ?? null;
  while (parentId !== null) {
    const parent = names.codeOf(parentId);
    if (within.has(parent)) break;
    within.add(parent);
    parentId = names.entries[parent]?.parentId ?? null;
  }
  return within;
}

type Area = {
  code: number /** Province: what its places may call it; null: a whole country. */;
  names: string[] | null;
};

function areasByCountry(places: Names<PlaceName>): Map<string, Area[]> {
  const areas = new Map<string, Area[]>();
  for (const [code, entry] of places.entries.entries()) {
    if (entry?.country && (entry.kind === "country" || entry.kind === "province")) {
      const names = entry.kind === "country" ? null : [entry.name, entry.admin1 ?? entry.name];
      const ofCountry = areas.get(entry.country) ?? [];
      ofCountry.push({ code, names });
      areas.set(entry.country, ofCountry);
    }
  }
  return areas;
}

function ancestryOf(size: number, withinOf: (code: number) => number[]): Ancestry {
  const start = new Int32Array(size + 1);
  const within: number[] = [];
  for (let code = 1; code < size; code += 1) {
    start[code] = within.length;
    for (const outer of withinOf(code)) {
      within.push(outer);
    }
  }
  start[size] = within.length;
  return { start, within: Int32Array.from(within) };
}
