import type { PartOfDay } from "@/lib/dates/parts-of-day";
import { addDays } from "@/lib/dates/zones";
import { allMatches, mayMatch, seek } from "./matches";
import type { Span } from "./text";
import type { TimeAnchor } from "./time-anchor";
import { findHours } from "./time-hours";
import { TIME_PATTERNS } from "./time-patterns";
import { shifted } from "./time-relative";
import { COUNT, partOfDayIn, UNIT, unitCount } from "./time-words";
import { onDay, spanDays, type When } from "./when";

/** A day, part of day or clock time in a sentence. `when` is null for a part or clock without a day. */
export type TimeExpression = Span & {
  text: string;
  when: When | null;
  part: PartOfDay | null;
  clock: string | null;
  /** The clock time is told in GMT. */
  isUtc: boolean;
  /** Starts or ends a state ("since 2014", "until May") or measures one: not when something happened. */
  isBound: boolean;
  /** The day of the telling, or of an earlier past: what follows does not go on from it. */
  isAside: boolean;
  /** The day that a part or clock without one is most likely of: told beside it, spoken of before, or of publication. */
  day: When | null;
};

const MAYBE =
  /\d|day|night|morning|evening|noon|dawn|week|month|year|hour|minute|decade|ago|later|earlier|now|[A-Z][a-z]{2}|[A-Z]{3}|uary|ember|(?:first|second|third|th)\b/;
const BOUND_BEFORE =
  /\b(?:since|until|till|for|ever since|due|by|as of|from|expires?|elections?|anniversary of)(?: the| about| nearly| almost| over| more than)?\s*$/i;
/** "The most since its ouster in 2001": the year in which a state began. */
const STATE_BEGAN =
  /\bsince (?:its|their|his|her|the) (?:\w+ )?(?:ouster|overthrow|fall|invasion|end|start|beginning|outset|outbreak|onset|independence|revolution|coup|war|election|removal|withdrawal|collapse|creation|founding|establishment|signing)\b[^,.;]{0,30}$|\bsince [^,.;]{3,70}\b(?:began|begun|started|erupted|broke out|resumed)\b[^,.;]{0,60}$/i;
const SINCE_DEED = /\bsince (?:the|its|their|his|her|an?) [^.;]{3,90}, $/i;
const RANKED =
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th|worst|deadliest|biggest|largest|latest|highest|most|only|so far)\b[^,.;:]{0,80}$/i;
/** Words of telling, or of an earlier past, in front of a day: what follows goes on from another. */
const ASIDE_BEFORE =
  /\b(?:said|says|told \w+|announced|reported|confirmed|statement|interview)(?: late| early| again)?(?: on)? $|\bhad (?:\w+ly )?(?:been )?\w+(?:ed|en|t|ne|de|un|ng|ck|wn)\b[^.;:]{0,40}$/;
/** In front of a day: it lies ahead. */
const AHEAD_BEFORE =
  /\b(?:to be (?:held|released|launched|announced|signed|tried)|(?:set|due|scheduled|expected|slated|planned|planning|plans?|hoping|likely) (?:to|for)|(?:may|might|will|shall|should|must) be \w+|to (?:remain|stay) \w+|continued to \w+ .{0,50}until|deadline (?:of|on|is))\b[^.;]{0,60}$/i;
const FUTURE = /\b(?:will|shall|to)\b|'ll\b/i;
/** In front of a day, in a sentence about the future: it has passed all the same. */
const TOLD_BEFORE =
  /\b(?:said|told \w+|(?<!\bbe )(?!scheduled|planned|expected)\w{3,}ed|statement|interview)(?: late| early)?(?: on)? $/;
const AHEAD_AFTER = /^,? (?:deadline|hearing|summit|launch|referendum)\b/;
/** "Two days before", "the night after", "a week from" in front of a day. */
const DISTANCE_BEFORE = new RegExp(
  `\\b(?:(?<count>${COUNT}) (?<unit>${UNIT})|(?:the|a|one) (?<day>day|night|morning|afternoon|evening)) (?<direction>before|prior to|ahead of|after|following|from) (?:the )?$`,
  "i",
);

const DEED_AFTER =
  /^ (?:[\w-]+ ){0,2}?(?:attacks?|assaults?|bombings?|blasts?|explosions?|strikes?|airstrikes?|raids?|ambush|killings?|murders?|shootings?|shelling|clashes|violence|massacre|kidnappings?|deaths?)\b/;

