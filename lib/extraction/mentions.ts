import type { Country } from "@/lib/geo/countries";
import type { EventType } from "@/lib/taxonomy/event-types";
import type { Outcome } from "@/lib/taxonomy/terms";
import { findCasualties } from "./casualties";
import type { Casualty } from "./casualty";
import { splitClauses } from "./clauses";
import type { Connector } from "./connectors";
import { adjustCue } from "./cue-context";
import { isSupported } from "./cue-support";
import { type Cue, findCues } from "./cues";
import { definiteness } from "./definiteness";
import type { Entity } from "./entities";
import { holds, seek } from "./matches";
import { pickPlace } from "./mention-place";
import { type PickedTime, pickTime } from "./mention-time";
import { type Modality, modalityOf } from "./modality";
import type { RoleUse } from "./participants";
import type { PlaceUse } from "./place-choice";
import { findRoles } from "./roles";
import { type Segment, splitSegments } from "./segments";
import { shipsIn } from "./ships";
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
  casualties: Casualty[];
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

/** Deaths that nobody caused. */
const DISASTER = seek(
  /\b(?:earthquakes?|quakes?|aftershocks?|tsunamis?|floods?|flooding|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|landslides?|mudslides?|avalanches?|wildfires?|heatwaves?|pandemic|coronavirus|cholera|ebola|epidemic|natural (?:disaster|catastrophe)|derail(?:ed|ment)|car accident|road accident|traffic accident|capsiz(?:ed|ing))\b/i,
);

const WEAPON_WORDS =
  /^(?:rocket|missile|mortar|drone|artillery|grenade|car bomb|truck bomb|roadside bomb|landmine|suicide|bomb|knife|airstrike|air strike|shell|ied)/;

/** The word for the weapon in titles, from the most telling cue. */
function weaponOf(cues: readonly Cue[]): string | null {
  const named = cues
    .filter((cue) => WEAPON_WORDS.test(cue.words))
    .sort((a, b) => b.sense.strength - a.sense.strength);
  return WEAPON_WORDS.exec(named[0]?.words ?? "")?.[0] ?? null;
}

/** "The toll rose to 20", "there were no casualties": enough without an event word. */
const tellsToll = (casualties: readonly Casualty[], isHypothetical: boolean): boolean =>
  casualties.some((casualty) => casualty.isToll || casualty.isOther) ||
  (!isHypothetical && casualties.length > 0);

function mentionOf(plain: string, sentence: AnalysedSentence, segment: Segment): Mention | null {
  const { tokens, entities, places, times } = sentence;
  const from = tokens[segment.first];
  const to = tokens[segment.last - 1];
  if (!from || !to) return null;
  const span = { start: from.start, end: to.end };
  const casualties = findCasualties(plain, span, times);
  const read = segment.cues.map((cue) => ({ cue, modality: modalityOf(tokens, cue, segment.first) }));
  const adjusted = read.filter(({ modality }) => modality !== "hypothetical" && modality !== "negated");
  const isRecall = segment.isRecall === true;
  const events = adjusted.filter(
    ({ cue }) =>
      isRecall ||
      isSupported(
        cue,
        adjusted.map((other) => other.cue),
        casualties.length > 0,
        tokens,
      ),
  );
  const isTollOnly =
    events.length === 0 &&
    tellsToll(
      casualties,
      read.some(({ modality }) => modality === "hypothetical"),
    );
  if (events.length === 0 && !isTollOnly) return null;
  if (
    !adjusted.some(({ cue }) => cue.sense.type !== null) &&
    holds(plain.slice(sentence.start, sentence.end), DISASTER)
  )
    return null;
  if (events.length > 0 && events.every(({ modality }) => modality === "general")) return null;
  // "Detained a leader who is responsible for attacks": what is only referred to gives no type.
  const isTold = events.some(({ modality }) => modality === "asserted");
  const told = (item: { modality: Modality }) => !isTold || item.modality === "asserted";
  const cues = adjusted.filter(told).map(({ cue }) => cue);
  const eventCues = events.filter(told).map(({ cue }) => cue);
  const types = typeScores(eventCues);
  const hints = hintScores(cues);
  const context = { tokens, entities, places };
  const known = definiteness(tokens, eventCues.some((cue) => cue.sense.pos === "noun") ? eventCues : cues);
  const isCarried = segment.isCarried === true;
  // Each field by its name: objects that are put together of others are slow to make and to read.
  return {
    start: span.start,
    end: span.end,
    sentence,
    cues,
    types,
    hints,
    strength: Math.max(0, ...types.values(), ...hints.values()),
    outcome: eventCues.find((cue) => cue.sense.outcome)?.sense.outcome ?? null,
    weapon: weaponOf(cues),
    isDefinite: !isCarried && (isRecall || known.isDefinite),
    isAnother: isCarried || known.isAnother,
    isReference: isRecall || (events.length > 0 && events.every(({ modality }) => modality === "reference")),
    time: pickTime(sentence, segment, eventCues),
    place: pickPlace(sentence, segment, eventCues),
    casualties,
    country: onlyCountry(entities, segment),
    roles: withVictims(findRoles(context, cues, segment.first, segment.last), [
      ...victimsOf(plain, span, casualties, entities),
      ...takenIn(plain, span, entities),
    ]),
    ships: shipsIn(tokens)
      .filter(({ first, last }) => first >= segment.first && last <= segment.last)
      .map(({ name }) => name),
    connector: segment.connector,
  };
}

/** Roles with the victims whom nobody has named yet; who did it stays who did it. */
const withVictims = (roles: RoleUse[], victims: readonly RoleUse[]): RoleUse[] => [
  ...roles,
  ...victims.filter(({ name }) => !roles.some((role) => role.name === name)),
];

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

/** "Gaza Strip", "Battle Creek": a name's words tell no event. */
const isInName = (cue: Cue, entities: readonly Entity[]): boolean =>
  entities.some(
    (e) =>
      /^(?:place|country|actor|name)$/.test(e.kind) &&
      e.first <= cue.first &&
      e.last >= cue.last &&
      e.last - e.first > cue.last - cue.first,
  );

/** Who was freed, and where, if only the words about their taking say so. */
const withCaptives = (mention: Mention, taking: Mention | undefined): Mention => ({
  ...mention,
  place: mention.place ?? taking?.place ?? null,
  roles: [...mention.roles, ...(taking?.roles.filter(({ role }) => role === "target") ?? [])],
});

/** Event mentions of a sentence in order; at most one for each stretch between words such as "after". */
export function findMentions(plain: string, sentence: AnalysedSentence): Mention[] {
  const { tokens, entities, places } = sentence;
  const cues = findCues(tokens)
    .filter((cue) => !isInName(cue, entities))
    .map((cue) => adjustCue(cue, tokens, entities, places));
  const segments = splitSegments(plain, tokens, cues).flatMap((segment) => splitClauses(sentence, segment));
  const mentions: Mention[] = [];
  for (const segment of segments) {
    const told = mentionOf(plain, sentence, segment);
    const mention = told && segment.isFreeing ? withCaptives(told, mentions.at(-1)) : told;
    if (mention)
      mentions.push(
        mentions.length === 0 && segment !== segments[0] ? { ...mention, connector: null } : mention,
      );
  }
  return mentions;
}
