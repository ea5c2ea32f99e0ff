import { getCountry } from "@/lib/geo/countries";
import { foldName } from "@/lib/geo/fold";
import { findBlame } from "./claims";
import { type Cluster, clusterTime } from "./cluster-fit";
import { clusterMentions } from "./coreference";
import { findEntities } from "./entities";
import { countryPlace, zoneAt } from "./incident-place";
import { composeIncident, quoteOf } from "./incidents";
import type { Knowledge, KnownPlace } from "./knowledge";
import { withOrdinaryCase } from "./letter-case";
import { findLinks } from "./links";
import { timeSince } from "./mention-time";
import type { AnalysedSentence, Mention } from "./mentions";
import { type Paragraph, splitParagraphs } from "./paragraphs";
import type { RoleUse } from "./participants";
import { choosePlace, type PlaceContext, placeLevel, type ResolvedPlace } from "./place-choice";
import type { Extraction } from "./proposal";
import { findPublication } from "./publication";
import { analyse, datelineTokens, mentionsOf, sentencesOf } from "./reading";
import { plainText } from "./text";
import { withoutSums } from "./toll-sums";
import { daysBetween, onDay, spanDays, type When } from "./when";

export type ExtractionOptions = {
  /** YYYY-MM-DD. */
  publishedOn?: string | null;
  timeZone?: string | null;
  /** A title that is not part of the text; read for context only, never quoted. */
  title?: string | null;
  /** YYYY-MM-DD: no inferred publication date is later. */
  today: string;
};

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

/** "Since May, 40 people have been killed": the stretch of time that the first sentence of an undated incident counts. */
function cumulativeTime(
  plain: string,
  { mentions: [first] }: Cluster,
  published: string | null,
): When | null {
  return first && published ? timeSince(plain, first.sentence, published) : null;
}

/** How many mentions back a day still tells when an undated event was. */
const NARRATIVE_REACH = 6;

/** The day that the sentences before an undated incident spoke of: of the last dated event that was no digression. */
function narrativeTime(
  { mentions: [first] }: Cluster,
  mentions: readonly Mention[],
  indexOf: ReadonlyMap<number, number>,
  news: When | null,
  plain: string,
): When | null {
  if (!first) return null;
  const at = indexOf.get(first.start) ?? 0;
  for (let i = at - 1; i >= Math.max(0, at - NARRATIVE_REACH); i -= 1) {
    const { time, connector, isReference, sentence } = mentions[i] ?? first;
    const isAside =
      news &&
      time &&
      sentence.paragraph !== first.sentence.paragraph &&
      daysBetween(time.when.to, news.to) > 3;
    if (isAside) continue;
    // "Over the last 24 hours" is how long something else went on.
    if (
      time &&
      /^(?:in|over|during|within|for) the (?:last|past)\b/i.test(
        plain.slice(time.span.start, time.span.end),
      ) &&
      spanDays(time.when) > 1
    )
      continue;
    if (time && !time.isWeak && !isReference && !connector?.link && spanDays(time.when) <= 10)
      return time.when;
  }
  return null;
}

/** The town or district that the text last spoke of before an incident whose place it does not name. */
function settingOf(
  { mentions: [first] }: Cluster,
  mentions: readonly Mention[],
  indexOf: ReadonlyMap<number, number>,
): ResolvedPlace | null {
  if (!first || first.sentence.tokens[0]?.lower === "elsewhere") return null;
  const at = indexOf.get(first.start) ?? 0;
  for (let i = at - 1; i >= Math.max(0, at - NARRATIVE_REACH); i -= 1) {
    const { place, connector, isReference } = mentions[i] ?? first;
    const isKnown = place && place.place.latitude !== null && placeLevel(place.place.kind) >= 2;
    if (isKnown && !isReference && !connector?.link) return place.place;
  }
  return null;
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
  for (const entity of findEntities(plain, datelineTokens(plain, dateline.place), knowledge)) {
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
  const plain = withOrdinaryCase(plainText(text), knowledge);
  const paragraphs = splitParagraphs(plain);
  const raw = sentencesOf(plain, paragraphs);
  const publication = findPublication(plain, paragraphs, raw, options);
  const { sentences, context } = analyse(plain, raw, paragraphs, publication.on, knowledge);
  const bySentence = mentionsOf(plain, sentences);
  const mentions = [...bySentence.values()].flat();
  const { clusters, clusterOf } = clusterMentions(mentions, publication.on);
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
    setting: null,
    dateline: filedFrom && !isCapital(filedFrom) ? filedFrom : null,
  };
  const blames = blamesByCluster(sentences, clusterOf, bySentence, clusters.length);
  const mainTime =
    (clusters[0] && clusterTime(clusters[0])?.when) ?? (publication.on ? onDay(publication.on) : null);
  const indexOf = new Map(mentions.map((mention, i) => [mention.start, i] as const));
  const composed = withoutSums(clusters).map((cluster, index) =>
    composeIncident(
      cluster,
      index,
      index === 0
        ? null
        : (cumulativeTime(plain, cluster, publication.on) ??
            narrativeTime(cluster, mentions, indexOf, mainTime, plain) ??
            mainTime),
      blames[index] ?? [],
      { ...facts, setting: index === 0 ? null : settingOf(cluster, mentions, indexOf) },
    ),
  );
  const nodes = clusters.flatMap((cluster, index) => {
    const incident = composed[index];
    return incident ? [{ index, cluster, incident, when: incident.when, blames: blames[index] ?? [] }] : [];
  });
  const links = findLinks(nodes, { clusterOf, mentions, plain }, (mention) =>
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
