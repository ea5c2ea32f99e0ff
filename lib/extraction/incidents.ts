import tzLookup from "@photostructure/tz-lookup";
import type { Country } from "@/lib/geo/countries";
import type { ClaimField } from "@/lib/taxonomy/terms";
import { type Cluster, clusterTime, leadingType } from "./coreference";
import { eventTypeOf, outcomeOf } from "./event-kind";
import { loneHours } from "./mention-time";
import type { Mention } from "./mentions";
import { type PlaceUse, placeLevel, precisionOf } from "./place-choice";
import type { ProposedIncident, ProposedParticipant, ProposedPlace, ProposedQuote } from "./proposal";
import type { RoleUse } from "./roles";
import type { Span } from "./text";
import { withHours } from "./time";
import { tollOf } from "./tolls";
import { daysBetween, onDay, sharpen, toEdtf, type When } from "./when";
import { summaryOf, titleOf } from "./wording";

export type ArticleFacts = {
  text: string;
  publishedOn: string | null;
  /** Zone for incidents without a place. */
  timeZone: string;
  /** The country that the article is about, for incidents whose place is not said; null when open. */
  country: PlaceUse["place"] | null;
  /** The article hardly speaks of any other country. */
  isOneCountry: boolean;
  /** Where the report was filed: the best guess for a main event of which only the country is told. */
  dateline: PlaceUse["place"] | null;
};

/** The sentence around a span as a quote; offsets are into the input text. */
export function quoteOf(text: string, field: ClaimField, span: Span): ProposedQuote {
  return { field, exact: text.slice(span.start, span.end), start: span.start, end: span.end };
}

function timeOf(
  cluster: Cluster,
  isMain: boolean,
  fallback: When | null,
  facts: ArticleFacts,
): { when: When | null; mention: Mention | null } {
  const stated = clusterTime(cluster);
  if (!stated) {
    if (fallback) return { when: { ...fallback, part: null, clock: null, approximate: true }, mention: null };
    return {
      when: isMain && facts.publishedOn ? { ...onDay(facts.publishedOn), approximate: true } : null,
      mention: null,
    };
  }
  let { when } = stated;
  for (const mention of cluster.mentions) {
    if (mention.time && !mention.time.isWeak && mention.time.when.from === when.from)
      when = sharpen(when, mention.time.when);
  }
  for (const mention of cluster.mentions) {
    const hours =
      when.unit === "day" && !when.clock && !mention.isReference && mention.connector === null
        ? loneHours(mention.sentence)
        : null;
    if (hours && (!mention.time || mention.time.when.from === when.from))
      when = withHours(when, hours.part, hours.clock);
  }
  return { when, mention: stated.mention };
}

/** The most exact place of the mentions; a wider one gives an unknown place its country. */
function placeOf(cluster: Cluster): { use: PlaceUse; mention: Mention } | null {
  let best: { use: PlaceUse; mention: Mention; value: number } | null = null;
  for (const mention of cluster.mentions) {
    if (!mention.place) continue;
    const { place, isNear } = mention.place;
    const value =
      placeLevel(place.kind) +
      (place.isVouched === false ? -2.5 : place.latitude === null ? -1.5 : 0) -
      (isNear ? 0.3 : 0) -
      (mention.isReference ? 1 : 0);
    if (!best || value > best.value) best = { use: mention.place, mention, value };
  }
  return best;
}

function proposedPlace(use: PlaceUse): ProposedPlace {
  const { slug, name, country, latitude, longitude, kind } = use.place;
  return { slug, name, country, latitude, longitude, precision: precisionOf(kind, use.isNear) };
}

const atPlace = (place: PlaceUse["place"], isNear = false): PlaceUse => ({
  first: 0,
  last: 0,
  start: 0,
  end: 0,
  place,
  isNear,
  isLocative: true,
  preposition: "in",
});

export const countryPlace = ({ code, name, centre }: Country): PlaceUse["place"] => ({
  slug: null,
  name,
  kind: "country",
  country: code,
  admin1: null,
  ...centre,
  timeZone: null,
});

/** For a main event without a place, or with a country only: the dateline's town, else the article's country. */
function guessedPlace(use: PlaceUse | null, facts: ArticleFacts): PlaceUse | null {
  const { dateline, country } = facts;
  const fits =
    dateline &&
    (!use || use.place.country === dateline.country) &&
    (!country || country.country === dateline.country);
  if (dateline && fits) return atPlace(dateline, true);
  return use ? null : country && atPlace(country);
}

const fallbackPlace = (told: Country | null, facts: ArticleFacts): PlaceUse | null => {
  if (told) return atPlace(countryPlace(told));
  return facts.isOneCountry && facts.country ? atPlace(facts.country) : null;
};

const ROLE_ORDER = ["claimant", "accused", "perpetrator", "defender", "target", "other"];

function participantsOf(
  mentions: readonly Mention[],
  extra: readonly RoleUse[],
): { participants: ProposedParticipant[]; uses: RoleUse[] } {
  // Who was arrested afterwards takes no part in the attack.
  const isArrest = (mention: Mention) => leadingType([mention])?.type === "arrests";
  const isAboutArrests = mentions[0] !== undefined && isArrest(mentions[0]);
  const telling = mentions.filter(
    (mention) => !mention.isReference && (isAboutArrests || !isArrest(mention)),
  );
  const uses = [...(telling.length > 0 ? telling : mentions).flatMap((mention) => mention.roles), ...extra];
  const byName = new Map<string, RoleUse>();
  for (const use of uses) {
    const key = use.slug ?? use.name.toLowerCase();
    const known = byName.get(key);
    const isStronger =
      known && ROLE_ORDER.indexOf(use.role) < ROLE_ORDER.indexOf(known.role) && known.role !== "perpetrator";
    if (!known || (isStronger && known.role !== "target")) byName.set(key, use);
  }
  const kept = [...byName.values()].slice(0, 12);
  const participants = kept.map(({ slug, name, role, attribution, attributedBy }) => ({
    slug,
    name,
    role,
    attribution,
    attributedBy,
  }));
  return { participants, uses: kept };
}

