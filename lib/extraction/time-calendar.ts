import { addDays, weekdayOf } from "@/lib/dates/zones";
import type { TimeAnchor, TimeGroups, TimePattern } from "./time-anchor";
import {
  DAY_NUMBER,
  dayNumber,
  MONTH,
  monthNumber,
  ORDINAL,
  PART,
  partOfDayIn,
  SPOKEN_DAY,
  WEEKDAY,
  weekdayNumber,
  YEAR,
  YEAR_WORDS,
  yearOfWords,
} from "./time-words";
import { between, dayOf, daysBetween, isDay, onDay, type When } from "./when";

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The last year in which such a day or month is not after the publication (a day's grace for time zones). */
export function latestYear(published: string, month: number, day: number, isFuture: boolean): number {
  const year = yearOf(published);
  // What was a few weeks ago is not announced for the next year.
  if (isFuture) return dayOf(year, month, day) >= addDays(published, -35) ? year : year + 1;
  return dayOf(year, month, day) <= addDays(published, 1) ? year : year - 1;
}

/** A weekday beside a day without year decides between the last such day and one announced for the coming months. */
function yearByWeekday(published: string, month: number, day: number, weekday: string): number | null {
  const year = yearOf(published);
  for (const candidate of [year, year - 1, year + 1]) {
    if (!isDay(candidate, month, day)) continue;
    const ahead = daysBetween(published, dayOf(candidate, month, day));
    if (ahead > -366 && ahead < 120 && weekdayOf(dayOf(candidate, month, day)) === weekdayNumber(weekday))
      return candidate;
  }
  return null;
}

/** "'87" and "16": of this century unless that lies ahead. */
export function yearOfTwoDigits(digits: string, published: string | null): number {
  const year = 2000 + Number(digits);
  return year > (published ? yearOf(published) + 1 : 2049) ? year - 100 : year;
}

function statedYear(g: TimeGroups, published: string | null): number | null {
  if (g.year) return Number(g.year);
  if (g.words) return yearOfWords(g.words);
  if (g.rel && published) return yearOf(published) - (/last/i.test(g.rel) ? 1 : 0);
  return g.short ? yearOfTwoDigits(g.short, published) : null;
}

function calendarDay(g: TimeGroups, anchor: TimeAnchor, whole: string): When | null {
  const month = monthNumber(g.month ?? "");
  const day = dayNumber(g.day ?? "");
  const { published, isFuture } = anchor;
  const year =
    statedYear(g, published) ??
    (published && g.weekday ? yearByWeekday(published, month, day, g.weekday) : null) ??
    (published && latestYear(published, month, day, isFuture));
  if (!year || !isDay(year, month, day)) return null;
  const from = dayOf(year, month, day);
  const untilMonth = g.untilMonth ? monthNumber(g.untilMonth) : month;
  const until = g.until ? dayNumber(g.until) : day;
  // "28 December to 3 January" ends in the year that was told, or in the last one.
  const begins = untilMonth < month && statedYear(g, published) ? dayOf(year - 1, month, day) : from;
  const ends = yearOf(begins) + (untilMonth < month ? 1 : 0);
  const part = partOfDayIn(whole);
  const clock = /\b[0-2]\d:[0-5]\d/.exec(whole)?.[0] ?? null;
  if (!isDay(ends, untilMonth, until)) return { ...onDay(from), part, clock };
  const to = dayOf(ends, untilMonth, until);
  return to > begins ? between(begins, to) : { ...onDay(from), part, clock };
}

/** Digits in the order of the calendar at hand: what is no date in one order, or lies ahead in it, is one in the other. */
function numericDay(g: TimeGroups, anchor: TimeAnchor, whole: string): When | null {
  const { published, isFuture } = anchor;
  // Points part day, month and year where the day comes first; strokes do in both orders.
  const [a, b] = /\./.test(whole) ? [Number(g.b), Number(g.a)] : [Number(g.a), Number(g.b)];
  const told = g.year ? Number(g.year) : g.short ? yearOfTwoDigits(g.short, published) : null;
  const read = (month: number, day: number): string | null => {
    const year = told ?? (published && latestYear(published, month, day, isFuture));
    return year && isDay(year, month, day) ? dayOf(year, month, day) : null;
  };
  const [monthFirst, dayFirst] = [read(a, b), read(b, a)];
  const isAhead = (day: string | null) => day !== null && published !== null && day > addDays(published, 1);
  const day = isAhead(monthFirst) && dayFirst && !isAhead(dayFirst) ? dayFirst : (monthFirst ?? dayFirst);
  return day ? onDay(day) : null;
}

const OPENING = `(?:(?:[Ee]arly|[Ll]ate)(?: on)? )?(?:(?<weekday>${WEEKDAY})(?:,? \\(?| ?[-–]))?(?:the )?`;
const DAY = `(?:${DAY_NUMBER}|${ORDINAL}|${SPOKEN_DAY}(?= ${YEAR_WORDS}))`;
const OLD_YEAR = "1[0-7]\\d\\d(?=\\s*(?:[,.;:)]|$))";
const YEARS = `(?: ?,? ?(?:of )?(?<year>${YEAR}|${OLD_YEAR})(?!\\d)|,? (?:of )?(?<words>${YEAR_WORDS})|(?: of |,? ?[’'])(?<short>\\d\\d)(?!\\d)|,? (?:of )?(?<rel>last|this) year)`;
const TO = "(?: ?[-–] ?| to | until | till | through | and )";

/** Days told by month and number, or in digits; each pattern is bounded, so a scan is linear. */
export const CALENDAR_DAYS: readonly TimePattern[] = [
  {
    pattern: new RegExp(
      `\\b(?:${OPENING}(?:(?<part>${PART})(?:,| of| on)? )?)(?<month>${MONTH})(?:,? |[-/])?(?:the )?(?<day>${DAY})(?![\\d%])(?:${TO}(?:(?<untilMonth>${MONTH}) )?(?<until>${DAY_NUMBER})(?!\\d|[:.]\\d| (?:a\\.?m|p\\.?m|people|others)))?(?: [0-2]\\d:\\d\\d(?::\\d\\d)?(?= ${YEAR}))?(?:${YEARS})?(?!\\w|:\\d)`,
      "g",
    ),
    resolve: calendarDay,
  },
  {
    pattern: new RegExp(
      `\\b${OPENING}(?:(?<day>${DAY_NUMBER})(?:(?: (?<month2>${MONTH}))?${TO}(?<until>${DAY_NUMBER}))?(?: of)?[ /-]?|(?<ordinal>${ORDINAL}) of |(?<ordinal2>${SPOKEN_DAY}) (?=\\w{3,9} ${YEAR_WORDS}))(?<month>${MONTH})(?:${YEARS}|[-/](?<dashed>${YEAR}))?(?!\\w)`,
      "g",
    ),
    resolve: ({ ordinal, ordinal2, month2, dashed, ...g }, anchor, whole) =>
      calendarDay(
        {
          ...g,
          day: g.day ?? ordinal ?? ordinal2,
          year: g.year ?? dashed,
          month: month2 ?? g.month,
          untilMonth: month2 && g.month,
        },
        anchor,
        whole,
      ),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.])(?<year>(?:19|20)\\d\\d)([-/.])(?:(?<m>1[0-2]|0?[1-9])|(?<month>${MONTH}|[a-z]{3}))\\2(?<day>[0-3]?\\d)(?!\\d|[-/]\\d)|(?<![\\d.,-])(?<y3>20\\d\\d) (?<m3>0[1-9]|1[0-2]) (?<d3>0[1-9]|[12]\\d|3[01])(?=\\s*(?:[.,;]|$))|(?<![\\d.,-])(?<y8>20[0-3]\\d|19\\d\\d)(?<m8>0[1-9]|1[0-2])(?<d8>0[1-9]|[12]\\d|3[01])(?![\\d,-])`,
      "g",
    ),
    resolve: (g) => {
      const year = Number(g.year ?? g.y3 ?? g.y8);
      const month = g.month ? monthNumber(g.month) : Number(g.m ?? g.m3 ?? g.m8);
      const day = Number(g.day ?? g.d3 ?? g.d8);
      return isDay(year, month, day) ? onDay(dayOf(year, month, day)) : null;
    },
  },
  {
    pattern:
      /(?<![\d/.$€£-])(?<a>[0-3]?\d)([/.-])(?<b>[0-3]?\d)(?:\2(?=\d)|,(?=(?:19|20)\d\d))(?:(?<year>(?:19|20)\d\d)|(?<short>\d\d))(?![\d%/]|[.-]\d)/g,
    // "7.12.15" may be anything, and so may "3-2-10": a short year needs its strokes.
    resolve: (g, anchor, whole) => (g.short && /\./.test(whole) ? null : numericDay(g, anchor, whole)),
  },
  {
    pattern: new RegExp(
      `(?:(?<=\\b[Oo]n )|(?:${WEEKDAY},? \\(?)|(?<=\\b(?:this|since|until) ))(?<a>1[0-2]|0?[1-9])/(?<b>[0-3]?\\d)(?![\\d/])`,
      "g",
    ),
    resolve: numericDay,
  },
];
