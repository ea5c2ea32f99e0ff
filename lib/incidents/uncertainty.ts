import { clockWords, dayWords, monthWords, yearWords } from "@/lib/dates/calendar-words";
import { openEarliest, openLatest } from "@/lib/dates/edtf";
import { instantOf, type WallTime, wallTimeAt } from "@/lib/dates/zones";

/** A stretch of calendar that an uncertain date is drawn in; from and to are shares of it, 0 to 1. */
export type UncertaintyFrame = {
  from: number;
  to: number;
  openStart: boolean;
  openEnd: boolean;
  /** Words for the ends of the frame. */
  startLabel: string;
  endLabel: string;
  /** Words for the bounds themselves. */
  earliestLabel: string;
  latestLabel: string;
};

type Unit = "day" | "month" | "year";

const dayMs = 86_400_000;

/**
 * The whole days, months or years around the bounds of a date, in its zone; null when the date is
 * known to the minute, because then there is nothing to draw.
 */
export function uncertaintyFrame(
  bounds: { earliest: string; latest: string },
  timeZone: string,
): UncertaintyFrame | null {
  const earliest = new Date(bounds.earliest).getTime();
  const latest = new Date(bounds.latest).getTime() + 1;
  if (latest - earliest <= 60_000) return null;
  const openStart = earliest <= openEarliest.getTime();
  const openEnd = latest >= openLatest.getTime();
  const year = 366 * dayMs;
  const first = openStart ? latest - year : earliest;
  const last = openEnd ? earliest + year : latest;
  const span = last - first;
  const unit: Unit = span <= 1.1 * dayMs ? "day" : span <= 32 * dayMs ? "month" : "year";
  const start = instantOf(floor(wallTimeAt(new Date(first), timeZone), unit), timeZone, "first").getTime();
  const end = instantOf(ceiling(wallTimeAt(new Date(last - 1), timeZone), unit), timeZone, "first").getTime();
  const share = (instant: number) => Math.min(1, Math.max(0, (instant - start) / (end - start)));
  return {
    from: openStart ? 0 : share(earliest),
    to: openEnd ? 1 : share(latest),
    openStart,
    openEnd,
    startLabel: frameWords(wallTimeAt(new Date(start), timeZone), unit),
    endLabel: frameWords(wallTimeAt(new Date(end - 1), timeZone), unit, "end"),
    earliestLabel: openStart ? "not known" : boundWords(earliest, timeZone, unit),
    latestLabel: openEnd ? "not known" : lastBoundWords(latest, timeZone, unit),
  };
}

function floor(wall: WallTime, unit: Unit): WallTime {
  return {
    year: wall.year,
    month: unit === "year" ? 1 : wall.month,
    day: unit === "day" ? wall.day : 1,
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
  };
}

function ceiling(wall: WallTime, unit: Unit): WallTime {
  const start = floor(wall, unit);
  return { ...start, [unit]: start[unit] + 1 };
}

function frameWords(wall: WallTime, unit: Unit, end?: "end"): string {
  if (unit === "day") return end ? "24:00" : "0:00";
  return unit === "month"
    ? `${wall.day} ${monthWords(wall.month, "axis")} ${yearWords(wall.year)}`
    : `${monthWords(wall.month, "axis")} ${yearWords(wall.year)}`;
}

function boundWords(instant: number, timeZone: string, unit: Unit): string {
  const wall = wallTimeAt(new Date(instant), timeZone);
  return unit === "day" ? clockWords(wall) : dayWords(wall, "short");
}

/** The words for where the time stops: 24:00 rather than the next day's 0:00. */
function lastBoundWords(latest: number, timeZone: string, unit: Unit): string {
  if (unit !== "day") return boundWords(latest - 1, timeZone, unit);
  const clock = boundWords(latest, timeZone, unit);
  return clock === "0:00" ? "24:00" : clock;
}
