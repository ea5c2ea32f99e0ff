import type { Cue } from "./cues";
import type { AnalysedSentence } from "./mentions";
import type { Segment } from "./segments";
import type { Span } from "./text";
import { hoursOf, type TimeExpression, withHours } from "./time";
import { between, inMonth, inYear, onDay, spanDays, type When } from "./when";

export type PickedTime = {
  when: When;
  /** The words that say so. */
  span: Span;
  /** Only when it was reported, or worked out from "hours after": gives way to any other time. */
  isWeak: boolean;
};

type TimedSentence = Span & { times: readonly TimeExpression[] };

const SPEECH =
  /^(?:said|says|say|told|tells|announced|announcing|reported|reports|tweeted|confirmed|stated|statement|interview|declared|added|posted|released|conference|briefing|warned|vowed|condemned|acknowledged|telling|saying|claimed|according|spokesman|spokesperson|spokeswoman|wrote|published|toll|tally|number|figure)$/;

/** "The army this morning gave the toll", "died on Monday": the day of what came of it. */
const AFTERMATH = /^(?:found|died|dies|succumbed|recovered|discovered)$/;

/** "Said on Tuesday", "in a statement Monday": the time of the telling. */
function isReportTime(sentence: AnalysedSentence, time: TimeExpression, cues: readonly Cue[]): boolean {
  const at = sentence.tokens.findIndex((token) => token.start >= time.start);
  const after = sentence.tokens.findIndex((token) => token.start >= time.end);
  const next = sentence.tokens[after]?.lower ?? "";
  // "Condemned yesterday's attack".
  if (next === "'s") return false;
  // "ISAF today confirmed", but not "was yesterday reported to have killed".
  if (
    /^(?:said|announced|confirmed|stated|told|condemned|declared|reported|acknowledged|tweeted|gave|put|raised|revised)$/.test(
      next,
    ) &&
    sentence.tokens[after + 1]?.lower !== "to"
  )
    return true;
  // "At least five people were dead on Sunday."
  const before = sentence.tokens.slice(Math.max(0, at - 2), at).map((token) => token.lower);
  if (before.includes("dead")) return true;
  for (let i = at - 1; i >= Math.max(0, at - 7); i -= 1) {
    const token = sentence.tokens[i];
    if (!token || cues.some((cue) => i >= cue.first && i < cue.last)) return false;
    if (SPEECH.test(token.lower)) return true;
    if (/^[;:)]$/.test(token.text) || (token.text === "," && at - i > 1)) return false;
  }
  return false;
}

const isLimit = (sentence: AnalysedSentence, time: TimeExpression): boolean =>
  sentence.tokens[0]?.lower === "by" && time.start - sentence.start < 24;

/** "Violated the truce five times in the last 12 days": how often something happened is no day of it. */
function isCountedOver({ tokens }: AnalysedSentence, { start, text }: TimeExpression): boolean {
  if (!/^(?:in|over|during|within) the (?:last|past)\b/i.test(text)) return false;
  const at = tokens.findIndex((token) => token.start >= start);
  return tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === "times");
}

