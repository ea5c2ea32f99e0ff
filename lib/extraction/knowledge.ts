import { type Country, countryNames } from "@/lib/geo/countries";
import type { ActorKind, PlaceKind } from "@/lib/taxonomy/terms";
import { nameWords } from "./tokens";

export type KnownPlace = {
  /** null for a GeoNames entry whose slug was not worked out. */
  slug: string | null;
  name: string;
  kind: PlaceKind;
  country: string | null;
  admin1: string | null;
  latitude: number;
  longitude: number;
  aliases: readonly string[];
  timeZone: string | null;
  population: number | null;
  /** Our own table outranks GeoNames. */
  source: "sightline" | "geonames";
};

export type KnownActor = {
  slug: string;
  name: string;
  kind: ActorKind;
  country: string | null;
  aliases: readonly string[];
};

export type NamedThing =
  | { kind: "place"; places: KnownPlace[] }
  | { kind: "actor"; actor: KnownActor }
  | { kind: "country"; country: Country; demonym: boolean };

type NameEntry<T> = { value: T; caps: "upper" | "title" | "any" };

/** Names by their folded words joined by spaces; lengths by first word, so that a look-up tries the longest first. */
export type NameIndex<T> = { names: Map<string, NameEntry<T>>; longest: Map<string, number> };

export type Knowledge = {
  places: NameIndex<KnownPlace[]>;
  actors: NameIndex<KnownActor>;
  countries: NameIndex<{ country: Country; demonym: boolean }>;
  /** GeoNames towns by folded name; many names stand for several towns. */
  towns: Map<string, KnownPlace[]>;
};

const capsOf = (name: string): NameEntry<unknown>["caps"] =>
  /^[\p{Lu}\p{N}. -]{1,6}$/u.test(name) ? "upper" : /^\p{Lu}|^al-|\s\p{Lu}/u.test(name) ? "title" : "any";

function addName<T>(index: NameIndex<T>, name: string, merge: (old: T | undefined) => T | undefined): void {
  const words = nameWords(name);
  const first = words[0];
  if (first === undefined || words.length > 10) return;
  const key = words.join(" ");
  if (key.length < 2) return;
  const value = merge(index.names.get(key)?.value);
  if (value === undefined) return;
  index.names.set(key, { value, caps: capsOf(name) });
  index.longest.set(first, Math.max(index.longest.get(first) ?? 0, words.length));
}

const emptyIndex = <T>(): NameIndex<T> => ({ names: new Map(), longest: new Map() });

/** First-level divisions, in the middle of the towns that GeoNames puts in them. */
class DivisionCentres {
  private readonly sums = new Map<
    string,
    { place: KnownPlace; latitude: number; longitude: number; towns: number }
  >();

  add(town: KnownPlace): void {
    if (!town.admin1 || !town.country) return;
    const key = `${town.country}.${town.admin1}`;
    let sum = this.sums.get(key);
    if (!sum) {
      const short = town.admin1.replace(
        / (?:Province|State|Region|Governorate|Oblast|District|County|Department)$|^(?:Muhafazat|Wilayat|Ostan-e|Provincia de|Departamento de) /,
        "",
      );
      const aliases = short === town.admin1 ? [] : [short];
      sum = {
        place: { ...town, slug: null, name: town.admin1, kind: "province", aliases, population: null },
        latitude: 0,
        longitude: 0,
        towns: 0,
      };
      this.sums.set(key, sum);
    }
    sum.latitude += town.latitude;
    sum.longitude += town.longitude;
    sum.towns += 1;
  }

  list(): KnownPlace[] {
    return [...this.sums.values()].map(({ place, latitude, longitude, towns }) => ({
      ...place,
      latitude: Number((latitude / towns).toFixed(3)),
      longitude: Number((longitude / towns).toFixed(3)),
    }));
  }
}

function placeIndexes(places: readonly KnownPlace[]): Pick<Knowledge, "places" | "towns"> {
  const curated = emptyIndex<KnownPlace[]>();
  const towns = new Map<string, KnownPlace[]>();
  const divisions = new DivisionCentres();
  const addTown = (name: string, place: KnownPlace) => {
    const words = nameWords(name);
    const key = words.join(" ");
    if (key.length < 3 || words.length > 5) return;
    const same = towns.get(key);
    if (same) same.push(place);
    else towns.set(key, [place]);
  };
  for (const place of places) {
    if (place.source === "geonames") {
      addTown(place.name, place);
      divisions.add(place);
      continue;
    }
    for (const name of [place.name, ...place.aliases]) {
      addName<KnownPlace[]>(curated, name, (old) =>
        old?.includes(place) ? undefined : [...(old ?? []), place],
      );
    }
  }
  for (const division of divisions.list()) {
    for (const name of [division.name, ...division.aliases]) addTown(name, division);
  }
  return { places: curated, towns };
}

/** Indexes the gazetteer and the actors by folded name and alias. The first actor to claim a name keeps it. */
export function buildKnowledge(input: {
  places: readonly KnownPlace[];
  actors: readonly KnownActor[];
}): Knowledge {
  const actors = emptyIndex<KnownActor>();
  for (const actor of input.actors)
    addName<KnownActor>(actors, actor.name, (old) => (old ? undefined : actor));
  for (const actor of input.actors) {
    for (const alias of actor.aliases) addName<KnownActor>(actors, alias, (old) => (old ? undefined : actor));
  }
  const countries = emptyIndex<{ country: Country; demonym: boolean }>();
  for (const [, { country, kind }] of countryNames) {
    const names = kind === "name" ? [country.name, ...country.otherNames] : country.demonyms;
    for (const name of names) {
      const value = { country, demonym: kind === "demonym" };
      addName(countries, name, (old) => (old ? undefined : value));
      if (value.demonym && /[a-z]$/.test(name))
        addName(countries, `${name}s`, (old) => (old ? undefined : value));
    }
  }
  return { ...placeIndexes(input.places), actors, countries };
}

/**
 * The longest name of an index that starts at words[from]: its value and how many words it takes, or null.
 * A name written in capitals in the index ("US", "IS") must be in capitals in the text too.
 */
export function longestName<T>(
  index: NameIndex<T>,
  words: readonly { fold: string; text: string; isWord: boolean; isCapital: boolean }[],
  from: number,
): { value: T; length: number } | null {
  const first = words[from];
  if (!first?.isWord) return null;
  const most = Math.min(index.longest.get(first.fold) ?? 0, words.length - from);
  for (let length = most; length > 0; length -= 1) {
    const run = words.slice(from, from + length);
    if (!run.every((word) => word.isWord)) continue;
    const found = index.names.get(run.map((word) => word.fold).join(" "));
    if (!found) continue;
    const fits =
      found.caps === "any" ||
      (found.caps === "upper"
        ? run.every((word) => word.text === word.text.toUpperCase())
        : run.some((word) => word.isCapital) && (length > 1 || first.isCapital));
    if (fits) return { value: found.value, length };
  }
  return null;
}
