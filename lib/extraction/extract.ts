import { getCountry } from "@/lib/geo/countries";
import { foldName } from "@/lib/geo/fold";
import { findBlame } from "./claims";
import { clusterTime } from "./cluster-fit";
import { clusterMentions } from "./coreference";
import { findEntities } from "./entities";
import { countryPlace, zoneAt } from "./incident-place";
import { composeIncident, quoteOf } from "./incidents";
import type { Knowledge, KnownPlace } from "./knowledge";
import { findLinks } from "./links";
import type { PickedTime } from "./mention-time";
import { type AnalysedSentence, findMentions, type Mention } from "./mentions";
import { speaksOfFuture } from "./modality";
import { type Paragraph, splitParagraphs } from "./paragraphs";
import type { RoleUse } from "./participants";
import { choosePlace, type PlaceContext, type PlaceUse, placeContext, placeLevel } from "./place-choice";
import { findPlaces } from "./places";
import type { Extraction } from "./proposal";
import { findPublication } from "./publication";
import { timeBefore } from "./relative-time";
import { withScene } from "./scene";
import { splitSentences } from "./sentences";
import { plainText, type Span } from "./text";
import { findTimes } from "./time";
import { tokenize } from "./tokens";
import { onDay, spanDays, type When } from "./when";

export type ExtractionOptions = {
  /** YYYY-MM-DD. */
  publishedOn?: string | null;
  timeZone?: string | null;
  /** A title that is not part of the text; read for context only, never quoted. */
  title?: string | null;
  /** YYYY-MM-DD: no inferred publication date is later. */
  today: string;
};

type RawSentence = Span & { paragraph: number; isHeadline: boolean; isItem: boolean };

/** "- ", "3. ", "(b) ", "09:55 " in front of a paragraph. */
const ITEM = /^\s*(?:[-•*–▪]\s|\(?(?:\d{1,2}|[a-z])[.)]\s|\d{1,2}[:.]\d\d\s)/;

