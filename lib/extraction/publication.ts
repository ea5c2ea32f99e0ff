import { addDays, weekdayOf } from "@/lib/dates/zones";
import type { Paragraph } from "./paragraphs";
import type { Span } from "./text";
import { findTimes } from "./time";
import { yearOfTwoDigits } from "./time-calendar";
import { DAY_NUMBER, MONTH, monthNumber, WEEKDAY, weekdayNumber, YEAR } from "./time-words";
import { dayOf, isDay } from "./when";

export type Publication = { on: string | null; from: "given" | "text" | "inferred" | null };

const FULL = new RegExp(
  `\\b(?:${MONTH} ${DAY_NUMBER},? ${YEAR}|${DAY_NUMBER} ${MONTH},? ${YEAR}|${YEAR}-\\d\\d-\\d\\d)\\b`,
  "g",
);
const MONTH_DAY = new RegExp(
  `\\b(?<month>${MONTH}) (?<day>${DAY_NUMBER})\\b(?!,? ${YEAR})|\\b(?<day2>${DAY_NUMBER}) (?<month2>${MONTH})(?![\\w])(?!,? ${YEAR})`,
  "g",
);
/** Years, but not "at 1945" or "1945 hours". */
const YEARS = /(?<!\b(?:at|around|about|by) )\b(?:19|20)\d\d\b(?! ?(?:hours|hrs|h\b|local|GMT|UTC))/g;
const WEEKDAYS = new RegExp(`\\b${WEEKDAY}(?![\\w])`, "g");

/** "28 Nov 88" as the end of a dateline: of the last century unless that lies behind. */
const SHORT_YEAR = new RegExp(`^(?<day>${DAY_NUMBER}) (?<month>${MONTH}) (?<year>\\d\\d)$`);
/** 06/07/2021 is two days until something else decides. */
const AMBIGUOUS = /^\D*(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])\/\d{4}\b/;

function fullDate(plain: string, span: Span): string | null {
  const short = SHORT_YEAR.exec(plain.slice(span.start, span.end))?.groups;
  if (short) {
    const [month, day] = [monthNumber(short.month ?? ""), Number.parseInt(short.day ?? "", 10)];
    const year = yearOfTwoDigits(short.year ?? "", null);
    return isDay(year, month, day) ? dayOf(year, month, day) : null;
  }
  const times = findTimes(plain, span, { published: null, narrative: null, isFuture: false });
  return times.find((time) => time.when?.unit === "day")?.when?.from ?? null;
}

/** The latest year, not after today, in which the day is that weekday. */
function yearFor(
  month: number,
  day: number,
  weekday: number,
  today: string,
  notBefore: number,
): string | null {
  const current = Number(today.slice(0, 4));
  for (let year = current; year >= Math.max(1900, notBefore, current - 100); year -= 1) {
    if (!isDay(year, month, day)) continue;
    const candidate = dayOf(year, month, day);
    if (candidate <= today && weekdayOf(candidate) === weekday) return candidate;
  }
  return null;
}

type MonthDay = { month: number; day: number };

function monthDays(text: string): MonthDay[] {
  const found: MonthDay[] = [];
  for (const match of text.matchAll(MONTH_DAY)) {
    const groups = match.groups ?? {};
    const month = monthNumber(groups.month ?? groups.month2 ?? "");
    const day = Number.parseInt(groups.day ?? groups.day2 ?? "", 10);
    if (isDay(2000, month, day)) found.push({ month, day });
  }
  return found;
}

const BESIDE =
  /^[\s,.()-]*(?:(?:the|on|of|early|late|mid|morning|afternoon|evening|night|noon|dawn|midnight)\b[\s,.-]*)*$/i;
const TOLD_BEFORE =
  /\b(?:said|says|told [\w ]{2,24}|announced|reported|confirmed|stated|statement|according to [^,.]{3,40})(?: in a statement)?(?: late| early)?(?: on)? $/i;

