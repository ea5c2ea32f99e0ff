import { findEntities } from "./entities";
import type { Knowledge } from "./knowledge";
import type { PickedTime } from "./mention-time";
import { type AnalysedSentence, findMentions, type Mention } from "./mentions";
import type { Paragraph } from "./paragraphs";
import type { RoleUse } from "./participants";
import { type PlaceContext, type PlaceUse, placeContext, placeLevel } from "./place-choice";
import { findPlaces } from "./places";
import { timeBefore } from "./relative-time";
import { withScene } from "./scene";
import { splitSentences } from "./sentences";
import type { Span } from "./text";
import { readTimes } from "./time-reader";
import { type Token, tokenize } from "./tokens";

type RawSentence = Span & { paragraph: number; isHeadline: boolean; isItem: boolean };

/** "- ", "3. ", "(b) ", "09:55 " in front of a paragraph. */
const ITEM = /^\s*(?:[-•*–▪]\s|\(?(?:\d{1,2}|[a-z])[.)]\s|\d{1,2}[:.]\d\d\s)/;

/** Sentences of the body and the headlines, in order; paragraphs that repeat others are left out. */
export function sentencesOf(plain: string, paragraphs: readonly Paragraph[]): RawSentence[] {
  const sentences: RawSentence[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.repeats !== null || (paragraph.kind !== "body" && paragraph.kind !== "headline")) continue;
    const isItem = ITEM.test(plain.slice(paragraph.start, paragraph.start + 12));
    for (const span of splitSentences(plain, { start: paragraph.bodyStart, end: paragraph.end })) {
      sentences.push({ ...span, paragraph: index, isHeadline: paragraph.kind === "headline", isItem });
    }
  }
  return sentences;
}

/** "JOLO" in a dateline is a town in capitals, no abbreviation. */
export const datelineTokens = (plain: string, span: Span): Token[] =>
  tokenize(plain, span).map((token) => ({
    ...token,
    text: token.text.charAt(0) + token.text.slice(1).toLowerCase(),
  }));

/** Sentences with names, places and times; times are read in order, each against the day last spoken of. */
export function analyse(
  plain: string,
  raw: readonly RawSentence[],
  paragraphs: readonly Paragraph[],
  publishedOn: string | null,
  knowledge: Knowledge,
): { sentences: AnalysedSentence[]; context: PlaceContext } {
  const parts = raw
    .map((sentence) => ({ sentence, tokens: tokenize(plain, sentence) }))
    .map(({ sentence, tokens }) => ({ sentence, tokens, entities: findEntities(plain, tokens, knowledge) }));
  const datelines = paragraphs.flatMap((paragraph) =>
    paragraph.dateline
      ? [findEntities(plain, datelineTokens(plain, paragraph.dateline.place), knowledge)]
      : [],
  );
  const context = placeContext([...parts.map((part) => part.entities), ...datelines]);
  const times = readTimes(plain, raw, publishedOn);
  const sentences = parts.map(
    ({ sentence, tokens, entities }, index): AnalysedSentence => ({
      ...sentence,
      index,
      tokens,
      entities,
      places: findPlaces(plain, tokens, entities, context, knowledge),
      times: times[index] ?? [],
    }),
  );
  return { sentences, context };
}

