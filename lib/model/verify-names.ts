import type { Entity } from "@/lib/extraction/entities";
import { proposedPlace, zoneAt } from "@/lib/extraction/incident-place";
import type { Knowledge } from "@/lib/extraction/knowledge";
import { participantOf } from "@/lib/extraction/participants";
import { findPlaces } from "@/lib/extraction/places";
import type { ProposedParticipant, ProposedPlace } from "@/lib/extraction/proposal";
import type { Span } from "@/lib/extraction/text";
import { foldName } from "@/lib/geo/fold";
import { type ArticleIndex, sentencesAt } from "./article-index";
import type { ModelParticipant } from "./schema";

const LONGEST_NAME = 80;

/** The folded words of a name or a quote, with a space at both ends; the possessive parts from its word. */
const folded = (words: string): string =>
  ` ${foldName(words.replace(/['’]s\b/g, " s"))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

const tidy = (name: string): string => name.replace(/\s+/g, " ").trim();

/** Whether a name stands in a quote, as whole words whatever their case and accents. */
function isNamedIn(article: ArticleIndex, quote: Span, name: string): boolean {
  const words = folded(name);
  return (
    tidy(name).length <= LONGEST_NAME &&
    /\p{L}/u.test(words) &&
    folded(article.text.slice(quote.start, quote.end)).includes(words)
  );
}

/** Whether two names are the same, or one is a part of the other ("Taji", "Camp Taji"). */
function isSameName(a: string, b: string): boolean {
  const [one, other] = [folded(a).replace(/^ the /, " "), folded(b).replace(/^ the /, " ")];
  return one.includes(other) || other.includes(one);
}

/**
 * The place that a quote names, as the gazetteer knows it, or with its name alone; null when the name does
 * not stand in the quote. Coordinates are the gazetteer's, never the model's.
 */
export function verifiedPlace(
  article: ArticleIndex,
  quote: Span,
  name: string | null,
  knowledge: Knowledge,
): { place: ProposedPlace; timeZone: string | null } | null {
  if (name === null || !isNamedIn(article, quote, name)) return null;
  const uses = sentencesAt(article, quote)
    .flatMap(({ tokens, entities }) => findPlaces(article.plain, tokens, entities, article.places, knowledge))
    .filter(({ start, end }) => quote.start <= start && end <= quote.end);
  const named = uses
    .filter((use) => isSameName(article.plain.slice(use.start, use.end), name))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const [use] = named;
  if (use) {
    const place = proposedPlace(use);
    return { place, timeZone: use.place.timeZone ?? zoneAt(place) };
  }
  const unknown = {
    slug: null,
    country: null,
    latitude: null,
    longitude: null,
    precision: "unknown",
  } as const;
  return { place: { ...unknown, name: tidy(name) }, timeZone: null };
}

const actorIn = (entities: readonly Entity[], name: string) => {
  const whole = entities.find((entity) => folded(entity.text) === folded(name));
  // An adjective is no actor: "Iranian" says less than "Iran".
  return whole && whole.kind !== "demonym" ? participantOf(whole) : null;
};

/**
 * A participant that a quote names, as the list of actors knows it, or with the name alone; null when the
 * name does not stand in the quote. Who says so is kept only where the quote names them too.
 */
export function verifiedParticipant(
  article: ArticleIndex,
  quote: Span,
  { name, role, attribution, attributedBy }: ModelParticipant,
): ProposedParticipant | null {
  if (!isNamedIn(article, quote, name)) return null;
  const entities = sentencesAt(article, quote).flatMap((sentence) => sentence.entities);
  const known = actorIn(
    entities.filter(({ start, end }) => quote.start <= start && end <= quote.end),
    name,
  );
  const source = attributedBy !== null && isNamedIn(article, quote, attributedBy) ? tidy(attributedBy) : null;
  const isNamed = known !== null && known.slug !== null;
  return {
    slug: isNamed ? known.slug : null,
    name: isNamed ? known.name : tidy(name),
    role,
    attribution,
    attributedBy: source,
  };
}
