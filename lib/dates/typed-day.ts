import { parse as parseRelative } from "chrono-node/en";
import { monthNames, weekdayNames } from "@/lib/dates/calendar-words";
import { DateProblem } from "@/lib/dates/edtf-point";
import { addDays, daysInMonth, pad2, padYear, weekdayOf } from "@/lib/dates/zones";

/** Regular expression source of a month's name or its usual abbreviation, in lower case. */
export const monthSource =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const weekdaySource = `(?:(${weekdayNames.map((name) => name.toLowerCase()).join("|")}),? (?:the )?)?`;
const dayFirst = new RegExp(
  `^${weekdaySource}(\\d{1,2})(?:st|nd|rd|th)?(?: of|-)? ?(${monthSource})(?:,? ?-?(\\d{4}))?$`,
);
const monthFirst = new RegExp(
  `^${weekdaySource}(${monthSource}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`,
);

/** Month number of a name or abbreviation. */
export function monthNumber(name: string): number {
  return monthNames.findIndex((month) => month.toLowerCase().startsWith(name.slice(0, 3))) + 1;
}

/**
 * Reads a day in lower-case words or digits as YYYY-MM-DD; null when it is none. Throws DateProblem
 * when it is ambiguous, impossible, falls on another weekday, or lacks a year that nothing supplies.
 */
export function readDay(text: string, referenceDay: string | null): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]), text);
  const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text);
  if (numeric) return numericDay(text, Number(numeric[1]), Number(numeric[3]), numeric[4] ?? "");
  const [, weekdayA, dayA, monthA, yearA] = dayFirst.exec(text) ?? [];
  const [, weekdayB, monthB, dayB, yearB] = monthFirst.exec(text) ?? [];
  const month = monthA ?? monthB;
  if (month === undefined) return relativeDay(text, referenceDay);
  const day = Number(dayA ?? dayB);
  const writtenYear = yearA ?? yearB;
  const year = writtenYear
    ? Number(writtenYear)
    : yearBefore(monthNumber(month), day, referenceDay, `Which year? Write ${text} 2021, for example.`);
  const found = checkedDay(year, monthNumber(month), day, text);
  checkWeekday(found, weekdayA ?? weekdayB);
  return found;
}

function numericDay(text: string, first: number, second: number, yearText: string): string {
  if (yearText.length === 2) {
    throw new DateProblem(`${text} has a year of two digits: write the year in full, as in 2021-07-06.`);
  }
  const year = Number(yearText);
  if (first > 12 || first === second) return checkedDay(year, second, first, text);
  if (second > 12) return checkedDay(year, first, second, text);
  const words = (day: number, month: number) => `${day} ${monthNames[month - 1] ?? ""} ${year}`;
  throw new DateProblem(
    `${text} can mean ${words(first, second)} or ${words(second, first)}: write the month as a word, or ${padYear(year)}-MM-DD.`,
  );
}

function checkedDay(year: number, month: number, day: number, text: string): string {
  if (month < 1 || month > 12) throw new DateProblem(`${text} has no month between 1 and 12.`);
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) {
    throw new DateProblem(
      `There is no day ${day} in ${monthNames[month - 1] ?? ""} ${year}: it has ${days} days.`,
    );
  }
  return `${padYear(year)}-${pad2(month)}-${pad2(day)}`;
}

function checkWeekday(day: string, written: string | undefined): void {
  if (written === undefined) return;
  const actual = weekdayNames[weekdayOf(day)] ?? "";
  if (actual.toLowerCase() === written) return;
  throw new DateProblem(
    `${day} is a ${actual}, not a ${written[0]?.toUpperCase() ?? ""}${written.slice(1)}.`,
  );
}

/** The year of the last such day up to the reference day (a week of grace: reports announce, too). */
function yearBefore(month: number, day: number, referenceDay: string | null, problem: string): number {
  if (referenceDay === null) throw new DateProblem(problem);
  const limit = addDays(referenceDay, 7);
  const year = Number(limit.slice(0, -6));
  return `${padYear(year)}-${pad2(month)}-${pad2(day)}` <= limit ? year : year - 1;
}

function relativeDay(text: string, referenceDay: string | null): string | null {
  if (/\d{1,2}:\d\d|\d{4}/.test(text) || new RegExp(`\\b${monthSource}`).test(text)) return null;
  const reference = new Date(`${referenceDay ?? "2021-01-01"}T12:00:00Z`);
  if (Number.isNaN(reference.getTime())) return null;
  const weekday = /^(?:on |last )?(\w+)$/.exec(text)?.[1] ?? "";
  const weekdayIndex = weekdayNames.findIndex((name) => name.toLowerCase() === weekday);
  const found = parseRelative(text, { instant: reference, timezone: 0 })[0];
  if (weekdayIndex < 0 && (!found || found.text.length !== text.length || found.end)) return null;
  if (referenceDay === null) {
    throw new DateProblem(`Which day is "${text}"? Write the date, for example 5 July 2021.`);
  }
  // Reports look back: a bare weekday is the last one before the day of the report, or that day itself.
  if (weekdayIndex >= 0) {
    const back = (reference.getUTCDay() - weekdayIndex + 7) % 7;
    return addDays(referenceDay, back === 0 && text.startsWith("last ") ? -7 : -back);
  }
  const start = found?.start;
  const [year, month, day] = [start?.get("year"), start?.get("month"), start?.get("day")];
  if (!year || !month || !day) return null;
  return `${padYear(year)}-${pad2(month)}-${pad2(day)}`;
}
