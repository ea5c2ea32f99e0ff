import type { PartOfDay } from "@/lib/dates/parts-of-day";
import { wordNumber } from "./numbers";

/** Pieces of the patterns of time expressions. Months and weekdays keep their capital: "may" and "sat" are words. */
export const MONTH =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
export const WEEKDAY =
  "(?:Mon(?:day|\\.)|Tue(?:s|sday|\\.)|Wed(?:nesday|\\.)|Thu(?:rs|rsday|\\.)|Fri(?:day|\\.)|Sat(?:urday|\\.)|Sun(?:day|\\.))";
export const DAY_NUMBER = "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";
export const YEAR = "(?:1[89]\\d\\d|20\\d\\d)";
export const PART =
  "(?:(?:early|late|mid)[ -])?(?:morning|afternoon|evening|night|nightfall|dawn|daybreak|noon|midday|midnight|dusk|sunset)";
export const COUNT =
  "(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3}|a few|few|several|a couple of|couple of)";
export const UNIT = "(?:minute|hour|day|week|fortnight|month|year|decade)s?";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** 1 to 12. */
export const monthNumber = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** 0 is Sunday. */
export const weekdayNumber = (word: string): number => WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase());

/** The part of day that words such as "early Tuesday morning", "pre-dawn" or "late" name, or null. */
export function partOfDayIn(words: string): PartOfDay | null {
  const text = words.toLowerCase();
  if (
    /pre-?dawn|before dawn|dawn|daybreak|small hours|early hours|wee hours|midnight|after midnight/.test(text)
  ) {
    return "early morning";
  }
  if (/morning/.test(text)) return /early/.test(text) ? "early morning" : "morning";
  if (/afternoon|noon|midday/.test(text)) return "afternoon";
  if (/evening|night|dusk|sunset/.test(text)) return "evening";
  if (/\bearly\b/.test(text)) return "early morning";
  if (/\blate\b/.test(text)) return "evening";
  return null;
}

/** How many of a unit: "a" is 1, "several" and "few" are null. */
export function unitCount(word: string): number | null {
  const text = word.toLowerCase().trim();
  if (text === "a" || text === "an") return 1;
  if (text.includes("couple")) return 2;
  if (/few|several/.test(text)) return null;
  return wordNumber(text);
}

/** Days of a unit; null for hours and minutes. */
export function unitDays(unit: string): number | null {
  const word = unit.toLowerCase();
  if (word.startsWith("day")) return 1;
  if (word.startsWith("week")) return 7;
  if (word.startsWith("fortnight")) return 14;
  if (word.startsWith("month")) return 30;
  if (word.startsWith("year")) return 365;
  if (word.startsWith("decade")) return 3650;
  return null;
}
