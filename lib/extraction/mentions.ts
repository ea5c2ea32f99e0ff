import type { Country } from "@/lib/geo/countries";
import type { EventType } from "@/lib/taxonomy/event-types";
import type { Outcome } from "@/lib/taxonomy/terms";
import type { Casualty } from "./casualty";
import type { Connector } from "./connectors";
import type { Cue } from "./cues";
import { definiteness } from "./definiteness";
import type { Entity } from "./entities";
import { pickPlace } from "./mention-place";
import { type PickedTime, pickTime } from "./mention-time";
import type { RoleUse } from "./participants";
import type { PlaceUse } from "./place-choice";
import { findRoles } from "./roles";
import type { Segment } from "./segments";
import { shipsIn } from "./ships";
import { adjustedCues, casualtiesOf, cuesOf, stretchesOf, type Telling, tellingOf } from "./stretches";
import type { Span } from "./text";
import type { TimeExpression } from "./time";
import type { Token } from "./tokens";
import { takenIn, victimsOf } from "./victims";

/** One sentence with everything that was found in it. */
export type AnalysedSentence = Span & {
  index: number;
  paragraph: number;
  isHeadline: boolean;
  /** In a numbered or bulleted item or an entry of a live report ("09:55 ..."). */
  isItem: boolean;
  tokens: readonly Token[];
  entities: readonly Entity[];
  places: readonly PlaceUse[];
  times: readonly TimeExpression[];
};

/** An event as one stretch of a sentence tells it. */
export type Mention = Span & {
  sentence: AnalysedSentence;
  cues: Cue[];
  /** Score by event type; generic violence scores none. */
  types: Map<EventType, number>;
  /** Weapons and people that point to a type without naming it. */
  hints: Map<EventType, number>;
  /** Best score: 0 when only generic words were used. */
  strength: number;
  outcome: Outcome | null;
  weapon: string | null;
  /** Named with "the", "this" or a date's possessive: speaks of something already known. */
  isDefinite: boolean;
  /** "another", "a separate": not what was spoken of before. */
  isAnother: boolean;
  /** Blamed, condemned, investigated: tells nothing new by itself. */
  isReference: boolean;
  time: PickedTime | null;
  place: PlaceUse | null;
  casualties: readonly Casualty[];
  /** The one country that the stretch names, for want of a place. */
  country: Country | null;
  roles: RoleUse[];
  /** Names of ships in its stretch. */
  ships?: readonly string[];
  /** The mention before it in the same sentence, and the words between them. */
  connector: Connector | null;
};

/** What attackers also do. */
const SIDE_ACTS: ReadonlySet<EventType> = new Set([
  "abduction-forced-disappearance",
  "looting-property-destruction",
  "arrests",
]);

const isRelease = ({ words, sense }: Cue): boolean =>
  sense.role === "event" &&
  /^(?:freed|freeing|frees|released|rescued|rescuing|handed over|let go|found alive|regained)/.test(words);

function typeScores(cues: readonly Cue[]): Map<EventType, number> {
  const scores = new Map<EventType, number>();
  for (const { sense } of cues) {
    if (!sense.type || sense.role === "evidence") continue;
    // "Stormed a village, killing four and abducting others": what goes along weighs less.
    const isAlong =
      sense.pos === "ing" &&
      SIDE_ACTS.has(sense.type) &&
      cues.some(
        (other) => other.sense.pos !== "ing" && other.sense.pos !== "noun" && other.sense.role !== "evidence",
      );
    // "Freed a tanker that had been hijacked".
    const isUndone = sense.type === "abduction-forced-disappearance" && cues.some(isRelease);
    const value = isAlong || isUndone ? sense.strength / 2 : sense.strength;
    scores.set(sense.type, Math.max(scores.get(sense.type) ?? 0, value) + (scores.has(sense.type) ? 0.5 : 0));
  }
  return scores;
}

function hintScores(cues: readonly Cue[]): Map<EventType, number> {
  const scores = new Map<EventType, number>();
  for (const { sense } of cues) {
    if (sense.type && sense.role === "evidence")
      scores.set(sense.type, Math.max(scores.get(sense.type) ?? 0, sense.strength * 0.7));
  }
  return scores;
}

const WEAPON_WORDS =
  /^(?:rocket|missile|mortar|drone|artillery|grenade|car bomb|truck bomb|roadside bomb|landmine|suicide|bomb|knife|airstrike|air strike|shell|ied)/;

/** The word for the weapon in titles, from the most telling cue. */
function weaponOf(cues: readonly Cue[]): string | null {
  const named = cues
    .filter((cue) => WEAPON_WORDS.test(cue.words))
    .sort((a, b) => b.sense.strength - a.sense.strength);
  return WEAPON_WORDS.exec(named[0]?.words ?? "")?.[0] ?? null;
}

/** Roles with the victims whom nobody has named yet; who did it stays who did it. */
const withVictims = (roles: readonly RoleUse[], victims: readonly RoleUse[]): RoleUse[] => [
  ...roles,
  ...victims.filter(({ name }) => !roles.some((role) => role.name === name)),
];