function quotesOf(text: string, parts: readonly [ClaimField, Mention | Span | null][]): ProposedQuote[] {
  const quotes: ProposedQuote[] = [];
  for (const [field, part] of parts) {
    if (!part) continue;
    const span = "sentence" in part ? part.sentence : part;
    if (quotes.some((quote) => quote.field === field && quote.start === span.start)) continue;
    quotes.push(quoteOf(text, field, span));
  }
  return quotes;
}

const tell = (mentions: readonly Mention[]): Mention | undefined =>
  mentions.find(
    (mention) => !mention.sentence.isHeadline && !mention.isReference && mention.cues.length > 0,
  ) ?? mentions[0];

function confidenceOf(incident: {
  hasTime: boolean;
  hasPlace: boolean;
  mentions: number;
  strength: number;
  isWeak: boolean;
}): number {
  const value =
    0.3 +
    (incident.hasTime ? 0.2 : 0) +
    (incident.hasPlace ? 0.15 : 0) +
    Math.min(0.15, incident.mentions * 0.05) +
    (incident.strength >= 3 ? 0.15 : 0.05) -
    (incident.isWeak ? 0.1 : 0);
  return Number(Math.max(0.05, Math.min(0.95, value)).toFixed(2));
}

/** Days before publication from which an incident is background, unless the article is about it. */
const BACKGROUND_DAYS = 180;

/** Turns the mentions of one incident into a proposal with a quote behind each value. */
export function composeIncident(
  cluster: Cluster,
  index: number,
  fallback: When | null,
  blames: readonly RoleUse[],
  facts: ArticleFacts,
): ProposedIncident & { when: When | null } {
  const { mentions } = cluster;
  const isMain = index === 0;
  const time = timeOf(cluster, isMain, fallback, facts);
  const place = placeOf(cluster);
  const killed = tollOf(mentions, "killed");
  const injured = tollOf(mentions, "injured");
  const { participants, uses } = participantsOf(mentions, blames);
  const eventType = eventTypeOf(mentions, uses, killed?.count ?? null);
  const outcome = outcomeOf(mentions, eventType, killed?.count ?? null);
  const use = place?.use ?? null;
  const told = mentions.find((mention) => mention.country !== null)?.country ?? null;
  const guess =
    isMain && (!use || use.place.kind === "country")
      ? guessedPlace(use, facts)
      : use
        ? null
        : fallbackPlace(told, facts);
  const located = guess ? proposedPlace(guess) : use ? proposedPlace(use) : null;
  const lead = tell(mentions);
  const sentenceOf = (start: number) =>
    mentions.find((mention) => mention.start <= start && start < mention.end + 1) ?? null;
  const fields = {
    eventType,
    outcome,
    participants,
    place: located,
    when: time.when,
    killed: killed?.count ?? null,
    injured: injured?.count ?? null,
    weapon: mentions.find((mention) => mention.weapon)?.weapon ?? null,
    noun:
      mentions
        .flatMap((mention) => mention.cues)
        .find((cue) => cue.sense.pos === "noun" && cue.sense.type === "attack")?.words ?? null,
  };
  const quotes = quotesOf(facts.text, [
    ["eventType", lead ?? null],
    ["occurred", time.mention],
    ["place", place?.mention ?? null],
    ...(outcome === "completed"
      ? []
      : ([["outcome", mentions.find((mention) => mention.outcome === outcome) ?? null]] as [
          ClaimField,
          Mention | null,
        ][])),
    ["killed", killed ? sentenceOf(killed.casualties[0]?.start ?? -1) : null],
    ["injured", injured ? sentenceOf(injured.casualties[0]?.start ?? -1) : null],
    ...uses.map((role): [ClaimField, Mention | Span | null] => [
      "participant",
      sentenceOf(role.start) ?? sentenceSpan(role, mentions, facts.text),
    ]),
  ]);
  const isOld =
    time.when !== null &&
    facts.publishedOn !== null &&
    daysBetween(time.when.to, facts.publishedOn) > BACKGROUND_DAYS;
  const zone = (guess ?? use)?.place.timeZone ?? zoneAt(located) ?? facts.timeZone;
  return {
    title: titleOf(fields),
    summary: summaryOf(fields),
    occurred: time.when ? toEdtf(time.when) : "",
    timeZone: zone,
    place: located,
    eventType,
    outcome,
    killed: fields.killed,
    injured: fields.injured,
    participants,
    quotes,
    background: !isMain && (isOld || time.when === null),
    confidence: confidenceOf({
      hasTime: time.mention !== null,
      hasPlace: place !== null,
      mentions: mentions.length,
      strength: lead?.strength ?? 0,
      isWeak: mentions.every((mention) => mention.isReference),
    }),
    when: time.when,
  };
}

/** Blame is told in sentences that need not speak of the event: the words from the name on. */
function sentenceSpan(role: RoleUse, mentions: readonly Mention[], text: string): Span | null {
  if (mentions.some((mention) => mention.sentence.start <= role.start && role.start < mention.sentence.end))
    return null;
  return role.end <= text.length ? { start: role.start, end: role.end } : null;
}

export const zoneAt = (place: { latitude: number | null; longitude: number | null } | null): string | null =>
  place && place.latitude !== null && place.longitude !== null
    ? tzLookup(place.latitude, place.longitude)
    : null;
