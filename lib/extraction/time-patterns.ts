import { addDays } from "@/lib/dates/zones";
import {
  COUNT,
  DAY_NUMBER,
  MONTH,
  monthNumber,
  PART,
  partOfDayIn,
  UNIT,
  unitCount,
  unitDays,
  WEEKDAY,
  weekdayNumber,
  YEAR,
} from "./time-words";
import { between, dayOf, inMonth, inYear, isDay, onDay, type When, weekdayOf } from "./when";

/** What a relative expression is relative to; dates are YYYY-MM-DD. */
export type TimeAnchor = {
  published: string | null;
  /** The day last spoken of, for "the same day" and "a day earlier". */
  narrative: When | null;
  /** True in a clause about the future. */
  isFuture: boolean;
};

export type TimePattern = {
  pattern: RegExp;
  /** The day a part or clock time belongs to is not in the expression itself. */
  resolve: (groups: Record<string, string | undefined>, anchor: TimeAnchor, whole: string) => When | null;
};

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));

/** The last such day or month that is not after the publication (a day's grace for time zones). */
function latestYear(published: string, month: number, day: number, isFuture: boolean): number {
  const year = yearOf(published);
  if (isFuture) return dayOf(year, month, day) >= published ? year : year + 1;
  return dayOf(year, month, day) <= addDays(published, 1) ? year : year - 1;
}

function calendarDay(g: Record<string, string | undefined>, anchor: TimeAnchor): When | null {
  const month = monthNumber(g.month ?? "");
  const day = Number.parseInt(g.day ?? "", 10);
  const year = g.year
    ? Number(g.year)
    : anchor.published && latestYear(anchor.published, month, day, anchor.isFuture);
  if (!year || !isDay(year, month, day)) return null;
  const from = dayOf(year, month, day);
  const until = g.until ? Number.parseInt(g.until, 10) : day;
  return until > day && isDay(year, month, until) ? between(from, dayOf(year, month, until)) : onDay(from);
}

function calendarMonth(g: Record<string, string | undefined>, anchor: TimeAnchor): When | null {
  const month = monthNumber(g.month ?? "");
  const lastOf = anchor.published && latestYear(anchor.published, month, 1, anchor.isFuture);
  const isLast = /last/i.test(g.which ?? "") && anchor.published && monthOf(anchor.published) === month;
  const told = anchor.published && g.rel ? yearOf(anchor.published) - (/last/i.test(g.rel) ? 1 : 0) : null;
  const year = g.year ? Number(g.year) : (told ?? (lastOf && (isLast ? lastOf - 1 : lastOf)));
  if (!year) return null;
  const third = (g.third ?? "").toLowerCase();
  const whole = inMonth(year, month);
  if (third === "early") return between(whole.from, dayOf(year, month, 10));
  if (third === "mid") return between(dayOf(year, month, 11), dayOf(year, month, 20));
  if (third === "late") return between(dayOf(year, month, 21), whole.to);
  return whole;
}

function weekday(g: Record<string, string | undefined>, anchor: TimeAnchor, whole: string): When | null {
  if (!anchor.published) return null;
  const which = (g.which ?? "").toLowerCase();
  const gap = (weekdayOf(anchor.published) - weekdayNumber(g.weekday ?? "") + 7) % 7;
  if (anchor.isFuture || which === "next" || which === "coming") {
    return onDay(addDays(anchor.published, gap === 0 ? 7 : 7 - gap));
  }
  const back = gap === 0 && /last|previous|past/.test(which) ? 7 : gap;
  return { ...onDay(addDays(anchor.published, -back)), part: partOfDayIn(whole) };
}

const NEAR_DAYS: [RegExp, number][] = [
  [/day before yesterday/, -2],
  [/yesterday|last night|last evening|yesternight/, -1],
  [/tomorrow/, 1],
  [/today|tonight|this |earlier in the day|earlier today/, 0],
];

function nearDay(_: unknown, anchor: TimeAnchor, whole: string): When | null {
  if (!anchor.published) return null;
  const text = whole.toLowerCase();
  const shift = NEAR_DAYS.find(([pattern]) => pattern.test(text))?.[1] ?? 0;
  return { ...onDay(addDays(anchor.published, shift)), part: partOfDayIn(text) };
}

