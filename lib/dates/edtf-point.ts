import edtf, { type EdtfDate, type EdtfPoint, type EdtfSeason, type EdtfYear } from "edtf";
import { daysInMonth, pad2, padYear, type WallTime } from "@/lib/dates/zones";

/** One date of an EDTF expression, at its own precision, as wall times that include both ends. */
export type DatePoint = {
  /** Normalised EDTF. */
  text: string;
  unit: "second" | "minute" | "day" | "days" | "month" | "season" | "year" | "years";
  first: WallTime;
  last: WallTime;
  /** How far `~` or `%` reaches beyond both ends, in days; 0 when the date is not approximate. */
  approximateDays: number;
  uncertain: boolean;
  /** Some digits are X. */
  unspecified: boolean;
  /** Season code 21-41, null for anything else. */
  season: number | null;
  /** Minutes east of UTC where the text gives an offset; null: the incident's zone. */
  offsetMinutes: number | null;
};

/** What is wrong with a date, as a sentence for whoever typed it. */
export class DateProblem extends Error {}

/** First and last year that both a JavaScript date and a Postgres timestamptz can hold. */
const firstYear = -4712;
const lastYear = 275_759;

/** Reads one parsed date. Throws DateProblem when there is no such day or the year is out of range. */
export function readPoint(tree: EdtfPoint): DatePoint {
  const type = tree.type ?? "Date";
  if (type === "Season") return seasonPoint(tree as EdtfSeason);
  if (type === "Year") return yearPoint(tree as EdtfYear);
  if (type === "Date") return datePoint(tree as EdtfDate);
  const digits = String(tree.values[0]);
  throw new DateProblem(
    `A year has four digits: write ${digits.padEnd(4, "X")} for all years that begin with ${digits}.`,
  );
}

function datePoint(tree: EdtfDate): DatePoint {
  const [year = 0, month, day, hour] = tree.values;
  if (tree.unspecified) return unspecifiedPoint(tree, tree.unspecified);
  checkYear(year);
  if (month !== undefined && day !== undefined) checkDay(year, month + 1, day);
  if (hour !== undefined) return timePoint(tree);
  const [unit, finest]: [DatePoint["unit"], number] =
    day !== undefined ? ["day", 1] : month !== undefined ? ["month", 7] : ["year", 90];
  return {
    ...plain,
    text: edtf({ ...tree, type: "Date" }).edtf,
    unit,
    first: startOf(year, (month ?? 0) + 1, day ?? 1),
    last: endOf(year, (month ?? 11) + 1, day ?? null),
    approximateDays: reach(tree.approximate, finest),
    uncertain: Boolean(tree.uncertain),
  };
}

const plain = {
  approximateDays: 0,
  uncertain: false,
  unspecified: false,
  season: null,
  offsetMinutes: null,
} as const;

/**
 * How far approximation reaches: a day 1 day, a month 7 days, a year 90 days on either side. EDTF
 * leaves this open. In a mask the finest approximate part counts.
 */
function reach(approximate: boolean | number | undefined, whole: number): number {
  if (!approximate) return 0;
  if (approximate === true) return whole;
  if (approximate & 0b1100_0000) return 1;
  return approximate & 0b0011_0000 ? 7 : 90;
}

function timePoint(tree: EdtfDate): DatePoint {
  const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second, millisecond] = tree.values;
  const isEndOfDay = hour === 24;
  const toSecond = !isEndOfDay && second !== undefined && (second !== 0 || millisecond !== undefined);
  const first = {
    ...startOf(year, month + 1, day),
    hour,
    minute,
    second: toSecond ? (second ?? 0) : 0,
    millisecond: 0,
  };
  const seconds = toSecond ? `:${pad2(first.second)}` : "";
  const offsetMinutes = tree.timeZone ? (tree.offset ?? 0) : null;
  const zone = offsetMinutes === null ? "" : offsetMinutes === 0 ? "Z" : (tree.timeZone ?? "");
  return {
    ...plain,
    text: `${padYear(year)}-${pad2(month + 1)}-${pad2(day)}T${pad2(hour)}:${pad2(minute)}${seconds}${zone}`,
    unit: toSecond ? "second" : "minute",
    first,
    last: { ...first, second: toSecond ? first.second : 59, millisecond: 999 },
    offsetMinutes,
  };
}

