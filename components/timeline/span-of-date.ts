import { readTypedDate } from "@/lib/dates/typed";
import type { Span } from "@/lib/timeline/scale";

const dayMs = 86_400_000;

/** The window to show for a date as people write it: all of it, and for a short one some time around it. */
export function spanOfDate(
  text: string,
  current: Span,
): { ok: true; span: Span } | { ok: false; message: string } {
  const read = readTypedDate(text, { timeZone: "UTC" });
  if (!read.ok) return read;
  const [start, end] = [read.earliest.getTime(), read.latest.getTime()];
  if (read.openStart || read.openEnd) return { ok: false, message: "Give a date without open ends." };
  const around = Math.min(current.end - current.start, 60 * dayMs);
  const length = Math.max((end - start) * 1.1, around);
  const middle = (start + end) / 2;
  return { ok: true, span: { start: middle - length / 2, end: middle + length / 2 } };
}