/** The time of the event whose cues these are, from the expressions of its stretch of the sentence. */
export function pickTime(
  sentence: AnalysedSentence,
  segment: Segment,
  cues: readonly Cue[],
): PickedTime | null {
  const { tokens } = sentence;
  const start = tokens[segment.first]?.start ?? sentence.start;
  const end = tokens[segment.last - 1]?.end ?? sentence.end;
  const leadEnd = segment.lead ? (tokens[segment.lead.last]?.start ?? 0) : -1;
  const own = sentence.times.filter(
    (time) => (time.start >= start && time.end <= end + 1) || time.end <= leadEnd,
  );
  const anchor = (cues.find((cue) => cue.sense.role !== "evidence") ?? cues[0])?.start ?? start;
  const distance = (time: TimeExpression) => Math.abs(time.start - anchor);
  const days = own.filter((time) => time.when && !time.isBound && !isCountedOver(sentence, time));
  const reported = days.filter((time) => isReportTime(sentence, time, cues));
  const direct = days.filter((time) => !reported.includes(time));
  // "Searched on Tuesday for the men who had shot him the night before": a relative clause has its own day.
  const isOutside = (time: TimeExpression): boolean => {
    const [from, to] = [Math.min(time.end, anchor), Math.max(time.end, anchor)];
    return tokens.some(
      ({ start: at, lower }) => at >= from && at < to && /^(?:who|which|whose|whom)$/.test(lower),
    );
  };
  const byFit = (a: TimeExpression, b: TimeExpression) =>
    rank(a) - rank(b) || Number(isOutside(a)) - Number(isOutside(b)) || distance(a) - distance(b);
  // "By nightfall on Monday the army was in control": for want of another, the day by which it was so.
  const limits = own.filter((time) => time.when?.unit === "day" && time.isBound && isLimit(sentence, time));
  const chosen = [...direct].sort(byFit)[0] ?? [...reported].sort(byFit)[0] ?? limits[0];
  const hours = own.filter((time) => !time.when && !time.isBound && (time.part ?? time.clock));
  if (!chosen?.when) return hoursAlone(sentence, hours);
  return {
    when: withHours(chosen.when, hoursOf(hours)),
    span: { start: chosen.start, end: chosen.end },
    isWeak: !direct.includes(chosen) || (cues.length > 0 && cues.every((cue) => AFTERMATH.test(cue.words))),
  };
}

/** A clock time or part of day alone is of the day spoken of; at the head of an entry, of the report's own day. */
function hoursAlone(sentence: AnalysedSentence, hours: readonly TimeExpression[]): PickedTime | null {
  const first =
    hours.find((time) => time.clock && !time.isUtc) ?? hours.find((time) => time.clock) ?? hours[0];
  if (first?.day?.unit !== "day") return null;
  const isEntry = sentence.isItem && first.start === sentence.start;
  return { when: first.day, span: { start: first.start, end: first.end }, isWeak: !isEntry };
}

/** The part of day or clock time in a stretch that names no day, to sharpen the day of its incident. */
export function loneHours(sentence: AnalysedSentence): Pick<When, "part" | "clock" | "isUtc"> | null {
  const hours = sentence.times.filter((time) => !time.when && !time.isBound && (time.part ?? time.clock));
  return hours.length === 0 ? null : hoursOf(hours);
}

const PERFECT =
  /\b(?:has|have)\b|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th)(?: such)? \w+/i;

/**
 * "The sixth such attack since February", "since 3 May, 20 people have been killed": what happened again and again,
 * from then until the day of publication (YYYY-MM-DD), as exact as the beginning is told. Null for anything else.
 */
export function timeSince(
  plain: string,
  { start, end, times }: TimedSentence,
  published: string,
): When | null {
  if (!PERFECT.test(plain.slice(start, end))) return null;
  const since = times.find(
    (time) =>
      /\bsince(?: the)? ?$/i.test(plain.slice(time.start - 10, time.start)) || /^since /i.test(time.text),
  );
  // "Since 3 May, when a ship was seized": the day of what the clause tells.
  if (since && /^,? when\b/.test(plain.slice(since.end, since.end + 7))) return null;
  if (!since?.when || since.when.from >= published) return null;
  const { from } = since.when;
  const unit = /start|beginning/i.test(since.text) ? "month" : since.when.unit;
  const length = unit === "year" ? 4 : unit === "month" ? 7 : 10;
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  if (from.slice(0, length) === published.slice(0, length)) return between(from, published);
  const last = unit === "year" ? inYear(year) : unit === "month" ? inMonth(year, month) : onDay(published);
  return between(from, last.to);
}

/** Days before weeks before months before years. */
const rank = (time: TimeExpression): number => {
  const days = time.when ? spanDays(time.when) : 9999;
  return days <= 1 ? 0 : days <= 10 ? 1 : days <= 31 ? 2 : 3;
};
