import {
  clockWords,
  type DateStyle,
  dayWords,
  monthWords,
  seasonWords,
  yearWords,
} from "@/lib/dates/calendar-words";
import { type DateExpression, type IntervalEnd, readEdtf } from "@/lib/dates/edtf-expression";
import { type DatePoint, DateProblem } from "@/lib/dates/edtf-point";
import { partOfDayBetween } from "@/lib/dates/parts-of-day";
import { isTimeZone, pad2, type WallTime, wallTimeAsUtc, wallTimeAt } from "@/lib/dates/zones";

/**
 * An EDTF date in words: "afternoon of Monday 5 July 2021", "about 2020", "between 26 June and
 * 5 July 2021". Times are in the given zone. Text that is not EDTF comes back unchanged.
 */
export function describeOccurred(
  edtf: string,
  timeZone: string,
  { style = "long" }: { style?: DateStyle } = {},
): string {
  try {
    return expressionWords(readEdtf(edtf), timeZone, style);
  } catch (error) {
    if (error instanceof DateProblem) return edtf;
    throw error;
  }
}

function expressionWords(expression: DateExpression, timeZone: string, style: DateStyle): string {
  if (expression.kind === "point") return pointWords(expression.point, timeZone, style);
  if (expression.kind === "interval") {
    const { start, end } = expression;
    if (typeof start !== "string" && typeof end !== "string") return spanWords(start, end, timeZone, style);
    return halfOpenWords(start, end, timeZone, style);
  }
  const memberStyle = style === "long" ? "short" : style;
  const members = expression.members.map((member) =>
    Array.isArray(member)
      ? `${pointWords(member[0], timeZone, memberStyle)} to ${pointWords(member[1], timeZone, memberStyle)}`
      : pointWords(member, timeZone, memberStyle),
  );
  if (expression.openStart) members.unshift("earlier");
  if (expression.openEnd) members.push("later");
  return joinWords(members, expression.kind === "one-of" ? "or" : "and");
}