/** Mentions of all sentences in order, with the times and places that they take from their surroundings. */
export function mentionsOf(plain: string, sentences: readonly AnalysedSentence[]): Map<number, Mention[]> {
  const bySentence = new Map<number, Mention[]>();
  const hasEvent = (sentence: AnalysedSentence) =>
    (bySentence.get(sentence.index) ?? []).some((mention) => mention.strength >= 1);
  let opening: Mention | null = null;
  let lastPlace: PlaceUse | null = null;
  let lastSite: PlaceUse | null = null;
  let lastWaters: PlaceUse | null = null;
  let lastDoer: Mention | null = null;
  const told = findMentions(plain, sentences);
  for (const [index, sentence] of sentences.entries()) {
    const mentions: Mention[] = [];
    lastWaters = sentence.places.findLast((use) => use.place.kind === "sea") ?? lastWaters;
    const all = told[index] ?? [];
    for (const [i, found] of all.entries()) {
      const before: Mention | null = mentions.at(-1) ?? opening;
      const later = all[i + 1];
      const beside = found.connector?.isSoft ? before?.time : later?.connector?.isSoft ? later.time : null;
      const time: PickedTime | null =
        found.time ??
        (beside && !found.isDefinite ? { ...beside, isWeak: true } : null) ??
        (found.connector && before?.time ? timeBefore(before.time, found.connector) : null) ??
        (later?.time && later.connector?.isReversed
          ? timeBefore(later.time, { ...later.connector, isReversed: false })
          : null);
      const place: PlaceUse | null =
        found.place ??
        (onThoseWaters(plain, found) ? lastWaters : null) ??
        (pointsBack(plain, found) ? lastPlace : atThatSite(plain, found) ? lastSite : null);
      // A copy would be an object of another shape, which slows down whatever reads mentions later.
      found.time = time;
      found.place = place;
      const mention = withDoers(found, lastDoer);
      if (mention.roles.some(isDoer)) lastDoer = mention;
      const isNew = !mention.isDefinite || opening === null;
      const opens = mentions.length === 0 && isNew && !mention.isReference && !sentence.isHeadline;
      mentions.push(opens ? withScene(mention, sentences, hasEvent, opening === null) : mention);
      if (mention.place && placeLevel(mention.place.place.kind) >= 2) lastPlace = mention.place;
      if (mention.place && placeLevel(mention.place.place.kind) >= 5) lastSite = mention.place;
    }
    bySentence.set(sentence.index, mentions);
    if (!sentence.isHeadline)
      opening = mentions.find((mention) => mention.time !== null) ?? opening ?? mentions[0] ?? null;
  }
  return bySentence;
}

const isDoer = ({ role }: RoleUse): boolean => role === "perpetrator" || role === "defender";

/** "They also bombed a bridge": whoever did what the sentence before told of. */
function withDoers(mention: Mention, before: Mention | null): Mention {
  const [first, second] = mention.sentence.tokens;
  const isPronoun =
    /^(?:they|it)$/.test(first?.lower ?? "") &&
    !/^(?:was|were|is|are|had|has|have)$/.test(second?.lower ?? "");
  const isNear = before !== null && mention.sentence.index - before.sentence.index === 1;
  const isOpening = mention.connector === null && mention.start === mention.sentence.start;
  if (!isPronoun || !isNear || !isOpening || mention.roles.some(isDoer)) return mention;
  return { ...mention, roles: [...mention.roles, ...before.roles.filter(isDoer)] };
}

/** "Another attack in the same region": in another town of it. */
const isElsewhereIn = (plain: string, mention: Mention): boolean =>
  mention.isAnother && /\b(?:area|district|province|region)\b/i.test(plain.slice(mention.start, mention.end));

/** "In the city", "in the same village": where the event before was. */
const pointsBack = (plain: string, mention: Mention): boolean =>
  !isElsewhereIn(plain, mention) &&
  /\b(?:in|at|near|across|on|inside) (?:the|that|this|the same) (?:city|town|village|area|district|province|region|neighbou?rhood|island|valley|strip|enclave|peninsula|river)\b(?! of)/i.test(
    plain.slice(mention.start, mention.end),
  );

/** "Hit as it left the strait", or a ship that is named: the waters named last. */
const onThoseWaters = (plain: string, mention: Mention): boolean =>
  (mention.ships ?? []).length > 0 ||
  /\b(?:the|this|that) (?:strait|gulf|sea|waterway|channel|canal|waters)\b(?! of)/i.test(
    plain.slice(mention.start, mention.end),
  );

/** "Killed two at the base": the base, camp or embassy named last. */
const atThatSite = (plain: string, mention: Mention): boolean =>
  mention.connector === null &&
  /\b(?:in|at|on|inside|near) (?:the|that|this|the same) (?:base|camp|embassy|airport|compound)\b(?! of)/i.test(
    plain.slice(mention.start, mention.end),
  );
