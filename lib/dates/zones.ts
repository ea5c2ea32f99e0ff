import { tzOffset } from "@date-fns/tz";

const known = new Map<string, boolean>();

/** Whether the name is a zone of the IANA database (links such as Asia/Calcutta count; offsets such as +03:00 do not). */
export function isTimeZone(name: string): boolean {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const answer = /^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/.test(name) && isAcceptedByRuntime(name);
  if (known.size < 2000) known.set(name, answer);
  return answer;
}

function isAcceptedByRuntime(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Every zone that a form may offer, in alphabetical order, with UTC first. */
export function listTimeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC")];
}

/** A time as a clock on the wall shows it; year as astronomers count (0 is 1 BC), month 1-12. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
};

/** The wall time of an instant in a zone, proleptic Gregorian. */
export function wallTimeAt(instant: Date, timeZone: string): WallTime {
  const shifted = new Date(instant.getTime() + offsetMs(instant.getTime(), timeZone));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    millisecond: shifted.getUTCMilliseconds(),
  };
}

/** Milliseconds of the wall time read as if it were UTC; fields may overflow (day 32, hour 24). */
export function wallTimeAsUtc(wall: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  date.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond);
  return date.getTime();
}

/**
 * The instant at which a zone's clocks show the wall time. When clocks are set back it happens twice:
 * `which` says which one. When clocks are set forward over it, the offset before the change counts,
 * so that the midnight that a change skips is the first instant of its day.
 */
export function instantOf(wall: WallTime, timeZone: string, which: "first" | "last"): Date {
  const asUtc = wallTimeAsUtc(wall);
  const before = offsetMs(asUtc - 86_400_000, timeZone);
  const after = offsetMs(asUtc + 86_400_000, timeZone);
  const candidates = [asUtc - before, asUtc - after].filter(
    (instant) => instant + offsetMs(instant, timeZone) === asUtc,
  );
  if (candidates.length === 0) return new Date(asUtc - before);
  return new Date(which === "first" ? Math.min(...candidates) : Math.max(...candidates));
}

/** Four digits with a sign before year 0, as EDTF wants it up to year 9999. */
export function padYear(year: number): string {
  const sign = year < 0 || Object.is(year, -0) ? "-" : "";
  return `${sign}${String(Math.abs(year)).padStart(4, "0")}`;
}

export function pad2(value: number): string {
  return String(value).padStart(2, "0");
}

/** The day of the week of a day, YYYY-MM-DD; 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

/** A day so many days later (negative: earlier), YYYY-MM-DD in and out. */
export function addDays(day: string, days: number): string {
  const match = /^(-?\d{4})-(\d\d)-(\d\d)$/.exec(day);
  const near = Number(match?.[3]) + days;
  const month = Number(match?.[2]);
  // Every month has these days.
  if (match && near >= 1 && near <= 28 && month >= 1 && month <= 12)
    return `${match[1]}-${match[2]}-${pad2(near)}`;
  if (!match) throw new RangeError(`Not a day: ${day}`);
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + days);
  return `${padYear(date.getUTCFullYear())}-${pad2(date.getUTCMonth() + 1)}-${pad2(date.getUTCDate())}`;
}

/** Days of a month, proleptic Gregorian. */
export function daysInMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

// Local mean times before the zones have odd seconds: rounding keeps instants whole milliseconds.
function offsetMs(instant: number, timeZone: string): number {
  const limited = Math.max(-8.64e15, Math.min(8.64e15, instant));
  return Math.round(tzOffset(timeZone, new Date(limited)) * 60) * 1000;
}