/** "Last week" is the week before by either convention (Sunday or Monday first). */
function namedPeriod(g: Record<string, string | undefined>, anchor: TimeAnchor): When | null {
  if (!anchor.published) return null;
  const which = (g.which ?? "").toLowerCase();
  const unit = (g.unit ?? "").toLowerCase();
  const isThis = /this|current|earlier|later/.test(which);
  const { published } = anchor;
  const monday = addDays(published, -((weekdayOf(published) + 6) % 7));
  if (unit === "week")
    return isThis
      ? between(addDays(monday, -1), published)
      : between(addDays(monday, -8), addDays(monday, -1));
  if (unit === "weekend") return between(addDays(monday, -2), addDays(monday, -1));
  const month = monthOf(published);
  const year = yearOf(published);
  if (unit === "month") {
    if (isThis) return inMonth(year, month);
    return month === 1 ? inMonth(year - 1, 12) : inMonth(year, month - 1);
  }
  return inYear(isThis ? year : year - 1);
}

function distance(g: Record<string, string | undefined>, anchor: TimeAnchor): When | null {
  const direction = (g.direction ?? "").toLowerCase();
  const isAgo = /ago|back/.test(direction);
  const origin = isAgo ? anchor.published && onDay(anchor.published) : anchor.narrative;
  if (!origin) return null;
  const unit = g.unit ?? "";
  const days = unitDays(unit);
  const sign = /later|after/.test(direction) ? 1 : -1;
  const count = unitCount(g.count ?? "a");
  if (days === null)
    return sign < 0
      ? between(addDays(origin.from, -1), origin.to)
      : between(origin.from, addDays(origin.to, 1));
  if (count === null) {
    const [near, far] = [2 * days * sign, 6 * days * sign];
    return between(addDays(origin.from, Math.min(near, far)), addDays(origin.to, Math.max(near, far)));
  }
  if (days === 365) return inYear(yearOf(addDays(origin.from, 0)) + sign * count);
  if (days === 30) return monthsAway(origin.from, sign * count);
  if (days === 7 && isAgo)
    return between(addDays(origin.from, sign * count * 7 - 3), addDays(origin.to, sign * count * 7 + 3));
  return between(addDays(origin.from, sign * count * days), addDays(origin.to, sign * count * days));
}

