import { addDays, weekdayOf } from "@/lib/dates/zones";
import type { TimeAnchor, TimeGroups, TimePattern } from "./time-anchor";
import {
  ABOUT,
  COUNT,
  PART,
  partOfDayIn,
  UNIT,
  unitCount,
  unitDays,
  WEEKDAY,
  weekdayNumber,
} from "./time-words";
import { between, inMonth, inYear, onDay, type When } from "./when";

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));

const NEAR_DAYS: [RegExp, number][] = [
  [/day before yesterday/, -2],
  [/day after tomorrow/, 2],
  [/yesterday|last (?:night|evening|morning|afternoon)|yesternight/, -1],
  [/tomorrow/, 1],
];

function nearDay(_: unknown, anchor: TimeAnchor, whole: string): When | null {
  if (!anchor.published) return null;
  const text = whole.toLowerCase();
  const shift = NEAR_DAYS.find(([pattern]) => pattern.test(text))?.[1] ?? 0;
  return { ...onDay(addDays(anchor.published, shift)), part: partOfDayIn(text) };
}

/** What is so many units from a day: exact in days, a week wide in weeks, the month or year in months and years. */
export function shifted(origin: When, count: number | null, unit: string, sign: 1 | -1): When {
  const days = unitDays(unit);
  if (days === null)
    return sign < 0
      ? between(addDays(origin.from, -1), origin.to)
      : between(origin.from, addDays(origin.to, 1));
  if (count === null) {
    const [near, far] = [2 * days * sign, 6 * days * sign];
    return between(addDays(origin.from, Math.min(near, far)), addDays(origin.to, Math.max(near, far)));
  }
  if (days >= 365) return inYear(yearOf(origin.from) + (sign * count * days) / 365);
  if (days === 30) return monthsAway(origin.from, sign * count);
  return between(addDays(origin.from, sign * count * days), addDays(origin.to, sign * count * days));
}

/**
 * A distance that is told as more or less than so many units: "less than a week" is anything within it; months and
 * years are a quarter of one longer ("over", "more than") or shorter ("nearly", "almost").
 */
export function shiftedAbout(
  origin: When,
  { about, count, unit }: { about: string; count: number | null; unit: string },
  sign: 1 | -1,
): When {
  const days = unitDays(unit);
  if (/less|under/i.test(about)) {
    const reach = sign * (days ?? 1) * (days === null ? 1 : (count ?? 6));
    return reach < 0
      ? between(addDays(origin.from, reach), origin.to)
      : between(origin.from, addDays(origin.to, reach));
  }
  const quarter = days !== null && days >= 30 && about !== "" ? Math.round(days / 4) : 0;
  const shift = sign * (/over|more/i.test(about) ? quarter : -quarter);
  return shifted(
    { ...origin, from: addDays(origin.from, shift), to: addDays(origin.to, shift) },
    count,
    unit,
    sign,
  );
}

function distance(g: TimeGroups, anchor: TimeAnchor): When | null {
  const direction = (g.direction ?? "").toLowerCase();
  const isAgo = /ago|back/.test(direction);
  const origin = isAgo ? anchor.published && onDay(anchor.published) : anchor.narrative;
  if (!origin) return null;
  // "Three days later than planned" measures a delay: the day itself is another.
  if (g.than) return origin;
  const sign = /later|after|on$/.test(direction) ? 1 : -1;
  const count = unitCount(g.count ?? "a");
  const about = g.about ?? "";
  const when = shiftedAbout(origin, { about, count, unit: g.unit ?? "" }, sign);
  if (/less|under/i.test(about)) return when;
  const isWeeks = count !== null && (unitDays(g.unit ?? "") ?? 0) % 7 === 0 && isAgo;
  // "A week ago" is that day or one beside it; two weeks and more are rounder.
  if (isWeeks && count === 1) return { ...when, approximate: true };
  return isWeeks ? between(addDays(when.from, -3), addDays(when.to, 3)) : when;
}