function sentencesOf(plain: string, paragraphs: readonly Paragraph[]): RawSentence[] {
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

/** Sentences with names, places and times; times are read in order, each against the day last spoken of. */
function analyse(
  plain: string,
  raw: readonly RawSentence[],
  paragraphs: readonly Paragraph[],
  publishedOn: string | null,
  knowledge: Knowledge,
): { sentences: AnalysedSentence[]; context: PlaceContext } {
  const parts = raw.map((sentence) => {
    const tokens = tokenize(plain, sentence);
    return { sentence, tokens, entities: findEntities(plain, tokens, knowledge) };
  });
  const datelines = paragraphs.flatMap((paragraph) =>
    paragraph.dateline ? [findEntities(plain, tokenize(plain, paragraph.dateline.place), knowledge)] : [],
  );
  const context = placeContext([...parts.map((part) => part.entities), ...datelines]);
  let narrative: When | null = null;
  const sentences = parts.map(({ sentence, tokens, entities }, index): AnalysedSentence => {
    const times = findTimes(plain, sentence, {
      published: publishedOn,
      narrative,
      isFuture:
        speaksOfFuture(tokens) && !/\b(?:was|were|had)\b/.test(plain.slice(sentence.start, sentence.end)),
    });
    const last = times.findLast((time) => time.when && !time.isBound && spanDays(time.when) <= 31);
    if (last?.when) narrative = last.when;
    return {
      ...sentence,
      index,
      tokens,
      entities,
      places: findPlaces(plain, tokens, entities, context, knowledge),
      times,
    };
  });
  return { sentences, context };
}

/** Mentions of all sentences in order, with the times and places that they take from their surroundings. */
function mentionsOf(plain: string, sentences: readonly AnalysedSentence[]): Map<number, Mention[]> {
  const bySentence = new Map<number, Mention[]>();
  const hasEvent = (sentence: AnalysedSentence) => (bySentence.get(sentence.index) ?? []).length > 0;
  let opening: Mention | null = null;
  let lastPlace: PlaceUse | null = null;
  let lastSite: PlaceUse | null = null;
  for (const sentence of sentences) {
    const mentions: Mention[] = [];
    const all = findMentions(plain, sentence);
    for (const [i, found] of all.entries()) {
      const before: Mention | null = mentions.at(-1) ?? opening;
      const later = all[i + 1];
      const time: PickedTime | null =
        found.time ??
        (found.connector && before?.time ? timeBefore(before.time, found.connector) : null) ??
        (later?.time && later.connector?.isReversed
          ? timeBefore(later.time, { ...later.connector, isReversed: false })
          : null);
      const place: PlaceUse | null =
        found.place ?? (pointsBack(plain, found) ? lastPlace : atThatSite(plain, found) ? lastSite : null);
      const mention: Mention = { ...found, time, place };
      const isNew = !mention.isDefinite || opening === null;
      const opens = mentions.length === 0 && isNew && !mention.isReference && !sentence.isHeadline;
      mentions.push(opens ? withScene(mention, sentences, hasEvent) : mention);
      if (mention.place && placeLevel(mention.place.place.kind) >= 2) lastPlace = mention.place;
      if (mention.place && placeLevel(mention.place.place.kind) >= 5) lastSite = mention.place;
    }
    bySentence.set(sentence.index, mentions);
    if (!sentence.isHeadline)
      opening = mentions.find((mention) => mention.time !== null) ?? opening ?? mentions[0] ?? null;
  }
  return bySentence;
}

/** "In the city", "in the same village": where the event before was. */
const pointsBack = (plain: string, mention: Mention): boolean =>
  /\b(?:in|at|near|across|on|inside) (?:the|that|this|the same) (?:city|town|village|area|district|province|region|neighbou?rhood)\b(?! of)/i.test(
    plain.slice(mention.start, mention.end),
  );

/** "Killed two at the base": the base, camp or embassy named last. */
const atThatSite = (plain: string, mention: Mention): boolean =>
  mention.connector === null &&
  /\b(?:in|at|on|inside|near) (?:the|that|this|the same) (?:base|camp|embassy|airport|compound)\b(?! of)/i.test(
    plain.slice(mention.start, mention.end),
  );

/** Blame told in a sentence goes to the incident that it speaks of; "these attacks" are all before it. */
function blamesByCluster(
  sentences: readonly AnalysedSentence[],
  clusterOf: ReadonlyMap<Mention, number>,
  bySentence: ReadonlyMap<number, Mention[]>,
  count: number,
): RoleUse[][] {
  const lists: RoleUse[][] = Array.from({ length: count }, () => []);
  let last = 0;
  let seen = 0;
  for (const sentence of sentences) {
    const mine = (bySentence.get(sentence.index) ?? [])
      .map((mention) => clusterOf.get(mention))
      .filter((i) => i !== undefined);
    for (const blame of findBlame(sentence.tokens, sentence.entities)) {
      if (blame.isPlural) for (let i = Math.max(0, seen - 20); i <= seen; i += 1) lists[i]?.push(blame);
      else lists[mine[0] ?? last]?.push(blame);
    }
    last = mine.at(-1) ?? last;
    seen = Math.max(seen, last, ...mine);
  }
  return lists;
}

function mainCountry(context: PlaceContext): ReturnType<typeof getCountry> {
  const [top] = [...context.countries].sort((a, b) => b[1] - a[1]);
  return top ? getCountry(top[0]) : null;
}

/** The town that the report was filed from, or null. */
function datelinePlace(
  plain: string,
  paragraphs: readonly Paragraph[],
  context: PlaceContext,
  knowledge: Knowledge,
): KnownPlace | null {
  const dateline = paragraphs.find((paragraph) => paragraph.dateline)?.dateline;
  if (!dateline) return null;
  for (const entity of findEntities(plain, tokenize(plain, dateline.place), knowledge)) {
    const candidates = entity.kind === "place" ? entity.places : entity.kind === "name" ? entity.towns : [];
    const chosen = choosePlace(candidates, context, { country: null, head: "", near: null });
    if (chosen) return chosen.place;
  }
  return null;
}

/** A capital is where bureaus are: only a town elsewhere says something about where it happened. */
const isCapital = (place: KnownPlace): boolean =>
  place.country !== null && foldName(getCountry(place.country)?.capital ?? "") === foldName(place.name);

/**
 * Proposes the incidents that an English news text reports. Pure and linear in the length of the text; every
 * quote is a verbatim span of `text`. What the text does not say stays null.
 */
export function extractIncidents(text: string, options: ExtractionOptions, knowledge: Knowledge): Extraction {
  const plain = plainText(text);
  const paragraphs = splitParagraphs(plain);
  const raw = sentencesOf(plain, paragraphs);
  const publication = findPublication(plain, paragraphs, raw, options);
  const { sentences, context } = analyse(plain, raw, paragraphs, publication.on, knowledge);
  const bySentence = mentionsOf(plain, sentences);
  const mentions = [...bySentence.values()].flat();
  const { clusters, clusterOf } = clusterMentions(mentions);
  const country = mainCountry(context);
  const filedFrom = datelinePlace(plain, paragraphs, context, knowledge);
  const zone = options.timeZone ?? (filedFrom && (filedFrom.timeZone ?? zoneAt(filedFrom)));
  const facts = {
    text,
    publishedOn: publication.on,
    timeZone: zone ?? (country && zoneAt(country.centre)) ?? "UTC",
    country: country && countryPlace(country),
    isOneCountry:
      country !== null &&
      (context.countries.get(country.code) ?? 0) >=
        0.6 * [...context.countries.values()].reduce((a, b) => a + b, 0),
    dateline: filedFrom && !isCapital(filedFrom) ? filedFrom : null,
  };
  const blames = blamesByCluster(sentences, clusterOf, bySentence, clusters.length);
  const mainTime =
    (clusters[0] && clusterTime(clusters[0])?.when) ?? (publication.on ? onDay(publication.on) : null);
  const composed = clusters.map((cluster, index) =>
    composeIncident(cluster, index, index === 0 ? null : mainTime, blames[index] ?? [], facts),
  );
  const links = findLinks(clusters, clusterOf, blames, mentions, (mention) =>
    quoteOf(text, "summary", mention.sentence),
  );
  return {
    article: {
      publishedOn: publication.on,
      publishedOnFrom: publication.from,
      timeZone: composed[0]?.timeZone ?? zone,
      paragraphs: paragraphs.filter((paragraph) => paragraph.repeats === null).length,
      repeatedParagraphs: paragraphs.filter((paragraph) => paragraph.repeats !== null).length,
    },
    incidents: composed.map(({ when: _, ...incident }) => incident),
    links,
  };
}
