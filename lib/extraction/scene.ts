import type { AnalysedSentence, Mention } from "./mentions";
import { mostExact, type PlaceUse } from "./place-choice";

/**
 * Where and when a story is set before anything happens: "In Helmand province, a patrol spotted insurgents in
 * Sangin district today. It engaged them, killing one." An event without time or place of its own takes them from
 * the sentences before it in its paragraph, as long as those speak of no other event; the first event of a text
 * takes its time from the paragraphs before it, too.
 */
export function withScene(
  mention: Mention,
  sentences: readonly AnalysedSentence[],
  hasEvent: (sentence: AnalysedSentence) => boolean,
  isFirst: boolean,
): Mention {
  let { time, place } = mention;
  for (
    let i = mention.sentence.index - 1;
    i >= Math.max(0, mention.sentence.index - 5) && (time === null || place === null);
    i -= 1
  ) {
    const sentence = sentences[i];
    if (!sentence || hasEvent(sentence)) break;
    const isBeside = sentence.paragraph === mention.sentence.paragraph;
    if (!isBeside && (!isFirst || sentence.isHeadline)) break;
    if (isBeside) place ??= scenePlace(sentence);
    const stated = sentence.times.find(
      (expression) => expression.when?.unit === "day" && !expression.isBound && !expression.isAside,
    );
    if (time === null && stated?.when) {
      time = { when: stated.when, span: { start: stated.start, end: stated.end }, isWeak: false };
    }
  }
  return time === mention.time && place === mention.place ? mention : { ...mention, time, place };
}

const scenePlace = (sentence: AnalysedSentence): PlaceUse | null =>
  mostExact(
    sentence.places.filter((use) => use.isLocative && /^(?:in|at|near|on|outside)$/.test(use.preposition)),
  );