function monthsAway(day: string, months: number): When {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  return inMonth(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
}

/** "1 month and 21 days ago": the months first, then the days; exact, as it ends in days. */
function compoundDistance(_: TimeGroups, anchor: TimeAnchor, whole: string): When | null {
  if (!anchor.published) return null;
  let months = 0;
  let days = 0;
  for (const match of whole.matchAll(new RegExp(`(${COUNT}) (${UNIT})`, "gi"))) {
    const [count, unit] = [unitCount(match[1] ?? ""), match[2] ?? ""];
    const length = unitDays(unit);
    if (count === null) return null;
    if (length !== null && length % 365 === 0) months += (12 * count * length) / 365;
    else if (length === 30) months += count;
    else days += count * (length ?? 0);
  }
  const { from, to } = monthsAway(anchor.published, -months);
  const day = Math.min(Number(anchor.published.slice(8, 10)), Number(to.slice(8, 10)));
  return onDay(addDays(from, day - 1 - days));
}

/** The day spoken of: "the same day", "that night", "the night before", "the following morning". */
function narrativeDay(g: TimeGroups, anchor: TimeAnchor, whole: string): When | null {
  const text = whole.toLowerCase();
  // "The night before", where no day was named at all, is the one before the report.
  const published = anchor.published && /before$/.test(text) ? onDay(anchor.published) : null;
  const origin = anchor.narrative ?? anchor.opening?.() ?? published;
  if (!origin) return null;
  const shift = /before|previous|preceding|earlier|prior/.test(text)
    ? -1
    : /next|following|after|later (?!that|the same)|later$/.test(text)
      ? 1
      : 0;
  const part = partOfDayIn(g.part ?? "");
  if (shift === 0) return { ...origin, part: part ?? origin.part };
  return { ...between(addDays(origin.from, shift), addDays(origin.to, shift)), part };
}

/** "Late in the day": the day spoken of; in a text that has named none, the one that it names first. */
function dayItself(_: unknown, anchor: TimeAnchor, whole: string): When | null {
  const spoken = anchor.narrative?.unit === "day" ? anchor.narrative : anchor.opening?.();
  const origin = spoken ?? (anchor.published ? onDay(anchor.published) : null);
  return origin
    ? { ...origin, part: /^(?:early|late)\b/i.test(whole) ? partOfDayIn(whole) : origin.part }
    : null;
}

/** "A week ago yesterday": so many weeks before the day that follows. */
function weeksBeforeDay(g: TimeGroups, anchor: TimeAnchor): When | null {
  if (!anchor.published) return null;
  const count = unitCount(g.count ?? "a");
  const weekday = weekdayNumber(g.weekday ?? "");
  const gap = weekday < 0 ? 0 : (weekdayOf(anchor.published) - weekday + 7) % 7;
  const near = /yesterday/i.test(g.near ?? "") ? 1 : gap;
  return count === null ? null : onDay(addDays(anchor.published, -near - 7 * count));
}

const END = "(?=\\s*(?:[.,;:)]|$))";

/** Days told by their distance from the publication or from the day last spoken of. */
export const RELATIVE_DAYS: readonly TimePattern[] = [
  {
    pattern: new RegExp(
      `\\b(?:(?:early |late )?(?:the )?day before yesterday|the day after tomorrow|(?:early |late )?yesterday(?: (?:${PART}))?|(?:early |late )?last (?:night|evening|morning|afternoon)|tomorrow(?: (?:${PART}))?|toni(?:ght|te)|earlier today|(?:early |late |later |later in |mid )?today|(?:early |late |later |earlier )?this (?:${PART}))\\b`,
      "gi",
    ),
    resolve: nearDay,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?<about>${ABOUT}) )?(?<count>${COUNT}) (?<unit>${UNIT}) (?<direction>ago|earlier|later|back|before${END}|prior${END}|after${END}|on${END})(?<than> than)?(?![\\w])|\\b(?<u2>(?:minute|hour|day|week|month|year)s) (?<d2>ago|later|earlier)(?<than2> than)?\\b`,
      "gi",
    ),
    resolve: (g, anchor) =>
      distance(
        {
          about: g.about,
          count: g.count ?? "several",
          unit: g.unit ?? g.u2,
          direction: g.direction ?? g.d2,
          than: g.than ?? g.than2,
        },
        anchor,
      ),
  },
  {
    pattern: new RegExp(
      `\\b(?<count>${COUNT}) weeks? ago (?:on )?(?:(?<near>yesterday|today)|(?<weekday>${WEEKDAY}))(?!\\w)`,
      "gi",
    ),
    resolve: weeksBeforeDay,
  },
  {
    pattern: new RegExp(
      `\\b(?=(?:${COUNT}) (?:year|month|week|day|hour))(?<!(?:last|past|previous) (?:(?:${COUNT}) (?:year|month|week|day|hour)s?(?:, | and | )){0,3})(?:(?:${COUNT}) (?:year|month|week|day|hour)s?(?:, | and | )){1,4}(?:${COUNT}) (?:month|week|day|hour|minute|min)s? ago\\b`,
      "gi",
    ),
    resolve: compoundDistance,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:on |later |earlier )?(?:the |that )(?:very )?same (?:day|(?<part>${PART}))|(?:later |earlier )?that (?:day|(?<p2>morning|afternoon|evening|night))|(?:on )?the (?:previous|preceding|next|following) (?:day|(?<p3>${PART}))|the (?:day|(?<p4>morning|afternoon|evening|night)) (?:before|after)${END}|(?:the|a|one) day (?:earlier|later|(?:before|after|prior)${END}))(?![\\w])`,
      "gi",
    ),
    resolve: (g, anchor, whole) => narrativeDay({ part: g.part ?? g.p2 ?? g.p3 ?? g.p4 }, anchor, whole),
  },
  {
    pattern:
      /\b(?:(?:early|earlier|late|later|(?:the )?(?:start|end|course|middle|rest)) (?:in|of) the day|(?:(?:for|during|throughout) the day|(?<=\b(?:end|ends|ended|ending|close|closed|finish|finished|begin|began|start|started|spent) )the day|this day)(?! (?:of|after|before|that|when)\b))\b/gi,
    resolve: dayItself,
  },
  {
    pattern:
      /\b(?:right |until |till |by |from )?now\b|\bfor (?:a|the) (?:second|third|fourth|fifth|sixth|seventh)(?: (?:consecutive|straight|successive|running))? (?:day|night)\b|\ba (?:second|third|fourth|fifth|sixth|seventh) (?:consecutive|straight|successive) (?:day|night)\b/gi,
    resolve: (_, anchor) => (anchor.published ? onDay(anchor.published) : null),
    isBound: true,
  },
];
