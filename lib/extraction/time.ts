import type { PartOfDay } from "@/lib/dates/parts-of-day";
import { addDays } from "@/lib/dates/zones";
import type { Span } from "./text";
import { TIME_PATTERNS, type TimeAnchor } from "./time-patterns";
import { PART, partOfDayIn } from "./time-words";
import { between, onDay, spanDays, type When } from "./when";

/** A day, part of day or clock time in a sentence. `when` is null for a part or clock without a day. */
export type TimeExpression = Span & {
  text: string;
  when: When | null;
  part: PartOfDay | null;
  clock: string | null;
  /** Starts or ends a state ("since 2014", "until May") or measures one: not when something happened. */
  isBound: boolean;
};

const MAYBE =
  /\d|day|night|morning|evening|noon|dawn|week|month|year|hour|minute|decade|ago|later|earlier|[A-Z][a-z]{2}/;
const CLOCK =
  /\b(?:at )?(?:about |around |approximately |roughly |shortly (?:before|after) |just (?:before|after) )?(?:(?<h>1[0-2]|0?[1-9])(?:[:.](?<m>[0-5]\d))? ?(?<half>[ap])\.? ?m\b\.?|(?<h24>[01]\d|2[0-3]):(?<m24>[0-5]\d)(?!\d)|(?<=\bat (?:about |around )?)(?<h4>[01]\d|2[0-3])(?<m4>[0-5]\d)(?= (?:hours|hrs|local|GMT|UTC))|(?<=\bat (?:about |around )?)(?<word>noon|midday|midnight)\b)/gi;
const LONE_PART = new RegExp(
  `\\b(?:pre-?dawn|overnight|before dawn|(?:in )?the (?:early|small|wee) hours|early on the morning|(?:in|during|at|by) (?:the )?(?:${PART})|(?<=[Aa] |[Tt]he |[Aa]n )(?:(?:early|late)[ -])?(?:morning|evening|night(?:time)?|afternoon)(?= (?:attack|raid|strike|assault|operation|blast|bombing|ambush|prayer)))\\b`,
  "gi",
);
const BOUND_BEFORE =
  /\b(?:since|until|till|for|ever since|due|by|as of|from|expires?|elections?|anniversary of)(?: the| about| nearly| almost| over| more than)?\s*$/i;

function clockOf(groups: Record<string, string | undefined>): string | null {
  const { h, m, half, h24, m24, h4, m4, word } = groups;
  if (word) return word.toLowerCase() === "midnight" ? "00:00" : "12:00";
  if (h24) return `${h24}:${m24}`;
  if (h4) return `${h4}:${m4}`;
  if (!h || !half) return null;
  const hour = (Number(h) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${String(hour).padStart(2, "0")}:${m ?? "00"}`;
}

type Found = Omit<TimeExpression, "isBound"> & { rank: number };

function collect(sentence: string, anchor: TimeAnchor): Found[] {
  const found: Found[] = [];
  for (const [rank, { pattern, resolve }] of TIME_PATTERNS.entries()) {
    for (const match of sentence.matchAll(pattern)) {
      const when = resolve(match.groups ?? {}, anchor, match[0]);
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        when,
        part: null,
        clock: null,
        rank,
      });
    }
  }
  for (const match of sentence.matchAll(CLOCK)) {
    const clock = clockOf(match.groups ?? {});
    if (clock)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        when: null,
        part: null,
        clock,
        rank: 50,
      });
  }
  for (const match of sentence.matchAll(LONE_PART)) {
    const isNight = /overnight/i.test(match[0]);
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      when: isNight && anchor.published ? between(addDays(anchor.published, -1), anchor.published) : null,
      part: isNight ? null : partOfDayIn(match[0]),
      clock: null,
      rank: 60,
    });
  }
  return found;
}

/** The longest of overlapping expressions, in order of their place. */
function withoutOverlaps(found: Found[]): Found[] {
  const byLength = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.rank - b.rank);
  const kept: Found[] = [];
  for (const item of byLength) {
    if (!kept.some((other) => item.start < other.end && other.start < item.end)) kept.push(item);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * Time expressions of one sentence (offsets into the whole text). Relative ones are resolved against the
 * publication date, or against the day last spoken of, which moves on as expressions are read.
 */
export function findTimes(plain: string, sentence: Span, anchor: TimeAnchor): TimeExpression[] {
  const text = plain.slice(sentence.start, sentence.end);
  if (!MAYBE.test(text)) return [];
  const kept = withoutOverlaps(collect(text, anchor));
  let narrative = anchor.narrative;
  const times: TimeExpression[] = [];
  for (const item of kept) {
    let { when } = item;
    // Re-read what depends on the expression before it in the same sentence.
    const rule = TIME_PATTERNS[item.rank];
    if (rule && narrative !== anchor.narrative) {
      rule.pattern.lastIndex = 0;
      const match = rule.pattern.exec(item.text);
      if (match) when = rule.resolve(match.groups ?? {}, { ...anchor, narrative }, item.text) ?? when;
      rule.pattern.lastIndex = 0;
    }
    const before = text.slice(Math.max(0, item.start - 40), item.start);
    // "Since 21 July, when nine people died": the day of what follows.
    const isWhen = /^,? when\b/.test(text.slice(item.end, item.end + 7));
    const isBound =
      !isWhen &&
      (BOUND_BEFORE.test(before) || /^(?:since|until|for|by|from)\b/i.test(item.text)) &&
      !/^(?:by|from)\b/i.test(item.text.replace(/^from .* (?:to|and) .*/i, ""));
    // What lies ahead ("before the 2012 Games") is not when something happened.
    const isAhead = anchor.published !== null && when !== null && when.from > addDays(anchor.published, 1);
    times.push({
      start: sentence.start + item.start,
      end: sentence.start + item.end,
      text: item.text,
      when,
      part: item.part,
      clock: item.clock,
      isBound: isBound || isAhead,
    });
    if (when && !isBound && spanDays(when) <= 31) narrative = when;
  }
  return times;
}

/** A day with the part of day or clock time that stands beside it. */
export function withHours(when: When, part: PartOfDay | null, clock: string | null): When {
  if (when.unit !== "day") {
    // "Overnight" at a clock time after noon was the day before.
    if (clock && spanDays(when) === 2) return { ...onDay(clock >= "12:00" ? when.from : when.to), clock };
    return when;
  }
  return { ...when, part: part ?? when.part, clock: clock ?? when.clock };
}
