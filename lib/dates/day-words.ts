import { dayWords } from "./calendar-words";
import { wallTimeAt } from "./zones";

/** An instant to the minute in UTC, or its day alone when it is the last moment of one: "5 July 2021, 16:20 UTC". */
export function dateTimeWordsOf(instant: string): string {
  const isEndOfDay = instant.endsWith("T23:59:59.999Z");
  return isEndOfDay ? dayWordsOf(instant) : `${dayWordsOf(instant)}, ${instant.slice(11, 16)} UTC`;
}

/** A day (YYYY-MM-DD) or an ISO instant as its day in UTC: "5 July 2021"; what is neither comes back. */
export function dayWordsOf(date: string, timeZone = "UTC"): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const instant = new Date(date);
  return Number.isNaN(instant.getTime())
    ? date
    : dayWords(wallTimeAt(instant, isDay ? "UTC" : timeZone), "short");
}
