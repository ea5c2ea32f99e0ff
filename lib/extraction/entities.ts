import type { Country } from "@/lib/geo/countries";
import { isCommonWord } from "./common-words";
import {
  FACILITIES,
  GROUP_NOUNS,
  MODIFIER,
  NOT_PLACES,
  OFFICES,
  PARTICLES,
  PERSON_TITLES,
} from "./entity-words";
import { type Knowledge, type KnownActor, type KnownPlace, longestName } from "./knowledge";
import { isAcronym, isShortForm, organisationLength, sideOf } from "./organisations";
import type { Span } from "./text";
import { foldWord, type Token } from "./tokens";
import { isOf, wordClass } from "./word-class";

type Common = Span & {
  /** Token indexes in the sentence, end excluded. */
  first: number;
  last: number;
  text: string;
};

/** A name or noun group in a sentence that can be a place or somebody who takes part. */
export type Entity = Common &
  (
    | { kind: "place"; places: KnownPlace[] }
    | { kind: "country"; country: Country; state: KnownActor | null }
    | { kind: "demonym"; country: Country; state: KnownActor | null }
    | { kind: "actor"; actor: KnownActor }
    | {
        kind: "group";
        noun: "force" | "armed" | "civilian";
        actor: KnownActor | null;
        country: Country | null;
      }
    /** Capitalised words that no index knows. */
    | { kind: "name"; towns: readonly KnownPlace[] }
  );

type Match = { length: number; make: (common: Common) => Entity };

function known(tokens: readonly Token[], at: number, knowledge: Knowledge): Match | null {
  const first = tokens[at];
  if (!first || !knowledge.openings.mayHold(first.word.slot)) return null;
  const place = longestName(knowledge.places, tokens, at);
  const actor = longestName(knowledge.actors, tokens, at);
  const country = longestName(knowledge.countries, tokens, at);
  const best = Math.max(place?.length ?? 0, actor?.length ?? 0, country?.length ?? 0);
  if (best === 0) return null;
  const head = tokens[at + best]?.text ?? "";
  if (
    country &&
    country.length === best &&
    /^(?:[Ss]tate|[Pp]rovince)$/.test(head) &&
    !country.value.demonym
  ) {
    const towns = knowledge
      .towns(
        tokens
          .slice(at, at + best)
          .map((token) => token.fold)
          .join(" "),
      )
      .filter((town) => town.kind === "province");
    if (towns.length > 0) return { length: best, make: (c) => ({ ...c, kind: "name", towns }) };
  }
  if (country && country.length === best) {
    const { country: value, demonym, state } = country.value;
    return {
      length: best,
      make: (c) => ({ ...c, kind: demonym ? "demonym" : "country", country: value, state }),
    };
  }
  const before = tokens[at - 1]?.lower ?? "";
  const placeFits = place && place.length === best;
  if (actor && actor.length === best && !(placeFits && /^(?:in|at|near|of|from|to)$/.test(before))) {
    return { length: best, make: (c) => ({ ...c, kind: "actor", actor: actor.value }) };
  }
  if (!place) return null;
  return { length: best, make: (c) => ({ ...c, kind: "place", places: place.value }) };
}

/** "New York", "South Waziristan": these begin a name before another capitalised word only. */
const PREFIX =
  /^(?:new|old|north|south|east|west|upper|lower|central|united|northern|southern|eastern|western)$/;

const NO_PLACE = wordClass(({ fold }) => NOT_PLACES.has(fold));

const isNameWord = (token: Token | undefined): boolean =>
  token?.isWord === true && token.isCapital && !isOf(token, NO_PLACE);

