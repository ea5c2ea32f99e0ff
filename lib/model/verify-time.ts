import { parseOccurred } from "@/lib/dates/edtf";
import { addDays } from "@/lib/dates/zones";
import type { Span } from "@/lib/extraction/text";
import { findTimes, hoursOf, type TimeExpression, withHours } from "@/lib/extraction/time";
import { overlaps, spanDays, type When } from "@/lib/extraction/when";
import { type ArticleIndex, sentencesAt } from "./article-index";
import { whenOfEdtf } from "./when-of-edtf";

type Anchor = {
  /** YYYY-MM-DD, or null when it is not known. */
  publishedOn: string | null;
  /** YYYY-MM-DD. */
  today: string;
};

/** The time expressions inside a quote, as extraction reads the sentences that it stands in. */
function timesIn(article: ArticleIndex, quote: Span, publishedOn: string | null): TimeExpression[] {
  const anchor = { published: publishedOn, narrative: null, isFuture: false };
  return sentencesAt(article, quote)
    .flatMap((sentence) => findTimes(article.plain, sentence, anchor))
    .filter(({ start, end }) => quote.start <= start && end <= quote.end);
}

/** A day that the text names by its number is that day; "overnight" and the like may mean the day beside it. */
const fits = (given: When, when: When, words: string): boolean =>
  overlaps(given, when, /\d/.test(words) || spanDays(when) > 2 ? 0 : 1);

/**
 * The time that a quote gives, when the date that was given for it is within it; null when the quote holds
 * no time expression, speaks of another date, or of one after the publication. What counts is how exact the
 * quote's own words are, not how exact the given date is; only "the same day" and the like, which another
 * sentence explains, are taken as given.
 */
export function verifiedTime(
  article: ArticleIndex,
  quote: Span,
  given: string | null,
  { publishedOn, today }: Anchor,
): When | null {
  const edtf = given?.trim() ?? "";
  const date = parseOccurred(edtf, "UTC").ok ? whenOfEdtf(edtf) : null;
  const latestDay = addDays(publishedOn ?? today, 1);
  if (!date || date.from > latestDay) return null;
  const times = timesIn(article, quote, publishedOn).filter(({ isBound }) => !isBound);
  const stated = times.flatMap(({ when, text }) => (when ? [{ when, text }] : []));
  const [match] = stated
    .filter(({ when, text }) => fits(date, when, text))
    .map(({ when }) => when)
    .sort((a, b) => spanDays(a) - spanDays(b));
  // Relative words alone say nothing about a day while it is not known when they were written.
  const isOpen = stated.length === 0 && publishedOn !== null && times.some(isDayWord);
  const when = match ?? (isOpen ? { ...date, part: null, clock: null } : null);
  // A month or a year may go on after the publication, days may not.
  const isTooLate = when !== null && (/^(?:day|span)$/.test(when.unit) ? when.to : when.from) > latestDay;
  if (!when || isTooLate) return null;
  return withHours(when, hoursOf(times));
}

/** A part of a day or an hour names no day. */
const isDayWord = ({ part, clock }: TimeExpression): boolean => part === null && clock === null;
