import { DateProblem } from "@/lib/dates/edtf-point";
import { addDays, mondayOf, pad2, padYear } from "@/lib/dates/zones";

type Unit = "day" | "week" | "month" | "year";

const numberWords = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const numberSource = `\\d{1,3}|an|couple of|a couple of|few|a few|${numberWords.join("|")}`;

const named =
  /^(?:in |during |sometime )?(?:the )?(early |earlier |later? )?(this|last|previous|past) (week|month|year)$/;
const ago = new RegExp(`^(${numberSource}) (week|month|year)s? ago$`);
const past = new RegExp(
  `^(?:in |over |within |during )?(?:the )?(?:past|last) (${numberSource}) (day|week|month|year)s?$`,
);

function readNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  if (word.endsWith("couple of")) return 2;
  if (word.endsWith("few")) return 3;
  return Math.max(1, numberWords.indexOf(word));
}

/** The month so many months before that of a day, YYYY-MM. */
function monthBefore(day: string, months: number): string {
  const count = Number(day.slice(0, -6)) * 12 + Number(day.slice(-5, -3)) - 1 - months;
  return `${padYear(Math.floor(count / 12))}-${pad2((count % 12) + 1)}`;
}

const yearBefore = (day: string, years: number): string => padYear(Number(day.slice(0, -6)) - years);

/** A day so long before another one; where the month is too short, the first of that month. */
function dayBefore(day: string, count: number, unit: Unit): string {
  if (unit === "day") return addDays(day, -count);
  if (unit === "week") return addDays(day, -7 * count);
  const month = monthBefore(day, unit === "month" ? count : 12 * count);
  return Number(day.slice(-2)) > 28 ? `${month}-01` : `${month}-${day.slice(-2)}`;
}

function periodOf(unit: string, before: number, day: string): string {
  if (unit === "month") return monthBefore(day, before);
  if (unit === "year") return yearBefore(day, before);
  const monday = addDays(mondayOf(day), -7 * before);
  return `${monday}/${addDays(monday, 6)}`;
}

/**
 * Reads a week, month or year that counts from the reference day ("last week", "earlier this month", "three
 * weeks ago", "in the past ten days") as EDTF, never as one exact day; null for other text. Throws DateProblem
 * when there is no reference day.
 */
export function readRelativePeriod(text: string, referenceDay: string | null): string | null {
  const [, part, which, unit = ""] = named.exec(text) ?? [];
  const [, agoNumber, agoUnit = ""] = ago.exec(text) ?? [];
  const [, pastNumber, pastUnit = ""] = past.exec(text) ?? [];
  if (!which && !agoNumber && !pastNumber) return null;
  if (referenceDay === null) {
    throw new DateProblem(`When is "${text}"? Write the date, for example early June 2021.`);
  }
  if (agoNumber) {
    const count = readNumber(agoNumber);
    return agoUnit === "week"
      ? `${addDays(referenceDay, -7 * count)}~`
      : periodOf(agoUnit, count, referenceDay);
  }
  if (pastNumber) {
    const unitOfPast: Unit =
      pastUnit === "day" || pastUnit === "month" || pastUnit === "year" ? pastUnit : "week";
    return `${dayBefore(referenceDay, readNumber(pastNumber), unitOfPast)}/${referenceDay}`;
  }
  const period = periodOf(unit, which === "this" ? 0 : 1, referenceDay);
  if (part?.startsWith("earl") && which === "this") {
    const start = { week: period.split("/")[0], month: `${period}-01`, year: `${period}-01-01` }[unit];
    return `${start}/${referenceDay}`;
  }
  return part ? null : period;
}
