import type { DateStyle } from "@/lib/dates/calendar-words";
import { describeOccurred } from "@/lib/dates/words";
import type { IncidentView } from "./schema";

type Dated = Pick<IncidentView, "occurred" | "earliest" | "latest" | "timeZone">;

/** A minute or a part of a day: one or two times of day, EDTF. */
const clockTimes =
  /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?(?:\/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/;
export const hasClock = (occurred: string): boolean => clockTimes.test(occurred);

const minuteMs = 60_000;
const isoMinute = (time: number): string => `${new Date(time).toISOString().slice(0, 16)}Z`;

/**
 * When an incident happened, by the clocks of a zone (IANA), or where it happened (null). A date without
 * a time of day is that of the place in every zone: nobody knows on which side of midnight it was elsewhere.
 */
export function shownWhen(
  { occurred, earliest, latest, timeZone }: Dated,
  zone: string | null,
  style: DateStyle = "short",
): string {
  const local = describeOccurred(occurred, timeZone, { style });
  if (zone === null || zone === timeZone || !hasClock(occurred)) return local;
  const [start, stop] = [Date.parse(earliest), Date.parse(latest) + 1];
  const bounds = stop - start <= minuteMs ? isoMinute(start) : `${isoMinute(start)}/${isoMinute(stop)}`;
  return describeOccurred(bounds, zone, { style });
}