/** "Monday, July 5", or "on July 5, ... said on Monday"; not "on Monday ... over the bomb of July 5". */
function belongTogether(text: string): boolean {
  const day = text.matchAll(MONTH_DAY).next().value;
  const weekday = text.matchAll(WEEKDAYS).next().value;
  if (!day || !weekday) return false;
  const [first, second] = day.index < weekday.index ? [day, weekday] : [weekday, day];
  const between = text.slice(first.index + first[0].length, second.index);
  return BESIDE.test(between) || TOLD_BEFORE.test(text.slice(0, weekday.index));
}

/** How long after the first day that it tells a report may have been published. */
const REPORT_DAYS = 31;

/**
 * Weekday and date in one sentence: together they leave one year in five to eleven. Of several that agree on the
 * year, the last day is the nearest to the publication.
 */
function inferFromWeekday(
  plain: string,
  sentences: readonly Span[],
  today: string,
  notBefore: number,
): string | null {
  let last: string | null = null;
  let until = today;
  for (const sentence of sentences) {
    const text = plain.slice(sentence.start, sentence.end);
    const days = monthDays(text);
    const weekdays = new Set([...text.matchAll(WEEKDAYS)].map((match) => weekdayNumber(match[0])));
    const [first] = days;
    const [weekday] = weekdays;
    if (!first || weekday === undefined || weekdays.size > 1) continue;
    if (days.some((other) => other.month !== first.month || other.day !== first.day)) continue;
    if (!belongTogether(text)) continue;
    const date = yearFor(first.month, first.day, weekday, until, notBefore);
    if (date && (last === null || date > last)) {
      until = last === null ? earlier(addDays(date, REPORT_DAYS), today) : until;
      last = date;
    }
  }
  return last;
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

/**
 * When the article was published: as given; else from a date line or dateline; else inferred from a weekday and
 * a date without a year in one sentence (the latest year that is not after `today`), or from the latest full
 * date in the text. Dates are YYYY-MM-DD.
 */
export function findPublication(
  plain: string,
  paragraphs: readonly Paragraph[],
  sentences: readonly Span[],
  options: { publishedOn?: string | null; today: string },
): Publication {
  if (options.publishedOn) return { on: options.publishedOn, from: "given" };
  const { today } = options;
  const heads = paragraphs.slice(0, 12);
  let open: string | null = null;
  for (const paragraph of heads) {
    const span = paragraph.kind === "date" ? paragraph : paragraph.dateline?.date;
    const date = span ? fullDate(plain, span) : null;
    if (span && AMBIGUOUS.test(plain.slice(span.start, span.end))) open ??= date;
    else if (date && date <= today) return { on: date, from: "text" };
  }
  const years = [...plain.slice(0, 200_000).matchAll(YEARS)].map((match) => Number(match[0]));
  const latestYear = Math.max(0, ...years.filter((year) => year <= Number(today.slice(0, 4))));
  const datelineDay = heads.map((paragraph) => paragraph.dateline?.date).find((span) => span);
  if (datelineDay && latestYear > 0) {
    const [day] = monthDays(plain.slice(datelineDay.start, datelineDay.end));
    if (day) return { on: dayOf(latestYear, day.month, day.day), from: "inferred" };
  }
  const inferred = inferFromWeekday(plain, sentences.slice(0, 400), today, latestYear);
  if (inferred) return { on: inferred, from: "inferred" };
  return open && open <= today ? { on: open, from: "inferred" } : latestFullDate(plain, today);
}

/** A report opens with what is new: only there does a full date say when it was written. */
const OPENING = 1500;

function latestFullDate(plain: string, today: string): Publication {
  let latest: string | null = null;
  for (const match of plain.slice(0, OPENING).matchAll(FULL)) {
    if (
      /\b(?:of|since|until|anniversary)(?: the)? $/i.test(
        plain.slice(Math.max(0, match.index - 20), match.index),
      )
    )
      continue;
    const date = fullDate(plain, { start: match.index, end: match.index + match[0].length });
    if (date && date <= today && (latest === null || date > latest)) latest = date;
  }
  return latest ? { on: latest, from: "inferred" } : { on: null, from: null };
}
