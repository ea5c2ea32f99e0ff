import { findCues } from "@/lib/extraction/cues";
import type { Knowledge } from "@/lib/extraction/knowledge";
import { modalityOf } from "@/lib/extraction/modality";
import type {
  CountRange,
  ProposedIncident,
  ProposedParticipant,
  ProposedQuote,
} from "@/lib/extraction/proposal";
import type { Span } from "@/lib/extraction/text";
import { daysBetween, toEdtf, type When } from "@/lib/extraction/when";
import { summaryOf, titleOf } from "@/lib/extraction/wording";
import type { ClaimField, Outcome } from "@/lib/taxonomy/terms";
import { type ArticleIndex, findQuote, indexArticle, sentencesAt } from "./article-index";
import type { ModelIncident } from "./schema";
import { verifiedCount } from "./verify-count";
import { verifiedParticipant, verifiedPlace } from "./verify-names";
import { verifiedTime } from "./verify-time";
import { nounIn, weaponIn } from "./weapon-words";

/** What an answer is checked against. Dates are YYYY-MM-DD. */
export type ModelFacts = {
  text: string;
  publishedOn: string | null;
  today: string;
  /** Zone for incidents without a place. */
  timeZone: string;
  knowledge: Knowledge;
};

/** Days before publication from which an incident is background, as for the proposals of the rules. */
const BACKGROUND_DAYS = 180;

const DENIED =
  /\b(?:den(?:y|ied|ies|ying)|refut(?:e|ed|es)|falsely|untrue|no evidence|no sign)\b[^.;:]{0,60}$/i;

/** Where the words that report an incident stand; null when they are none, or say that it did not happen. */
function eventQuote(article: ArticleIndex, quote: string): Span | null {
  const span = /\p{L}+[^\p{L}]+\p{L}+/u.test(quote) ? findQuote(article, quote) : null;
  if (!span) return null;
  const sentences = sentencesAt(article, span);
  if (sentences[0] && DENIED.test(article.plain.slice(sentences[0].start, span.start))) return null;
  const modalities = sentences.flatMap(({ tokens }) =>
    findCues(tokens)
      .filter((cue) => span.start <= cue.start && cue.end <= span.end)
      .map((cue) => modalityOf(tokens, cue, 0)),
  );
  const isUnreal = modalities.length > 0 && modalities.every((one) => /^(?:hypothetical|negated)$/.test(one));
  return isUnreal ? null : span;
}

class Quotes {
  readonly list: ProposedQuote[] = [];
  constructor(private readonly article: ArticleIndex) {}

  /** What `check` makes of a quote that stands in the article; its quote is kept when it makes something. */
  take<T>(field: ClaimField, quote: string | null, check: (span: Span) => T | null): T | null {
    const span = findQuote(this.article, quote);
    const value = span && check(span);
    if (span && value !== null) this.add(field, span);
    return value;
  }

  add(field: ClaimField, { start, end }: Span): void {
    const isKnown = this.list.some((one) => one.field === field && one.start === start && one.end === end);
    if (!isKnown) this.list.push({ field, exact: this.article.text.slice(start, end), start, end });
  }
}

function outcomeOf(incident: ModelIncident, quotes: Quotes): Outcome {
  // That it happened is what the event's own sentence says.
  if (incident.outcome === "completed" || incident.outcome === "unknown") return incident.outcome;
  return quotes.take("outcome", incident.outcomeQuote, () => incident.outcome) ?? "unknown";
}

function participantsOf(
  incident: ModelIncident,
  article: ArticleIndex,
  quotes: Quotes,
): ProposedParticipant[] {
  const found: ProposedParticipant[] = [];
  for (const part of incident.participants) {
    const verified = quotes.take("participant", part.quote, (span) =>
      verifiedParticipant(article, span, part),
    );
    const key = (one: ProposedParticipant) => `${one.role} ${one.slug ?? one.name.toLowerCase()}`;
    if (verified && !found.some((one) => key(one) === key(verified))) found.push(verified);
  }
  return found;
}

function confidenceOf(when: When | null, hasPlace: boolean, counts: readonly (CountRange | null)[]): number {
  const value =
    0.35 + (when ? 0.15 : 0) + (hasPlace ? 0.15 : 0) + (counts.some((count) => count !== null) ? 0.05 : 0);
  return Number(value.toFixed(2));
}

function verifyIncident(
  incident: ModelIncident,
  article: ArticleIndex,
  facts: ModelFacts,
): ProposedIncident | null {
  const event = eventQuote(article, incident.eventTypeQuote);
  if (!event) return null;
  const quotes = new Quotes(article);
  quotes.add("eventType", event);
  const when = quotes.take("occurred", incident.dateQuote, (span) =>
    verifiedTime(article, span, incident.date, facts),
  );
  const located = quotes.take("place", incident.placeQuote, (span) =>
    verifiedPlace(article, span, incident.place, facts.knowledge),
  );
  const count = (field: "killed" | "injured") =>
    quotes.take(field, incident[`${field}Quote`], (span) =>
      verifiedCount(article, span, field, { value: incident[field], max: incident[`${field}Max`] }),
    );
  const [killed, injured] = [count("killed"), count("injured")];
  const { eventType } = incident;
  const outcome = outcomeOf(incident, quotes);
  const participants = participantsOf(incident, article, quotes);
  const place = located?.place ?? null;
  const words = article.plain.slice(event.start, event.end);
  const fields = { eventType, outcome, killed, injured, participants, place, when };
  const wording = { ...fields, weapon: weaponIn(words), noun: nounIn(words) };
  return {
    title: titleOf(wording),
    summary: summaryOf(wording),
    occurred: when ? toEdtf(when) : "",
    timeZone: located?.timeZone ?? facts.timeZone,
    place,
    eventType,
    outcome,
    killed,
    injured,
    participants,
    quotes: quotes.list,
    background:
      when !== null &&
      facts.publishedOn !== null &&
      daysBetween(when.to, facts.publishedOn) > BACKGROUND_DAYS,
    confidence: confidenceOf(when, place !== null, [killed, injured]),
    fromModel: "all",
  };
}

/**
 * The proposals that stand of what a language model answered about an article: every value rests on words
 * that are in the article letter for letter and hold the value; any other is left out, and so is an incident
 * whose event is not quoted. Titles and summaries are made from these values, never by the model.
 */
export function verifyIncidents(incidents: readonly ModelIncident[], facts: ModelFacts): ProposedIncident[] {
  const article = indexArticle(facts.text, facts.knowledge);
  return incidents.flatMap((incident) => verifyIncident(incident, article, facts) ?? []);
}