/** How many tokens from `at` make a capitalised name; particles may stand inside. */
function nameLength(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  const startsWithParticle =
    first?.text.length === 2 && tokens[at + 1]?.isGlued && /^(?:al|el)$/i.test(first.text);
  if (!isNameWord(first) && !startsWithParticle) {
    const startsWithPrefix =
      first?.isCapital === true && isNameWord(tokens[at + 1]) && PREFIX.test(first.fold);
    if (!startsWithPrefix) return 0;
  }
  let end = at + 1;
  while (end < tokens.length && end - at < 6) {
    const token = tokens[end];
    if (isNameWord(token) || (token?.isGlued && token.isCapital)) end += 1;
    else if (
      token &&
      (PARTICLES.has(token.fold) || token.isGlued) &&
      (isNameWord(tokens[end + 1]) || (tokens[end + 1]?.isGlued && tokens[end + 1]?.isCapital))
    ) {
      if (!token.isGlued && !/^(?:al|el|es|de|la|del|da|das|do|dos|di|bin|ibn|wa|ul|e)$/.test(token.fold))
        break;
      end += 2;
    } else break;
  }
  return end - at;
}

/** Towns of the longest GeoNames name at `at` within a capitalised run of `most` tokens. */
function townAt(
  tokens: readonly Token[],
  at: number,
  most: number,
  knowledge: Knowledge,
): { towns: readonly KnownPlace[]; length: number } | null {
  const keys: string[] = [];
  for (let length = 1; length <= Math.min(5, most); length += 1) {
    const fold = tokens[at + length - 1]?.fold ?? "";
    keys.push(length === 1 ? fold : `${keys[length - 2]} ${fold}`);
  }
  for (let length = Math.min(5, most); length > 0; length -= 1) {
    const key = keys[length - 1] ?? "";
    const towns = key.length > 2 ? knowledge.towns(key) : [];
    if (towns.length > 0) return { towns, length };
  }
  return null;
}

function unknownName(tokens: readonly Token[], at: number, knowledge: Knowledge): Match | null {
  const run = nameLength(tokens, at);
  if (run === 0) return null;
  const found = townAt(tokens, at, run, knowledge);
  const next = tokens[at + (found?.length ?? 0)];
  // "Norris Hall" is no town, "Manchester Arena" is in one: only a large town lends its name to a building.
  const isBuilding = next?.isCapital === true && FACILITIES.has(next.fold);
  const large = isBuilding
    ? found?.towns.filter((place) => (place.population ?? 0) >= 100_000)
    : found?.towns;
  const town = found && large && large.length > 0 ? { ...found, towns: large } : null;
  const tail = next?.fold ?? "";
  const isWhole =
    town &&
    (town.length === run ||
      FACILITIES.has(tail) ||
      NOT_PLACES.has(tail) ||
      /^(?:city|international|province|district|university)$/.test(tail));
  if (town && isWhole && !PERSON_TITLES.has(tokens[at - 1]?.lower ?? "")) {
    return { length: town.length, make: (c) => ({ ...c, kind: "name", towns: town.towns }) };
  }
  const length = isBuilding && found ? Math.max(run, found.length + 1) : run;
  return { length, make: (c) => ({ ...c, kind: "name", towns: [] }) };
}

const GROUP = wordClass(({ lower }) => GROUP_NOUNS.has(lower));