/** Who takes part in each telling. */
function rolesOf(plain: string, tellings: readonly (Telling | null)[]): RoleUse[][] {
  const named = tellings.map((one) =>
    one ? findRoles(one.sentence, one.cues, one.segment.first, one.segment.last) : [],
  );
  const hurt = tellings.map((one) =>
    one ? victimsOf(plain, one, one.casualties, one.sentence.entities) : [],
  );
  const taken = tellings.map((one) => (one ? takenIn(plain, one, one.sentence.entities) : []));
  return named.map((roles, i) => withVictims(roles, [...(hurt[i] ?? []), ...(taken[i] ?? [])]));
}

function onlyCountry(entities: readonly Entity[], segment: Segment): Country | null {
  const named = new Set<Country>();
  for (const entity of entities) {
    if (entity.first < segment.first || entity.last > segment.last) continue;
    if (entity.kind === "country" || entity.kind === "demonym") named.add(entity.country);
    if (entity.kind === "group" && entity.country) named.add(entity.country);
  }
  const [first] = named;
  return named.size === 1 ? (first ?? null) : null;
}

/** Who was freed, and where, if only the words about their taking say so. */
const withCaptives = (mention: Mention, taking: Mention | undefined): Mention => ({
  ...mention,
  place: mention.place ?? taking?.place ?? null,
  roles: [...mention.roles, ...(taking?.roles.filter(({ role }) => role === "target") ?? [])],
});

/** A telling as a mention. */
function mentionOf(
  telling: Telling,
  time: PickedTime | null,
  place: PlaceUse | null,
  roles: RoleUse[],
): Mention {
  const { start, end, sentence, segment, cues, eventCues, casualties } = telling;
  const types = typeScores(eventCues);
  const hints = hintScores(cues);
  const isNoun = eventCues.some((cue) => cue.sense.pos === "noun");
  const known = definiteness(sentence.tokens, isNoun ? eventCues : cues);
  const isCarried = segment.isCarried === true;
  // Each field by its name: objects that are put together of others are slow to make and to read.
  return {
    start,
    end,
    sentence,
    cues,
    types,
    hints,
    strength: Math.max(0, ...types.values(), ...hints.values()),
    outcome: eventCues.find((cue) => cue.sense.outcome)?.sense.outcome ?? null,
    weapon: weaponOf(cues),
    isDefinite: !isCarried && (segment.isRecall === true || known.isDefinite),
    isAnother: isCarried || known.isAnother,
    isReference: telling.isReference,
    time,
    place,
    casualties,
    country: onlyCountry(sentence.entities, segment),
    roles,
    ships: shipsIn(sentence.tokens)
      .filter(({ first, last }) => first >= segment.first && last <= segment.last)
      .map(({ name }) => name),
    connector: segment.connector,
  };
}

/** So many sentences are read together. */
const BATCH = 64;

/**
 * Event mentions of each sentence in order; at most one for each stretch between words such as "after". Stage by
 * stage over many sentences, for a processor has the code of one stage at hand and not that of all.
 */
export function findMentions(plain: string, sentences: readonly AnalysedSentence[]): Mention[][] {
  const found: Mention[][] = [];
  for (let from = 0; from < sentences.length; from += BATCH)
    for (const mentions of mentionsOfBatch(plain, sentences.slice(from, from + BATCH))) found.push(mentions);
  return found;
}

function mentionsOfBatch(plain: string, sentences: readonly AnalysedSentence[]): Mention[][] {
  const found = sentences.map(cuesOf);
  const cues = sentences.map((sentence, i) => adjustedCues(found[i] ?? [], sentence));
  const stretches = sentences.flatMap((sentence, i) => stretchesOf(plain, sentence, cues[i] ?? []));
  const casualties = casualtiesOf(plain, stretches);
  const tellings = stretches.map((stretch, i) => tellingOf(plain, stretch, casualties[i] ?? []));
  const times = tellings.map((one) => one && pickTime(one.sentence, one.segment, one.eventCues));
  const places = tellings.map((one) => one && pickPlace(one.sentence, one.segment, one.eventCues));
  const roles = rolesOf(plain, tellings);
  const bySentence = new Map(sentences.map((sentence) => [sentence, [] as Mention[]]));
  for (const [i, telling] of tellings.entries()) {
    const mentions = telling && bySentence.get(telling.sentence);
    if (!mentions) continue;
    const told = mentionOf(telling, times[i] ?? null, places[i] ?? null, roles[i] ?? []);
    const mention = telling.segment.isFreeing ? withCaptives(told, mentions.at(-1)) : told;
    const isBehind = stretches[i - 1]?.sentence === telling.sentence;
    // What stood in front of it told nothing that it could hang together with.
    mentions.push(mentions.length === 0 && isBehind ? { ...mention, connector: null } : mention);
  }
  return [...bySentence.values()];
}