function unspecifiedPoint(tree: EdtfDate, mask: number): DatePoint {
  const [yearValue = 0, monthValue, dayValue] = tree.values;
  const isNegative = yearValue < 0 || Object.is(yearValue, -0);
  const yearText = masked(String(Math.abs(yearValue)).padStart(4, "0"), mask & 0b1111);
  const near = Number(yearText.replaceAll("X", "0"));
  const far = Number(yearText.replaceAll("X", "9"));
  const [fromYear, toYear] = isNegative ? [-far, -near] : [near, far];
  checkYear(fromYear);
  const monthText = monthValue === undefined ? null : masked(pad2(monthValue + 1), (mask >> 4) & 0b11);
  const months = matching(monthText, 12);
  const dayText = dayValue === undefined ? null : masked(pad2(dayValue), (mask >> 6) & 0b11);
  const fromMonth = months[0] ?? 1;
  const toMonth = months.at(-1) ?? 12;
  const days = matching(dayText, longestMonth(toYear, months));
  if (days.length === 0) throw new DateProblem("There is no such day in that month.");
  const isWholeMonth = dayText === null || dayText === "XX";
  const unit = yearText.includes("X")
    ? "years"
    : monthText === null || months.length > 1
      ? "year"
      : isWholeMonth
        ? "month"
        : "days";
  const from = Math.min(days[0] ?? 1, daysInMonth(fromYear, fromMonth));
  const to = Math.min(days.at(-1) ?? 31, daysInMonth(toYear, toMonth));
  return {
    ...plain,
    text: [isNegative ? `-${yearText}` : yearText, monthText, dayText]
      .filter((part) => part !== null)
      .join("-"),
    unit,
    first: startOf(fromYear, fromMonth, from),
    last: endOf(toYear, toMonth, to),
    unspecified: true,
  };
}

// A pattern such as X1 leaves several months, and only their longest has every day that can match.
function longestMonth(year: number, months: number[]): number {
  return Math.max(...months.map((month) => daysInMonth(year, month)));
}

/** Digits with X where the mask (lowest bit first) says so. */
function masked(digits: string, mask: number): string {
  return [...digits].map((digit, index) => (mask & (1 << index) ? "X" : digit)).join("");
}

/** Numbers from 1 to max whose two digits fit the pattern; all of them for null. */
function matching(pattern: string | null, max: number): number[] {
  const all = Array.from({ length: max }, (_, index) => index + 1);
  if (pattern === null) return all;
  const shape = new RegExp(`^${pattern.replaceAll("X", "\\d")}$`);
  return all.filter((value) => shape.test(pad2(value)));
}

function yearPoint(tree: EdtfYear): DatePoint {
  const [year] = tree.values;
  const digits = String(Math.abs(year)).length;
  const unit = 10 ** Math.max(0, digits - (tree.significant ?? digits));
  const lowest = Math.trunc(year / unit) * unit;
  const [from, to] = year < 0 ? [lowest - unit + 1, lowest] : [lowest, lowest + unit - 1];
  checkYear(from);
  checkYear(to);
  return {
    ...plain,
    text: edtf(tree).edtf,
    unit: unit > 1 ? "years" : "year",
    first: startOf(from, 1, 1),
    last: endOf(to, 12, null),
  };
}

/** First month (of the same year) and length in months of the season codes of ISO 8601-2. */
const seasonMonths: Readonly<Record<number, readonly [start: number, months: number]>> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  25: [3, 3],
  26: [6, 3],
  27: [9, 3],
  28: [12, 3],
  29: [9, 3],
  30: [12, 3],
  31: [3, 3],
  32: [6, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  37: [1, 4],
  38: [5, 4],
  39: [9, 4],
  40: [1, 6],
  41: [7, 6],
};

/**
 * Seasons as meteorologists count them; without a hemisphere (21-24) the northern ones. The season
 * that runs over new year belongs to the year in which it begins: winter 2021 ends in February 2022.
 */
function seasonPoint(tree: EdtfSeason): DatePoint {
  const [year, season] = tree.values;
  const [start, months] = seasonMonths[season] ?? [1, 12];
  checkYear(year);
  const end = start + months - 1;
  return {
    ...plain,
    text: edtf(tree).edtf,
    unit: "season",
    first: startOf(year, start, 1),
    last: end > 12 ? endOf(year + 1, end - 12, null) : endOf(year, end, null),
    season,
  };
}

function checkYear(year: number): void {
  if (year >= firstYear && year <= lastYear) return;
  throw new DateProblem(`Years from 4713 BC (${firstYear}) to ${lastYear} can be stored.`);
}

function checkDay(year: number, month: number, day: number): void {
  const days = daysInMonth(year, month);
  if (day > days) throw new DateProblem(`${padYear(year)}-${pad2(month)} has only ${days} days.`);
}

function startOf(year: number, month: number, day: number): WallTime {
  return { year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 };
}

function endOf(year: number, month: number, day: number | null): WallTime {
  const last = day ?? daysInMonth(year, month);
  return { year, month, day: last, hour: 23, minute: 59, second: 59, millisecond: 999 };
}
