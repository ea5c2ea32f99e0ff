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

/** Where the words read so far begin names: the name that ends here, and the words that go on. */
type NameNode<T> = { entry: NameEntry<T> | null; next: Map<string, NameNode<T>> | null };

/** Names by their folded words joined by spaces, and word by word. */
export type NameIndex<T> = {
  names: Map<string, NameEntry<T>>;
  firstWords: Map<string, NameNode<T>>;
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
  const entry = { value, caps: capsOf(name) };
  index.names.set(key, entry);
  index.openings.add(first);
  let node = nodeAt(index.firstWords, first);
  for (const word of words.slice(1)) {
    node.next ??= new Map();
    node = nodeAt(node.next, word);
  }
  node.entry = entry;
}

function nodeAt<T>(nodes: Map<string, NameNode<T>>, word: string): NameNode<T> {
  const known = nodes.get(word);
  if (known) return known;
  const node: NameNode<T> = { entry: null, next: null };
  nodes.set(word, node);
  return node;
}

const emptyIndex = <T>(): NameIndex<T> => ({
  names: new Map(),
  firstWords: new Map(),
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
  for (const { firstWords } of [places, actors, countries])
    for (const word of firstWords.keys()) openings.add(word);
  return { places, towns: input.towns ?? (() => []), actors, countries, openings };
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
  let best: { value: T; length: number } | null = null;
  let node = index.firstWords.get(first.fold);
  for (let last = from; node; last += 1) {
    const length = last - from + 1;
    if (node.entry && isWrittenAs(node.entry.caps, words, from, length))
      best = { value: node.entry.value, length };
    const next: Token | undefined = words[last + 1];
    node = next?.isWord ? node.next?.get(next.fold) : undefined;
  }
  return best;
}

/** Whether so many words from words[from] have the capitals of a name. */
function isWrittenAs(
  caps: NameEntry<unknown>["caps"],
  words: readonly Token[],
  from: number,
  length: number,
): boolean {
  if (caps === "any") return true;
  const run = words.slice(from, from + length);
  return caps === "upper"
    ? run.every((word) => word.text === word.text.toUpperCase())
    : run.some((word) => word.isCapital) && (length > 1 || words[from]?.isCapital === true);
}
