import { dayWords } from "./calendar-words";
import { wallTimeAt } from "./zones";

/** A day (YYYY-MM-DD) or an ISO instant as its day in UTC: "5 July 2021"; what is neither comes back. */
export function dayWordsOf(date: string, timeZone = "UTC"): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const instant = new Date(date);
  return Number.isNaN(instant.getTime())
    ? date
    : dayWords(wallTimeAt(instant, isDay ? "UTC" : timeZone), "short");
}