/** Joins "Iran-backed Iraqi" to "militias": modifiers to the left of a group noun belong to the group. */
function groupAt(
  tokens: readonly Token[],
  at: number,
  before: readonly Entity[],
  plain: string,
): Entity | null {
  const head = tokens[at];
  const noun = head && isOf(head, GROUP) ? GROUP_NOUNS.get(head.lower) : undefined;
  if (!head || !noun) return null;
  // "The coalition destroyed a drone", but "the coalition security force".
  const next = tokens[at + 1];
  if (head.lower === "general" && OFFICES.test(next?.lower ?? "")) return null;
  if (head.lower === "coalition" && next && (MODIFIER.test(next.lower) || isOf(next, GROUP))) return null;
  let first = at;
  let country: Country | null = null;
  let actor: KnownActor | null = null;
  while (first > 0 && at - first < 7) {
    // "New People's Army (NPA) rebels".
    if (isShortForm(tokens, first) && before.some((entity) => entity.last === first - 3)) first -= 3;
    const hasOwner = tokens[first - 1]?.text === "'s";
    const previous = before.find((entity) => entity.last === (hasOwner ? first - 1 : first));
    if (hasOwner && previous?.kind !== "country") break;
    if (
      previous &&
      (previous.kind === "demonym" || previous.kind === "country" || previous.kind === "actor")
    ) {
      const isBacker = tokens[previous.last]?.isGlued === true;
      if (previous.kind === "actor") actor ??= isBacker ? null : previous.actor;
      else if (!isBacker) country ??= previous.country;
      first = previous.first;
    } else if (previous && isNameOfGroup(previous)) {
      if (previous.kind === "group") country ??= previous.country;
      first = previous.first;
    } else if (MODIFIER.test(tokens[first - 1]?.lower ?? "")) first -= 1;
    else if (
      /^(?:and)$/.test(tokens[first - 1]?.lower ?? "") &&
      before.some((e) => e.last === first - 1 && e.kind === "demonym")
    )
      first -= 1;
    else break;
  }
  const start = tokens[first]?.start ?? head.start;
  return {
    kind: "group",
    noun,
    actor,
    country,
    first,
    last: at + 1,
    start,
    end: head.end,
    text: nounText(plain.slice(start, head.end), tokens[first], first),
  };
}

/** "NSCN gunmen", "Boko Haram members": a name in front of a noun for people is theirs. */
const isNameOfGroup = (entity: Entity): boolean =>
  (entity.kind === "name" &&
    entity.towns.length === 0 &&
    (entity.first > 0 || entity.last - entity.first > 1 || !isCommonWord(foldWord(entity.text)))) ||
  (entity.kind === "group" &&
    /^\p{Lu}/u.test(entity.text) &&
    entity.last - entity.first <= 5 &&
    entity.actor === null);

/** A name that says by its words, or by being an acronym, that it is a side's. */
function organisationAt(
  tokens: readonly Token[],
  at: number,
  found: Match | null,
  plain: string,
): Entity | null {
  const run = organisationLength(tokens, at);
  const length = run > (found?.length ?? 0) ? run : found === null && isAcronym(tokens, at) ? 1 : 0;
  const [from, to] = [tokens[at], tokens[at + length - 1]];
  if (length === 0 || !from || !to) return null;
  const text = plain.slice(from.start, to.end);
  const span = { first: at, last: at + length, start: from.start, end: to.end, text };
  const owner = found?.make(span);
  const country = owner?.kind === "demonym" || owner?.kind === "country" ? owner.country : null;
  return { ...span, kind: "group", noun: sideOf(text), actor: null, country };
}

/** "Gunmen" at the head of a sentence is no name. */
const nounText = (text: string, opening: Token | undefined, first: number): string =>
  first === 0 && opening && (GROUP_NOUNS.has(opening.lower) || MODIFIER.test(opening.lower))
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

/** Names and groups of one sentence from left to right, without overlaps; the longest known name wins. */
export function findEntities(plain: string, tokens: readonly Token[], knowledge: Knowledge): Entity[] {
  const entities: Entity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token?.isWord) {
      at += 1;
      continue;
    }
    const group = groupAt(tokens, at, entities, plain);
    const found = known(tokens, at, knowledge);
    if (group && (found?.length ?? 0) <= 1) {
      while ((entities.at(-1)?.last ?? 0) > group.first) entities.pop();
      entities.push(group);
      at += 1;
      continue;
    }
    const organisation = organisationAt(tokens, at, found, plain);
    if (organisation) {
      entities.push(organisation);
      at = organisation.last;
      continue;
    }
    const match = found ?? unknownName(tokens, at, knowledge);
    const end = tokens[at + (match?.length ?? 1) - 1]?.end ?? token.end;
    if (match) {
      entities.push(
        match.make({
          first: at,
          last: at + match.length,
          start: token.start,
          end,
          text: plain.slice(token.start, end),
        }),
      );
    }
    at += match?.length ?? 1;
  }
  return entities;
}
