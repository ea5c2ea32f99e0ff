import type { PartOfDay } from "@/lib/dates/parts-of-day";
import { wordNumber } from "./numbers";

const MONTH_NAMES =
  "January February March April May June July August September October November December".split(" ");
/** From Sunday on. */
export const WEEKDAY_NAMES = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** As written, in capitals and in small letters. */
const spelled = (names: readonly string[], isAlsoSmall = true): string =>
  names.flatMap((name) => [name, name.toUpperCase(), ...(isAlsoSmall ? [name.toLowerCase()] : [])]).join("|");

/** Pieces of the patterns of time expressions. Where the small letters are a word ("may", "sat"), it takes a capital. */
export const MONTH = `(?:${spelled(MONTH_NAMES.filter((name) => !/^Ma/.test(name)))}|${spelled(["March", "May"], false)}|(?:${spelled("Jan Feb Apr Jun Jul Aug Sept Sep Oct Nov Dec".split(" "), false)})\\.?|(?:Mar|MAR)(?:\\.|(?=[ /-]?\\d)))`;
export const WEEKDAY = `(?:${spelled(WEEKDAY_NAMES)}|(?:Tues|TUES|tues|Thurs|THURS|thurs)\\.?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:\\.|(?=,? ${MONTH})))`;

const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
/** "Twenty-first" and its like: a day of the month, or in front of "of" any other. */
const LATE_ORDINAL = `(?:[Tt]hirty[ -]first|[Tt]hirtieth|[Tt]wentieth|[Tt]wenty[ -](?:${ORDINALS.slice(0, 9).join("|")}))`;
export const ORDINAL = `(?:${LATE_ORDINAL}|${ORDINALS.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`).join("|")})`;
export const DAY_NUMBER = "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";
export const YEAR = "(?:1[89]\\d\\d|20\\d\\d)";
const NUMBER_WORD =
  "(?:zero |oh )?(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|one|two|three|four|five|six|seven|eight|nine)";
/** "Twenty-five" for a day, as dates are spoken; only beside a year that is spoken too. */
export const SPOKEN_DAY = NUMBER_WORD;
/** "Nineteen seventy-eight", "nineteen hundred and five", "two thousand and one". */
export const YEAR_WORDS = `(?:(?:seventeen|eighteen|nineteen|twenty)(?: hundred)?(?: and)?[ -]${NUMBER_WORD}|two thousand(?:(?: and)? ${NUMBER_WORD})?)`;
export const PART =
  "(?:(?:early|late|mid)[ -])?(?:morning|afternoon|evening|nightfall|night|dawn|daybreak|first light|noon|lunchtime|midday|midnight|dusk|sunset)";
export const COUNT =
  "(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3}|a few|few|several|a couple of|couple of|some|half an)";
/** In front of a count: the distance is more, or less. */
export const ABOUT =
  "(?:(?:a little|just|slightly|well) )?(?:over|more than|less than|under|nearly|almost|not quite)";
export const UNIT = "(?:minute|min|hour|day|week|fortnight|month|year|decade)s?";

/** 1 to 12. */
export const monthNumber = (word: string): number =>
  MONTH_NAMES.findIndex((name) => name.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1;

/** 0 is Sunday. */
export const weekdayNumber = (word: string): number =>
  WEEKDAY_NAMES.findIndex((name) => name.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase());

/** "5", "5th", "fifth", "twenty-first": the day of the month; NaN for anything else. */
export function dayNumber(words: string): number {
  const text = words.toLowerCase().trim();
  if (/^\d/.test(text)) return Number.parseInt(text, 10);
  if (text === "twentieth") return 20;
  if (text === "thirtieth") return 30;
  const [tens = "", unit] = text.split(/[ -]/);
  const base = tens === "twenty" ? 20 : tens === "thirty" ? 30 : 0;
  const index = ORDINALS.indexOf(base > 0 ? (unit ?? "") : tens);
  return index < 0 ? (wordNumber(text) ?? Number.NaN) : base + index + 1;
}

/** The year that YEAR_WORDS stand for: the century and the rest are read one after the other. */
export function yearOfWords(words: string): number | null {
  const text = words.toLowerCase();
  const [, century, rest = ""] =
    /^(seventeen|eighteen|nineteen|twenty)(?: hundred)?(?: and)?[ -](?:zero |oh )?(.*)$/.exec(text) ?? [];
  if (!century) return wordNumber(text);
  const [hundreds, years] = [wordNumber(century), wordNumber(rest)];
  return hundreds === null || years === null ? null : hundreds * 100 + years;
}

/** The part of day that words such as "early Tuesday morning", "pre-dawn" or "late" name, or null. */
export function partOfDayIn(words: string): PartOfDay | null {
  const text = words.toLowerCase();
  if (
    /pre-?dawn|before dawn|dawn|daybreak|first light|small hours|early hours|wee hours|midnight|after midnight/.test(
      text,
    )
  ) {
    return "early morning";
  }
  if (/morning/.test(text)) return /early/.test(text) ? "early morning" : "morning";
  if (/afternoon|noon|midday|lunchtime/.test(text)) return "afternoon";
  if (/evening|night|tonite|dusk|sunset/.test(text)) return "evening";
  if (/\bearly\b/.test(text)) return "early morning";
  if (/\blate\b/.test(text)) return "evening";
  return null;
}

/** How many of a unit: "a" is 1, "several" and "few" are null. */
export function unitCount(word: string): number | null {
  const text = word.toLowerCase().trim();
  if (text === "a" || text === "an") return 1;
  if (text.includes("couple")) return 2;
  if (/few|several|some/.test(text)) return null;
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