function joinWords(items: string[], conjunction: string): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1) ?? ""}`;
}

function halfOpenWords(start: IntervalEnd, end: IntervalEnd, timeZone: string, style: DateStyle): string {
  const inner = style === "long" ? "short" : style;
  if (typeof start !== "string") {
    const words = pointWords(start, timeZone, inner);
    return end === "unknown" ? `${words} to an unknown date` : `${words} or later`;
  }
  if (typeof end === "string") return "unknown date";
  const words = pointWords(end, timeZone, inner);
  return start === "unknown" ? `unknown date to ${words}` : `${words} or earlier`;
}

function pointWords(point: DatePoint, timeZone: string, style: DateStyle): string {
  const isQualified = point.approximateDays > 0 || point.uncertain;
  const words = plainWords(point, timeZone, isQualified && style === "long" ? "short" : style);
  const about = point.approximateDays > 0 ? `about ${words}` : words;
  if (!point.uncertain) return about;
  return style === "axis" ? `${about}?` : `possibly ${about}`;
}

function plainWords(point: DatePoint, timeZone: string, style: DateStyle): string {
  const { first, last, unit } = point;
  if (point.season !== null) return seasonWords(point.season, first.year);
  if (unit === "minute" || unit === "second") {
    const wall = localWall(point, timeZone);
    const seconds = unit === "second" ? `:${pad2(wall.second)}` : "";
    const clock = `${clockWords(wall)}${seconds}`;
    return style === "long" ? `${clock} on ${dayWords(wall, style)}` : `${dayWords(wall, style)}, ${clock}`;
  }
  if (unit === "day") return dayWords(first, style);
  if (unit === "days") return wallSpanWords(first, last, "day", style);
  if (unit === "month") {
    const month = `${monthWords(first.month, style)} ${yearWords(first.year)}`;
    return point.unspecified && style === "long" ? `some day in ${month}` : month;
  }
  if (unit === "year") {
    const isWholeYear = first.month === 1 && last.month === 12;
    if (point.unspecified && !isWholeYear) return wallSpanWords(first, last, "month", style);
    return point.unspecified && style === "long"
      ? `some time in ${yearWords(first.year)}`
      : yearWords(first.year);
  }
  const isDecade = last.year - first.year === 9 && first.year >= 1000 && first.year % 10 === 0;
  return isDecade ? `${first.year}s` : wallSpanWords(first, last, "year", style);
}

/** The wall time in the incident's zone of a point that may carry an offset of its own. */
function localWall(point: DatePoint, timeZone: string): WallTime {
  if (point.offsetMinutes === null || !isTimeZone(timeZone)) return point.first;
  return wallTimeAt(new Date(wallTimeAsUtc(point.first) - point.offsetMinutes * 60_000), timeZone);
}

function spanWords(start: DatePoint, end: DatePoint, timeZone: string, style: DateStyle): string {
  const isPlain = [start, end].every((point) => point.approximateDays === 0 && !point.uncertain);
  const isClock = [start, end].every((point) => point.unit === "minute");
  if (isPlain && isClock) {
    const within = clockSpanWords(localWall(start, timeZone), localWall(end, timeZone), style);
    if (within !== null) return within;
  }
  const unit = start.unit === end.unit ? start.unit : null;
  if (
    isPlain &&
    !start.unspecified &&
    !end.unspecified &&
    (unit === "day" || unit === "month" || unit === "year")
  ) {
    return wallSpanWords(start.first, end.last, unit, style);
  }
  const inner = style === "long" ? "short" : style;
  return between(pointWords(start, timeZone, inner), pointWords(end, timeZone, inner), style);
}

/** Words for clock times of one day, null when they are not of one day. */
function clockSpanWords(start: WallTime, end: WallTime, style: DateStyle): string | null {
  const day = wallTimeAsUtc({ ...start, hour: 0, minute: 0, second: 0, millisecond: 0 });
  const startMinute = (wallTimeAsUtc(start) - day) / 60_000;
  const endMinute = (wallTimeAsUtc(end) - day) / 60_000;
  if (startMinute === 18 * 60 && endMinute === 30 * 60) {
    const days = wallSpanWords(start, end, "day", "axis" === style ? style : "short").replace(
      / ?– ?/,
      " to ",
    );
    return style === "long" ? `night of ${days}` : `${days}, night`;
  }
  if (endMinute > 1440) return null;
  if (startMinute === endMinute) {
    return style === "long"
      ? `${clockWords(start)} on ${dayWords(start, style)}`
      : `${dayWords(start, style)}, ${clockWords(start)}`;
  }
  const part = partOfDayBetween(startMinute, endMinute);
  if (part !== null) {
    return style === "long" ? `${part} of ${dayWords(start, style)}` : `${dayWords(start, style)}, ${part}`;
  }
  const endClock = endMinute === 1440 ? "24:00" : clockWords(end);
  return style === "long"
    ? `between ${clockWords(start)} and ${endClock} on ${dayWords(start, style)}`
    : `${dayWords(start, style)}, ${clockWords(start)}–${endClock}`;
}

/** A span of whole days, months or years, naming the month and year once where both ends share them. */
function wallSpanWords(
  first: WallTime,
  last: WallTime,
  unit: "day" | "month" | "year",
  style: DateStyle,
): string {
  const isSameYear = first.year === last.year;
  const isSameMonth = isSameYear && first.month === last.month;
  const inner = style === "long" ? "short" : style;
  const year = isSameYear ? "" : ` ${yearWords(first.year)}`;
  if (unit === "year") {
    return isSameYear ? yearWords(first.year) : between(yearWords(first.year), yearWords(last.year), style);
  }
  if (unit === "month") {
    const end = `${monthWords(last.month, style)} ${yearWords(last.year)}`;
    return isSameMonth ? end : between(`${monthWords(first.month, style)}${year}`, end, style);
  }
  if (isSameMonth && first.day === last.day) return dayWords(first, style);
  const start = isSameMonth ? String(first.day) : `${first.day} ${monthWords(first.month, style)}${year}`;
  return between(start, dayWords(last, inner), style);
}

function between(start: string, end: string, style: DateStyle): string {
  if (style === "long") return `between ${start} and ${end}`;
  return /\s/.test(start) ? `${start} – ${end}` : `${start}–${end}`;
}

/** The zone as readers know it: "Baghdad time", "Buenos Aires time", "UTC", "UTC+3". */
export function describeZone(timeZone: string): string {
  if (/^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal|Greenwich|GMT[+-]?0)$/i.test(timeZone)) return "UTC";
  const fixed = /^Etc\/GMT([+-])(\d{1,2})$/i.exec(timeZone);
  // The names of the Etc area have their sign reversed (POSIX): Etc/GMT-3 is three hours ahead of UTC.
  if (fixed) return `UTC${fixed[1] === "-" ? "+" : "−"}${fixed[2]}`;
  const city = timeZone.split("/").at(-1) ?? timeZone;
  return `${city.replaceAll("_", " ")} time`;
}

/** An instant in a zone: "5 July 2021, 16:00 (Baghdad time)", "5 July 2021, 13:00 UTC". */
export function formatInstant(instant: Date, timeZone: string): string {
  if (Number.isNaN(instant.getTime())) return "unknown time";
  const zone = isTimeZone(timeZone) ? timeZone : "UTC";
  const wall = wallTimeAt(instant, zone);
  const name = describeZone(zone);
  const local = `${dayWords(wall, "short")}, ${clockWords(wall)}`;
  return name.startsWith("UTC") ? `${local} ${name}` : `${local} (${name})`;
}
