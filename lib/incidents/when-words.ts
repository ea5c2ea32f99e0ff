import { type DatePrecision, parseOccurred } from "@/lib/dates/edtf";
import { describeOccurred, describeZone, formatInstant } from "@/lib/dates/words";
import type { IncidentView } from "./schema";

type Dated = Pick<IncidentView, "occurred" | "earliest" | "latest" | "timeZone">;

/** When an incident happened, in words. */
export type WhenWords = {
  /** "afternoon of Monday 5 July 2021" */
  local: string;
  /** "Baghdad time"; null where the date is too coarse for a zone to matter. */
  zone: string | null;
  /** The bounds in UTC; null where the zone is UTC already or does not matter. */
  utc: string | null;
  /** "known to the part of the day, approximate" */
  precision: string;
};

const precisionWords: Record<DatePrecision, string> = {
  minute: "known to the minute",
  "part-of-day": "known to the part of the day",
  day: "known to the day",
  days: "known to within a few days",
  week: "known to within a week",
  month: "known to the month",
  year: "known to the year",
  longer: "known only roughly",
};

export function whenWords({ occurred, earliest, latest, timeZone }: Dated): WhenWords {
  const local = describeOccurred(occurred, timeZone);
  const read = parseOccurred(occurred, timeZone);
  if (!read.ok) return { local, zone: null, utc: null, precision: "known only roughly" };
  const isCoarse = ["month", "year", "longer"].includes(read.precision);
  const zone = describeZone(timeZone);
  return {
    local,
    zone: isCoarse ? null : zone,
    utc: isCoarse || zone === "UTC" ? null : utcWords(new Date(earliest), new Date(latest)),
    precision: [
      precisionWords[read.precision],
      ...(read.approximate ? ["approximate"] : []),
      ...(read.uncertain ? ["not certain"] : []),
    ].join(", "),
  };
}

/** "5 July 2021, 13:00 UTC", or both bounds; the later one is where the time stops. */
function utcWords(earliest: Date, latest: Date): string {
  const start = formatInstant(earliest, "UTC");
  const stop = new Date(latest.getTime() + 1);
  if (stop.getTime() - earliest.getTime() <= 60_000) return start;
  const end = formatInstant(stop, "UTC");
  const [day, startClock] = start.replace(/ UTC$/, "").split(", ");
  const [endDay, endClock] = end.replace(/ UTC$/, "").split(", ");
  return day === endDay
    ? `${day}, ${startClock}–${endClock} UTC`
    : `${day}, ${startClock} – ${endDay}, ${endClock} UTC`;
}
