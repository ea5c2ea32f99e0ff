import { type PartOfDay, partOfDayEdtf } from "@/lib/dates/parts-of-day";
import { addDays, daysInMonth, pad2, wallTimeAt } from "@/lib/dates/zones";

/** A time as days (YYYY-MM-DD, both included), with the unit that the text gives it in. */
export type When = {
  from: string;
  to: string;
  unit: "day" | "month" | "year" | "span";
  part: PartOfDay | null;
  /** Clock time HH:MM, local unless isUtc. */
  clock: string | null;
  /** The clock time was told in GMT. */
  isUtc?: boolean;
  approximate: boolean;
};

/** Each field by its name, for all times to be objects of one shape, which are quick to make and to read. */
const untimed = (from: string, to: string, unit: When["unit"]): When => ({
  from,
  to,
  unit,
  part: null,
  clock: null,
  approximate: false,
});

export const onDay = (day: string): When => untimed(day, day, "day");

export const between = (from: string, to: string): When =>
  from === to ? onDay(from) : untimed(from, to, "span");

export const inMonth = (year: number, month: number): When =>
  untimed(`${year}-${pad2(month)}-01`, `${year}-${pad2(month)}-${pad2(daysInMonth(year, month))}`, "month");

export const inYear = (year: number): When => untimed(`${year}-01-01`, `${year}-12-31`, "year");

/** Days from a to b; negative when b is earlier. */
export const daysBetween = (a: string, b: string): number =>
  a === b
    ? 0
    : a.length === 10 && a.slice(0, 8) === b.slice(0, 8)
      ? Number(b.slice(8)) - Number(a.slice(8))
      : Math.round((Date.parse(b) - Date.parse(a)) / 864e5);

export const spanDays = (when: When): number => daysBetween(when.from, when.to) + 1;

export const overlaps = (a: When, b: When, slackDays = 0): boolean =>
  slackDays === 0
    ? a.from <= b.to && b.from <= a.to
    : addDays(a.from, -slackDays) <= b.to && addDays(b.from, -slackDays) <= a.to;

/** Whether the three numbers are a day that exists. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

export const dayOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${pad2(month)}-${pad2(day)}`;

/** A time told in GMT as the day and clock time of a zone (IANA name); any other as it is. */
export function inZone(when: When, timeZone: string): When {
  if (!when.isUtc || !when.clock || when.unit !== "day") return when;
  const wall = wallTimeAt(new Date(`${when.from}T${when.clock}:00Z`), timeZone);
  const clock = `${pad2(wall.hour)}:${pad2(wall.minute)}`;
  return { ...onDay(dayOf(wall.year, wall.month, wall.day)), clock, approximate: when.approximate };
}

/** EDTF text: a clock time only when the text gives one, a part of day as an interval of hours. */
export function toEdtf(when: When): string {
  if (when.unit === "day") {
    if (when.clock) return `${when.from}T${when.clock}`;
    if (when.part) return partOfDayEdtf(when.from, when.part);
    return when.approximate ? `${when.from}~` : when.from;
  }
  const mark = when.approximate ? "~" : "";
  if (when.unit === "year") return when.from.slice(0, 4) + mark;
  if (when.unit === "month") return when.from.slice(0, 7) + mark;
  if (isWholeYears(when)) return `${when.from.slice(0, 4)}/${when.to.slice(0, 4)}`;
  if (isWholeMonths(when)) return `${when.from.slice(0, 7)}/${when.to.slice(0, 7)}`;
  return `${when.from}/${when.to}`;
}

const isWholeMonths = ({ from, to }: When): boolean =>
  from.endsWith("-01") && addDays(to, 1).endsWith("-01") && from.slice(0, 7) !== to.slice(0, 7);

const isWholeYears = (when: When): boolean => when.from.endsWith("-01-01") && when.to.endsWith("-12-31");

/** The more exact of two times that agree: the shorter, with the clock or part of day of the other. */
export function sharpen(a: When, b: When): When {
  const [exact, other] = spanDays(b) < spanDays(a) ? [b, a] : [a, b];
  if (exact.unit !== "day" || spanDays(other) > 1) return exact;
  return {
    ...exact,
    part: exact.part ?? other.part,
    clock: exact.clock ?? other.clock,
    isUtc: exact.clock ? exact.isUtc : other.isUtc,
    approximate: exact.approximate && other.approximate,
  };
}