function monthsAway(day: string, months: number): When {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  return inMonth(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
}

/** "In the previous days": up to five days before what was last spoken of; "in recent days": before publication. */
function recentSpan(g: Record<string, string | undefined>, anchor: TimeAnchor, whole: string): When | null {
  const isPrevious = /previous|preceding|prior/i.test(whole) && anchor.narrative !== null;
  const origin = isPrevious ? anchor.narrative : anchor.published && onDay(anchor.published);
  if (!origin) return null;
  const days = unitDays(g.unit ?? "day") ?? 1;
  const count = g.count ? (unitCount(g.count) ?? 5) : /s$/.test(g.unit ?? "") ? 5 : 1;
  const hours = /^hour|^minute/.test(g.unit ?? "");
  return between(
    addDays(origin.from, hours ? -1 : -days * count),
    isPrevious ? addDays(origin.to, -1) : origin.to,
  );
}

function narrativeDay(g: Record<string, string | undefined>, anchor: TimeAnchor, whole: string): When | null {
  const origin = anchor.narrative;
  if (!origin) return null;
  const text = whole.toLowerCase();
  const shift = /before|previous|preceding|earlier/.test(text)
    ? -1
    : /next|following|after|later/.test(text)
      ? 1
      : 0;
  const part = partOfDayIn(g.part ?? "");
  if (shift === 0) return { ...origin, part: part ?? origin.part };
  return { ...between(addDays(origin.from, shift), addDays(origin.to, shift)), part };
}

const EARLY_LATE = "(?:(?<edge>[Ee]arly|[Ll]ate)(?: on)? )?";

/** Time expressions of news English, absolute ones first. Each pattern is bounded, so a scan is linear. */
export const TIME_PATTERNS: readonly TimePattern[] = [
  {
    pattern: new RegExp(
      `\\b(?:(?:[Ee]arly|[Ll]ate)(?: on)? )?(?:${WEEKDAY},? )?(?:the )?(?:(?<part>${PART})(?:,| of| on)? )?(?<month>${MONTH}) (?<day>${DAY_NUMBER})(?:(?: ?[-–] ?| to | and )(?<until>${DAY_NUMBER}))?(?:,? (?<year>${YEAR}))?\\b(?!:)`,
      "g",
    ),
    resolve: (g, anchor, whole) => {
      const day = calendarDay(g, anchor);
      return day && { ...day, part: partOfDayIn(whole) };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:${WEEKDAY},? )?(?:the )?(?<day>${DAY_NUMBER})(?:(?: ?[-–] ?| to | and )(?<until>${DAY_NUMBER}))?(?: of)? (?<month>${MONTH})(?:,? (?<year>${YEAR}))?(?![\\w])`,
      "g",
    ),
    resolve: calendarDay,
  },
  {
    pattern: /\b(?<year>(?:19|20)\d\d)-(?<m>0[1-9]|1[0-2])-(?<day>[0-3]\d)\b/g,
    resolve: (g) => {
      const [year, month, day] = [Number(g.year), Number(g.m), Number(g.day)];
      return isDay(year, month, day) ? onDay(dayOf(year, month, day)) : null;
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:in|since|by|of|during|from|until|between|and|to) )?(?<which>last |this |previous )?(?:(?<third>[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?<month>${MONTH})(?:,? (?:of )?(?<year>${YEAR}))\\b`,
      "g",
    ),
    resolve: calendarMonth,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]ack in)(?: the month of)? |(?<which>[Ll]ast |[Tt]his |[Pp]revious )|(?=(?:[Ee]arly|[Mm]id|[Ll]ate)[ -]))(?:(?<third>[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?<month>${MONTH})(?<rel> (?:of )?(?:last|this) year)?(?! \\d|[\\w-])`,
      "g",
    ),
    resolve: calendarMonth,
  },
  {
    pattern: new RegExp(
      `\\b(?:between|from) (?<year>${YEAR}) (?:and|to|until) (?<end>${YEAR})\\b|\\b(?<y2>${YEAR})[-–](?<e2>${YEAR})\\b`,
      "gi",
    ),
    resolve: (g) => {
      const [a, b] = [Number(g.year ?? g.y2), Number(g.end ?? g.e2)];
      return a <= b ? between(inYear(a).from, inYear(b).to) : null;
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:in|since|of|during|by|until|the|back in|from|early|late|mid|a|spring|summer|autumn|fall|winter)[ -](?<year>${YEAR})\\b(?!-\\d| (?:people|troops|soldiers|men|civilians|rockets|m\\b|km|miles))|^(?<y2>${YEAR})(?=[,:])|\\((?<y3>${YEAR})\\)`,
      "gi",
    ),
    resolve: (g) => inYear(Number(g.year ?? g.y2 ?? g.y3)),
  },
  {
    pattern: new RegExp(
      `\\b${EARLY_LATE}(?:(?<pre>${PART})(?: of| on)? )?(?:(?<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Tt]his past|[Cc]oming) )?(?<weekday>${WEEKDAY})(?:'s)?(?:,? (?<part>${PART}))?(?![\\w])`,
      "g",
    ),
    resolve: weekday,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:early |late )?(?:the )?day before yesterday|(?:early |late )?yesterday(?: (?:${PART}))?|last (?:night|evening)|tomorrow(?: (?:${PART}))?|tonight|earlier (?:today|in the day)|(?:early |late |later )?today|(?:early |late )?this (?:${PART}))\\b`,
      "gi",
    ),
    resolve: nearDay,
  },
  {
    pattern:
      /\b(?<which>last|previous|this|current|earlier this|later this|earlier in the|over the|during the|at the|this past|the past|the previous)(?: past| last)? (?<unit>weekend)\b|\b(?<w2>last|this|earlier this|later this|the current|earlier in the) (?<u2>week|month|year)\b(?!-)/gi,
    resolve: (g, anchor) => namedPeriod({ which: g.which ?? g.w2, unit: g.unit ?? g.u2 }, anchor),
  },
  {
    pattern: new RegExp(
      `\\b(?<count>${COUNT}) (?<unit>${UNIT}) (?<direction>ago|earlier|later|back|before(?=\\s*(?:[.,;:)]|$)))(?![\\w])|\\b(?<u2>${UNIT}) (?<d2>ago|later|earlier)\\b`,
      "gi",
    ),
    resolve: (g, anchor) =>
      distance({ count: g.count ?? "several", unit: g.unit ?? g.u2, direction: g.direction ?? g.d2 }, anchor),
  },
  {
    pattern: new RegExp(
      `\\b(?:in|over|during|within|for) (?:the )?(?:past|last|previous|recent|preceding|prior) (?:(?<count>${COUNT}) )?(?<unit>${UNIT})\\b|\\bin recent (?<u2>hours|days|weeks|months|years)\\b`,
      "gi",
    ),
    resolve: (g, anchor, whole) => recentSpan({ count: g.count, unit: g.unit ?? g.u2 }, anchor, whole),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:on |later )?(?:the |that )same (?:day|(?<part>${PART}))|that (?:day|morning|afternoon|evening|night)|(?:on )?the (?:previous|preceding|next|following) (?:day|morning|night|afternoon|evening)|(?:the|a|one) day (?:earlier|later|(?:before|after)(?=\\s*(?:[.,;:)]|$))))(?![\\w])`,
      "gi",
    ),
    resolve: narrativeDay,
  },
];
