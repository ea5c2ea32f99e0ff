import { findCasualties, partiesOfHarm } from "./casualties";
import type { Casualty } from "./casualty";
import { splitClauses } from "./clauses";
import { adjustCue } from "./cue-context";
import { isSupported } from "./cue-support";
import { type Cue, findCues } from "./cues";
import type { Entity } from "./entities";
import { holds, seek } from "./matches";
import type { AnalysedSentence } from "./mentions";
import { type Modality, modalityOf } from "./modality";
import { type Segment, splitSegments } from "./segments";
import type { Span } from "./text";

/** A part of a sentence that may tell an event. */
export type Stretch = Span & { sentence: AnalysedSentence; segment: Segment };

/** What a stretch tells. */
export type Telling = Stretch & {
  /** What did not happen or is only spoken of left out, unless nothing else is told. */
  cues: Cue[];
  /** Those of them that are events. */
  eventCues: Cue[];
  casualties: readonly Casualty[];
  /** Blamed, condemned, investigated: tells nothing new by itself. */
  isReference: boolean;
};

/** "Gaza Strip", "Battle Creek": a name's words tell no event. */
const isInName = (cue: Cue, entities: readonly Entity[]): boolean =>
  entities.some(
    (e) =>
      e.first <= cue.first &&
      e.last >= cue.last &&
      e.last - e.first > cue.last - cue.first &&
      (e.kind === "place" || e.kind === "country" || e.kind === "actor" || e.kind === "name"),
  );

/** The event words of a sentence that are no part of a name. */
export const cuesOf = ({ tokens, entities }: AnalysedSentence): Cue[] =>
  findCues(tokens).filter((cue) => !isInName(cue, entities));

/** The same as the words around them make them. */
export const adjustedCues = (cues: readonly Cue[], sentence: AnalysedSentence): Cue[] =>
  cues.map((cue) => adjustCue(cue, sentence.tokens, sentence.entities, sentence.places));

/** The stretches of a sentence between words such as "after". */
export function stretchesOf(plain: string, sentence: AnalysedSentence, cues: readonly Cue[]): Stretch[] {
  const { tokens } = sentence;
  const found: Stretch[] = [];
  for (const whole of splitSegments(plain, tokens, cues)) {
    for (const segment of splitClauses(sentence, whole)) {
      const [from, to] = [tokens[segment.first], tokens[segment.last - 1]];
      if (from && to) found.push({ start: from.start, end: to.end, sentence, segment });
    }
  }
  return found;
}

/** The casualties of each stretch. */
export function casualtiesOf(plain: string, stretches: readonly Stretch[]): Casualty[][] {
  const parties = stretches.map((stretch) => partiesOfHarm(plain, stretch));
  return stretches.map((stretch, i) =>
    findCasualties(plain, stretch, stretch.sentence.times, parties[i] ?? null),
  );
}

/** Deaths that nobody caused. */
const DISASTER = seek(
  /\b(?:earthquakes?|quakes?|aftershocks?|tsunamis?|floods?|flooding|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|landslides?|mudslides?|avalanches?|wildfires?|heatwaves?|pandemic|coronavirus|cholera|ebola|epidemic|natural (?:disaster|catastrophe)|derail(?:ed|ment)|car accident|road accident|traffic accident|capsiz(?:ed|ing))\b/i,
);

/** "The toll rose to 20", "there were no casualties": enough without an event word. */
const tellsToll = (casualties: readonly Casualty[], isHypothetical: boolean): boolean =>
  casualties.some((casualty) => casualty.isToll || casualty.isOther) ||
  (!isHypothetical && casualties.length > 0);

/** The event of a stretch, or null where it tells none. */
export function tellingOf(plain: string, stretch: Stretch, casualties: readonly Casualty[]): Telling | null {
  const { start, end, sentence, segment } = stretch;
  const { tokens } = sentence;
  const read = segment.cues.map((cue) => ({ cue, modality: modalityOf(tokens, cue, segment.first) }));
  const adjusted = read.filter(({ modality }) => modality !== "hypothetical" && modality !== "negated");
  const readCues = adjusted.map(({ cue }) => cue);
  const isRecall = segment.isRecall === true;
  const events = adjusted.filter(
    ({ cue }) => isRecall || isSupported(cue, readCues, casualties.length > 0, tokens),
  );
  const isTollOnly =
    events.length === 0 &&
    tellsToll(
      casualties,
      read.some(({ modality }) => modality === "hypothetical"),
    );
  if (events.length === 0 && !isTollOnly) return null;
  if (
    !readCues.some((cue) => cue.sense.type !== null) &&
    holds(plain.slice(sentence.start, sentence.end), DISASTER)
  )
    return null;
  if (events.length > 0 && events.every(({ modality }) => modality === "general")) return null;
  // "Detained a leader who is responsible for attacks": what is only referred to gives no type.
  const isTold = events.some(({ modality }) => modality === "asserted");
  const told = (item: { modality: Modality }) => !isTold || item.modality === "asserted";
  return {
    start,
    end,
    sentence,
    segment,
    cues: adjusted.filter(told).map(({ cue }) => cue),
    eventCues: events.filter(told).map(({ cue }) => cue),
    casualties,
    isReference: isRecall || (events.length > 0 && events.every(({ modality }) => modality === "reference")),
  };
}
