import { type DatePrecision, openEarliest, openLatest, parseOccurred } from "@/lib/dates/edtf";
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

const utcWords = (earliest: Date, latest: Date): string => `${spanWords(earliest, latest, "UTC")} UTC`;

/** "5 July 2021, 13:00", or both bounds; the later one is where the time stops. */
function spanWords(earliest: Date, latest: Date, timeZone: string): string {
  const stop = new Date(latest.getTime() + 1);
  const [day = "", clock = ""] = dayAndClock(earliest, timeZone);
  const [endDay = "", endClock = ""] = dayAndClock(stop, timeZone);
  if (stop.getTime() - earliest.getTime() <= 60_000) return `${day}, ${clock}`;
  return day === endDay ? `${day}, ${clock}–${endClock}` : `${day}, ${clock} – ${endDay}, ${endClock}`;
}

/** "5 July 2021" and "13:00", on the clocks of a zone. */
const dayAndClock = (instant: Date, timeZone: string): string[] =>
  formatInstant(instant, timeZone)
    .replace(/ (?:\(.+\)|UTC\S*)$/, "")
    .split(", ");

/** The first and the last instant that a date allows, by the clocks of its zone and in UTC. */
export function boundsWords({ earliest, latest, timeZone }: Omit<Dated, "occurred">): {
  local: string;
  utc: string;
} {
  const [first, last] = [new Date(earliest), new Date(latest)];
  const isOpenStart = first.getTime() <= openEarliest.getTime();
  const isOpenEnd = last.getTime() >= openLatest.getTime();
  const within = (zone: string): string => {
    if (isOpenStart && isOpenEnd) return "open on both sides";
    if (isOpenEnd) return `from ${dayAndClock(first, zone).join(", ")}`;
    if (isOpenStart) return `until ${dayAndClock(new Date(last.getTime() + 1), zone).join(", ")}`;
    return spanWords(first, last, zone);
  };
  return { local: within(timeZone), utc: `${within("UTC")} UTC` };
}
