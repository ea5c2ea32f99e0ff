import { type Country, countryNames } from "@/lib/geo/countries";
import type { ActorKind, PlaceKind } from "@/lib/taxonomy/terms";
import { nameWords, type Token } from "./tokens";
import type { TownLookup } from "./town-index";
import { WordFilter } from "./word-filter";

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

type NameEntry<T> = { value: T; caps: "upper" | "title" | "any" };

/** Names by their folded words joined by spaces; lengths by first word, so that a look-up tries the longest first. */
export type NameIndex<T> = {
  names: Map<string, NameEntry<T>>;
  longest: Map<string, number>;
  /** The first words of names. */
  openings: WordFilter;
};

export type Knowledge = {
  places: NameIndex<KnownPlace[]>;
  actors: NameIndex<KnownActor>;
  /** With the state that acts for a country, if it is an actor. */
  countries: NameIndex<{ country: Country; demonym: boolean; state: KnownActor | null }>;
  /** The first words of all of these. */
  openings: WordFilter;
  /** GeoNames towns and divisions; many names stand for several. */
  towns: TownLookup;
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
  index.openings.add(first);
  index.longest.set(first, Math.max(index.longest.get(first) ?? 0, words.length));
}

const emptyIndex = <T>(): NameIndex<T> => ({
  names: new Map(),
  longest: new Map(),
  openings: new WordFilter(),
});

function placeIndex(places: readonly KnownPlace[]): NameIndex<KnownPlace[]> {
  const index = emptyIndex<KnownPlace[]>();
  for (const place of places) {
    const unqualified = place.name.replace(/ \([^)]*\)$/, "");
    for (const name of new Set([place.name, unqualified, ...place.aliases])) {
      addName<KnownPlace[]>(index, name, (old) =>
        old?.includes(place) ? undefined : [...(old ?? []), place],
      );
    }
  }
  return index;
}

/**
 * Indexes the curated places and the actors by folded name and alias; GeoNames stands behind `towns`. The first
 * actor to claim a name keeps it.
 */
export function buildKnowledge(input: {
  places: readonly KnownPlace[];
  actors: readonly KnownActor[];
  towns?: TownLookup;
}): Knowledge {
  const actors = emptyIndex<KnownActor>();
  for (const actor of input.actors)
    addName<KnownActor>(actors, actor.name, (old) => (old ? undefined : actor));
  for (const actor of input.actors) {
    for (const alias of actor.aliases) addName<KnownActor>(actors, alias, (old) => (old ? undefined : actor));
  }
  const countries = emptyIndex<{ country: Country; demonym: boolean; state: KnownActor | null }>();
  for (const [, { country, kind }] of countryNames) {
    const names = kind === "name" ? [country.name, ...country.otherNames] : country.demonyms;
    const state = actors.names.get(nameWords(country.name).join(" "))?.value ?? null;
    for (const name of names) {
      const value = { country, demonym: kind === "demonym", state };
      addName(countries, name, (old) => (old ? undefined : value));
      if (value.demonym && /[a-z]$/.test(name))
        addName(countries, `${name}s`, (old) => (old ? undefined : value));
    }
  }
  const places = placeIndex(input.places);
  const openings = new WordFilter();
  for (const { longest } of [places, actors, countries])
    for (const word of longest.keys()) openings.add(word);
  return { places, towns: input.towns ?? (() => []), actors, countries, openings };
}

/** The keys of one word, two words and so on from words[from], as far as there are words. */
function keysFrom(words: readonly Token[], from: number, most: number): string[] {
  const keys: string[] = [];
  for (let i = from; i < from + most; i += 1) {
    const word = words[i];
    if (!word?.isWord) break;
    keys.push(i === from ? word.fold : `${keys.at(-1)} ${word.fold}`);
  }
  return keys;
}

/**
 * The longest name of an index that starts at words[from]: its value and how many words it takes, or null.
 * A name written in capitals in the index ("US", "IS") must be in capitals in the text too.
 */
export function longestName<T>(
  index: NameIndex<T>,
  words: readonly Token[],
  from: number,
): { value: T; length: number } | null {
  const first = words[from];
  if (!first?.isWord || !index.openings.mayHold(first.word.slot)) return null;
  const keys = keysFrom(words, from, index.longest.get(first.fold) ?? 0);
  for (let length = keys.length; length > 0; length -= 1) {
    const found = index.names.get(keys[length - 1] ?? "");
    if (!found) continue;
    const run = words.slice(from, from + length);
    const fits =
      found.caps === "any" ||
      (found.caps === "upper"
        ? run.every((word) => word.text === word.text.toUpperCase())
        : run.some((word) => word.isCapital) && (length > 1 || first.isCapital));
    if (fits) return { value: found.value, length };
  }
  return null;
}
