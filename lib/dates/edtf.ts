import { type DateExpression, readEdtf, writeEdtf } from "@/lib/dates/edtf-expression";
import { type DatePoint, DateProblem } from "@/lib/dates/edtf-point";
import { instantOf, isTimeZone, type WallTime, wallTimeAsUtc } from "@/lib/dates/zones";

const datePrecisions = ["minute", "part-of-day", "day", "days", "week", "month", "year", "longer"] as const;
/** The smallest of these units that the date as written fits in; approximation does not change it. */
export type DatePrecision = (typeof datePrecisions)[number];

export type Occurred = {
  ok: true;
  /** Normalised EDTF. */
  edtf: string;
  /** First and last millisecond that the date allows. */
  earliest: Date;
  latest: Date;
  precision: DatePrecision;
  approximate: boolean;
  uncertain: boolean;
  openStart: boolean;
  openEnd: boolean;
};
export type OccurredProblem = { ok: false; message: string };

/** The bounds that stand for an open (`..`) or unknown end: the ends of what every part of the house can write. */
export const openEarliest = new Date("0001-01-01T00:00:00.000Z");
export const openLatest = new Date("9999-12-31T23:59:59.999Z");
const earliestPossible = new Date(wallTimeAsUtc(midnight(-4712, 1, 1)));
const latestPossible = new Date(8.64e15 - 1);
const dayMs = 86_400_000;

/**
 * Reads EDTF (ISO 8601-2, levels 0 to 2) as the date of an incident in an IANA zone. A date covers the
 * whole of its last unit; a clock time that ends an interval is where it stops (12:00/18:00 ends at
 * 17:59:59.999). `~` and `%` widen the bounds by 1 day, 7 days (month) or 90 days (year), `?` does not.
 */
export function parseOccurred(text: string, timeZone: string): Occurred | OccurredProblem {
  if (!isTimeZone(timeZone))
    return { ok: false, message: `${timeZone} is not a time zone of the IANA list.` };
  try {
    return boundsOf(readEdtf(text), timeZone);
  } catch (error) {
    if (error instanceof DateProblem) return { ok: false, message: error.message };
    throw error;
  }
}

function boundsOf(expression: DateExpression, timeZone: string): Occurred {
  const ends = endsOf(expression);
  const points = [...ends.firsts, ...ends.lasts];
  const written = {
    earliest: ends.openStart
      ? openEarliest
      : minimum(ends.firsts.map((point) => at(point, point.first, timeZone, "first"))),
    latest: ends.openEnd
      ? openLatest
      : maximum(ends.lasts.map((point) => lastInstant(point, expression, timeZone))),
  };
  const isClosed = !ends.openStart && !ends.openEnd;
  if (expression.kind === "interval" && isClosed && written.latest < written.earliest) {
    const isClock = ends.lasts.every(({ unit }) => unit === "minute" || unit === "second");
    const isSameMoment = written.earliest.getTime() - written.latest.getTime() === 1;
    if (!isClock || !isSameMoment) throw new DateProblem("The interval ends before it begins.");
    written.latest = new Date(written.earliest.getTime() + 59_999);
  }
  const reachBefore = ends.openStart ? 0 : Math.max(...ends.firsts.map((point) => point.approximateDays));
  const reachAfter = ends.openEnd ? 0 : Math.max(...ends.lasts.map((point) => point.approximateDays));
  const earliest = clamp(written.earliest.getTime() - reachBefore * dayMs);
  const latest = clamp(written.latest.getTime() + reachAfter * dayMs);
  return {
    ok: true,
    edtf: writeEdtf(expression),
    ...inOrder(earliest, latest, ends),
    precision: precisionOf(expression, written.earliest, written.latest, ends.openStart || ends.openEnd),
    approximate: points.some((point) => point.approximateDays > 0),
    uncertain: points.some((point) => point.uncertain),
    openStart: ends.openStart,
    openEnd: ends.openEnd,
  };
}

/** An open end reaches beyond the instant that stands for it where the other end lies beyond that. */
function inOrder(earliest: Date, latest: Date, ends: { openStart: boolean; openEnd: boolean }) {
  if (earliest <= latest) return { earliest, latest };
  if (ends.openStart) return { earliest: earliestPossible, latest };
  return { earliest, latest: ends.openEnd ? latestPossible : earliest };
}

function endsOf(expression: DateExpression) {
  if (expression.kind === "point") {
    return { firsts: [expression.point], lasts: [expression.point], openStart: false, openEnd: false };
  }
  if (expression.kind === "interval") {
    const { start, end } = expression;
    return {
      firsts: typeof start === "string" ? [] : [start],
      lasts: typeof end === "string" ? [] : [end],
      openStart: typeof start === "string",
      openEnd: typeof end === "string",
    };
  }
  const { members, openStart, openEnd } = expression;
  const points = members.flat();
  return { firsts: points, lasts: points, openStart, openEnd };
}

function at(point: DatePoint, wall: WallTime, timeZone: string, which: "first" | "last"): Date {
  if (point.offsetMinutes === null) return instantOf(wall, timeZone, which);
  return new Date(wallTimeAsUtc(wall) - point.offsetMinutes * 60_000);
}

function lastInstant(point: DatePoint, expression: DateExpression, timeZone: string): Date {
  const isClockTime = point.unit === "minute" || point.unit === "second";
  if (expression.kind !== "interval" || !isClockTime) return at(point, point.last, timeZone, "last");
  return new Date(at(point, point.first, timeZone, "last").getTime() - 1);
}

function precisionOf(
  expression: DateExpression,
  earliest: Date,
  latest: Date,
  isOpen: boolean,
): DatePrecision {
  if (isOpen) return "longer";
  if (expression.kind === "point") return pointPrecision[expression.point.unit];
  const days = (latest.getTime() + 1 - earliest.getTime()) / dayMs;
  // A day of 25 hours is a day: an hour of grace for changes of the clocks.
  const grace = 1 / 24;
  if (days <= 1 / 1440) return "minute";
  if (days < 1 - grace) return "part-of-day";
  if (days <= 1 + grace) return "day";
  if (days <= 6 + grace) return "days";
  if (days <= 7 + grace) return "week";
  if (days <= 31 + grace) return "month";
  return days <= 366 + grace ? "year" : "longer";
}

const pointPrecision = {
  second: "minute",
  minute: "minute",
  day: "day",
  days: "month",
  month: "month",
  season: "year",
  year: "year",
  years: "longer",
} as const satisfies Record<DatePoint["unit"], DatePrecision>;

function clamp(time: number): Date {
  return new Date(Math.max(earliestPossible.getTime(), Math.min(latestPossible.getTime(), time)));
}

function minimum(instants: Date[]): Date {
  return new Date(Math.min(...instants.map((instant) => instant.getTime())));
}

function maximum(instants: Date[]): Date {
  return new Date(Math.max(...instants.map((instant) => instant.getTime())));
}

function midnight(year: number, month: number, day: number): WallTime {
  return { year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 };
}
