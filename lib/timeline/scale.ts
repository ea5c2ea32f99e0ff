import { AppError } from "@/lib/errors";

/** A window of time, milliseconds since 1970. */
export type Span = { start: number; end: number };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Equal steps of the density strip. */
export const densitySteps = 120;

/** Bucket widths from which one is chosen, all counted from 1970, so that moving the window keeps them. */
const bucketSizes = [
  ...[1, 5, 15, 30].map((minutes) => minutes * minuteMs),
  ...[1, 3, 6, 12].map((hours) => hours * hourMs),
  ...[1, 2, 7, 14, 30, 91, 182, 365, 730, 1826, 3652, 9131, 18_262, 36_525, 365_250, 3_652_500].map(
    (days) => days * dayMs,
  ),
];

/** The narrowest bucket that is at least so many CSS pixels wide; milliseconds. */
export function bucketSizeFor(span: Span, widthPx: number, bucketPx = 40): number {
  const wanted = ((span.end - span.start) / Math.min(Math.max(widthPx, bucketPx), 10_000)) * bucketPx;
  return bucketSizes.find((size) => size >= wanted) ?? bucketSizes.at(-1) ?? dayMs;
}

/** As many as an answer has at most, wherever it is drawn. */
export const maxItems = 400;
const fewestItems = 50;
const pxPerItem = 8;

/**
 * How many incidents there is room for one by one in so many CSS pixels: one for 8, which makes some 25 rows of
 * short labels. What stands farther down nobody sees, and drawing it holds up every movement.
 */
export const roomFor = (widthPx: number): number =>
  Math.min(Math.max(Math.floor(widthPx / pxPerItem), fewestItems), maxItems);

const shortestMs = 10 * minuteMs;
// Beyond these years neither the database's nor the browser's dates can be trusted.
const first = Date.parse("0001-01-01T00:00:00Z");
const last = Date.parse("9999-12-31T23:59:59.999Z");

const clamp = (time: number): number => Math.round(Math.min(Math.max(time, first), last));

/**
 * The window that is answered: what is asked for, else everything that matches with a twentieth of
 * it on either side. Shorter than ten minutes is widened, years outside 1 to 9999 are cut off.
 * Throws invalid-input that names start or end when it is no instant, or when end is not after start.
 */
export function resolveSpan(
  asked: { start?: string | null; end?: string | null },
  range: Span | null,
  now = Date.now(),
): Span {
  const start = readTime("start", asked.start);
  const end = readTime("end", asked.end);
  if (start !== null && end !== null && end <= start) {
    throw invalid("end", "The window must end after it begins");
  }
  const whole = withMargin(range ?? { start: now - 30 * dayMs, end: now });
  const from = clamp(start ?? (end !== null && end <= whole.start ? end - 30 * dayMs : whole.start));
  const to = clamp(end ?? (start !== null && start >= whole.end ? start + 30 * dayMs : whole.end));
  if (to - from >= shortestMs) {
    return { start: from, end: to };
  }
  const middle = Math.round((from + to) / 2);
  return { start: middle - shortestMs / 2, end: middle + shortestMs / 2 };
}

function withMargin(range: Span): Span {
  const margin = Math.max((range.end - range.start) / 20, 12 * hourMs);
  return { start: range.start - margin, end: range.end + margin };
}

function readTime(field: "start" | "end", text: string | null | undefined): number | null {
  if (text === null || text === undefined || text === "") {
    return null;
  }
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw invalid(field, "Give a date-time, such as 2021-07-05T16:00:00Z");
  }
  return time;
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid-input", { message: `${path}: ${message}.`, errors: [{ path, message }] });
}