type Found = Omit<TimeExpression, "isBound" | "isAside" | "day"> & { rank: number };

function isAheadAt(sentence: string, start: number, end: number, anchor: TimeAnchor): boolean {
  const before = sentence.slice(Math.max(0, start - 120), start);
  if (AHEAD_BEFORE.test(before) || AHEAD_AFTER.test(sentence.slice(end, end + 12))) return true;
  // "Fell on Monday over fears that it will ...": only what comes before the day, or opens the sentence, is of it.
  return anchor.isFuture && !TOLD_BEFORE.test(before) && (start < 8 || FUTURE.test(before));
}

const RULES = TIME_PATTERNS.map(({ pattern, resolve }) => ({ wanted: seek(pattern), resolve }));

function collect(sentence: string, anchor: TimeAnchor): Found[] {
  const found: Found[] = [];
  for (let rank = 0; rank < RULES.length; rank += 1) {
    const rule = RULES[rank];
    if (!rule || !mayMatch(sentence, rule.wanted)) continue;
    for (const match of allMatches(sentence, rule.wanted.pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const isFuture = isAheadAt(sentence, start, end, anchor);
      const when = rule.resolve(match.groups ?? {}, { ...anchor, isFuture }, match[0]);
      found.push({ start, end, text: match[0], when, part: null, clock: null, isUtc: false, rank });
    }
  }
  return [...found, ...findHours(sentence, anchor.published)];
}

/** The longest of overlapping expressions, in order of their place. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  // "Shortly after midnight on Wednesday": a day beside a longer clock time is not lost to it.
  const byLength = [...found].sort(
    (a, b) =>
      Number(b.when !== null) - Number(a.when !== null) ||
      b.end - b.start - (a.end - a.start) ||
      a.rank - b.rank,
  );
  const kept: Found[] = [];
  for (const item of byLength) {
    if (!kept.some((other) => item.start < other.end && other.start < item.end)) kept.push(item);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** "Two days before" is an expression of its own, told by the day that follows it. */
function distanceTo(item: Found, sentence: string, from: number): Found | null {
  if (!item.when || spanDays(item.when) > 7) return null;
  const start = Math.max(from, item.start - 45);
  const match = DISTANCE_BEFORE.exec(sentence.slice(start, item.start));
  if (!match) return null;
  const { count = "a", unit = "day", day, direction = "" } = match.groups ?? {};
  const sign = /before|prior|ahead/i.test(direction) ? -1 : 1;
  const when = shifted({ ...item.when, part: null, clock: null }, unitCount(count), unit, sign);
  return {
    ...item,
    start: start + match.index,
    end: item.start - 1,
    text: sentence.slice(start + match.index, item.start - 1),
    when: day && day !== "day" ? { ...when, part: partOfDayIn(day) } : when,
    rank: TIME_PATTERNS.length,
  };
}

function isBoundAt(item: Found, sentence: string): boolean {
  if (TIME_PATTERNS[item.rank]?.isBound) return true;
  // "No one had been arrested by nightfall"
  if (!item.when && /^(?:by|since|until)\b/i.test(item.text)) return true;
  // "Since 21 July, when nine people died": the day of what follows.
  if (/^,? when\b/.test(sentence.slice(item.end, item.end + 7))) return false;
  // "The first raid this year" compares: it happened on another day.
  if (/^this (?:week|month|year)$/i.test(item.text) && RANKED.test(sentence.slice(0, item.start)))
    return true;
  const before = sentence.slice(Math.max(0, item.start - 40), item.start);
  // "In retaliation for Sunday's attack": the day of what it names.
  if (
    /'s$/.test(item.text) &&
    /\bfor $/.test(before) &&
    DEED_AFTER.test(sentence.slice(item.end, item.end + 40))
  )
    return false;
  // "From Sunday to Tuesday" tells both ends: the days of what happened.
  if (item.when && spanDays(item.when) <= 62 && /^from \w.* (?:to|until|through) /i.test(item.text))
    return false;
  // "The fifth attack since the ban of its party, a month ago".
  if (/\bago$/i.test(item.text) && SINCE_DEED.test(sentence.slice(Math.max(0, item.start - 110), item.start)))
    return true;
  if (STATE_BEGAN.test(sentence.slice(Math.max(0, item.start - 120), item.start))) return true;
  return (
    (BOUND_BEFORE.test(before) || /^(?:since|until|for|by|from)\b/i.test(item.text)) &&
    !/^(?:by|from)\b/i.test(item.text.replace(/^from .* (?:to|and) .*/i, ""))
  );
}

/** What depends on the expression before it in the same sentence is read again. */
function readAgain(item: Found, sentence: string, anchor: TimeAnchor): When | null {
  const rule = TIME_PATTERNS[item.rank];
  if (!rule) return item.when;
  rule.pattern.lastIndex = item.start;
  const match = rule.pattern.exec(sentence);
  rule.pattern.lastIndex = 0;
  if (match?.index !== item.start) return item.when;
  const isFuture = isAheadAt(sentence, item.start, item.end, anchor);
  return rule.resolve(match.groups ?? {}, { ...anchor, isFuture }, item.text) ?? item.when;
}

/**
 * Time expressions of one sentence (offsets into the whole text). Relative ones are resolved against the
 * publication date, or against the day last spoken of, which moves on as expressions are read.
 */
export function findTimes(plain: string, sentence: Span, anchor: TimeAnchor): TimeExpression[] {
  const text = plain.slice(sentence.start, sentence.end);
  if (!MAYBE.test(text)) return [];
  let narrative = anchor.narrative;
  const times: TimeExpression[] = [];
  let last = 0;
  for (const found of withoutOverlaps(collect(text, anchor))) {
    const when =
      narrative === anchor.narrative ? found.when : readAgain(found, text, { ...anchor, narrative });
    const item = { ...found, when };
    const isBound = isBoundAt(item, text);
    const isAside =
      ASIDE_BEFORE.test(text.slice(Math.max(0, item.start - 80), item.start)) ||
      /^ had \w/.test(text.slice(item.end, item.end + 6));
    for (const part of [distanceTo(item, text, last), item]) {
      if (!part) continue;
      // What lies ahead ("before the 2012 Games") is not when something happened.
      const isAhead = anchor.published !== null && (part.when?.from ?? "") > addDays(anchor.published, 1);
      times.push({
        start: sentence.start + part.start,
        end: sentence.start + part.end,
        text: part.text,
        when: part.when,
        part: part.part,
        clock: part.clock,
        isUtc: part.isUtc,
        isBound: (isBound && part === item) || isAhead,
        isAside,
        day: part.when,
      });
    }
    last = item.end;
    if (when && !isBound && !(isAside && narrative) && spanDays(when) <= 31) narrative = when;
  }
  return times.map((time) =>
    time.when ? time : { ...time, day: dayOfHours(time, times, anchor, sentence.start) },
  );
}

function dayOfHours(
  time: TimeExpression,
  times: readonly TimeExpression[],
  anchor: TimeAnchor,
  start: number,
): When | null {
  const beside = times
    .filter((other) => other.when && !other.isBound && !other.isAside && spanDays(other.when) <= 2)
    .sort((a, b) => Math.abs(a.start - time.start) - Math.abs(b.start - time.start));
  const published = anchor.published === null ? null : onDay(anchor.published);
  // "09:55 Shells ...": an entry of a report that is written as it happens.
  const isEntry = time.start === start && time.clock !== null && /^\d/.test(time.text);
  let day =
    beside[0]?.when ?? (isEntry ? published : null) ?? anchor.narrative ?? anchor.opening?.() ?? published;
  const isNextDay = !beside[0] && /after midnight/i.test(time.text) && day?.unit === "day";
  if (day && isNextDay && day.from < (anchor.published ?? "")) day = onDay(addDays(day.from, 1));
  return day && withHours(day, time);
}

/** A day with the part of day or clock time that stands beside it. */
export function withHours(when: When, { part, clock, isUtc }: Pick<When, "part" | "clock" | "isUtc">): When {
  if (when.unit !== "day") {
    // "Overnight" at a clock time after noon was the day before.
    if (clock && spanDays(when) === 2)
      return { ...onDay(clock >= "12:00" ? when.from : when.to), clock, isUtc };
    return when;
  }
  return {
    ...when,
    part: part ?? when.part,
    clock: clock ?? when.clock,
    ...(clock ? { isUtc } : {}),
  };
}

/** The part of day and the clock time among expressions; local time before that of Greenwich. */
export function hoursOf(hours: readonly TimeExpression[]): Pick<When, "part" | "clock" | "isUtc"> {
  const clocks = hours.filter((time) => time.clock);
  const { clock = null, isUtc = false } = clocks.find((time) => !time.isUtc) ?? clocks[0] ?? {};
  return { part: hours.find((time) => time.part)?.part ?? null, clock, isUtc };
}
