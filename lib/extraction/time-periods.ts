import { addDays, mondayOf } from "@/lib/dates/zones";
import type { TimeAnchor, TimeGroups, TimePattern } from "./time-anchor";
import { latestYear } from "./time-calendar";
import { COUNT, dayNumber, MONTH, monthNumber, UNIT, unitCount, unitDays, YEAR } from "./time-words";
import { between, dayOf, inMonth, inYear, onDay, type When } from "./when";

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));

function calendarMonth(g: TimeGroups, anchor: TimeAnchor): When | null {
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

/** "Last week" is the week before by either convention (Sunday or Monday first). */
function namedPeriod(g: TimeGroups, anchor: TimeAnchor): When | null {
  if (!anchor.published) return null;
  const which = (g.which ?? "").toLowerCase();
  const unit = (g.unit ?? "").toLowerCase();
  const isThis = /this|current|earlier|later/.test(which);
  const { published } = anchor;
  const monday = mondayOf(published);
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

/** "The start of the year" as a limit is its first day. */
function startOfPeriod(g: TimeGroups, anchor: TimeAnchor): When | null {
  if (g.year) return onDay(dayOf(Number(g.year), 1, 1));
  if (!anchor.published) return null;
  const [year, month] = [yearOf(anchor.published), monthOf(anchor.published)];
  if (g.month) {
    const number = monthNumber(g.month);
    return onDay(dayOf(latestYear(anchor.published, number, 1, false), number, 1));
  }
  return onDay(/month/i.test(g.unit ?? "") ? dayOf(year, month, 1) : dayOf(year, 1, 1));
}

/** "On the last day of 2018", "the first day of March". */
function edgeOfPeriod(g: TimeGroups, anchor: TimeAnchor): When | null {
  const period = g.month
    ? calendarMonth({ month: g.month, year: g.year }, anchor)
    : g.year
      ? inYear(Number(g.year))
      : namedPeriod({ which: g.which, unit: g.unit }, anchor);
  if (!period) return null;
  return onDay(/last|final/i.test(g.edge ?? "") ? period.to : period.from);
}

/** "The last quarter of 1989", "the first half of last year", "the first eight months of the year". */
function partOfYear(g: TimeGroups, { published }: TimeAnchor): When | null {
  const told = published ? yearOf(published) - (/last/i.test(g.rel ?? "") ? 1 : 0) : null;
  const year = g.year ? Number(g.year) : told;
  const unit = (g.unit ?? "").toLowerCase();
  const length = unit === "quarter" ? 3 : unit === "half" ? 6 : unitCount(g.count ?? "");
  if (year === null || !length || length > 12) return null;
  const nth = /last|final/i.test(g.nth ?? "") ? Math.floor(12 / length) : dayNumber(g.nth ?? "");
  const last = /last|final/i.test(g.nth ?? "") ? 12 : nth * length;
  return last <= 12 ? between(inMonth(year, last - length + 1).from, inMonth(year, last).to) : null;
}

/** "In late October and November", "between June and August 2015". */
function monthSpan(g: TimeGroups, anchor: TimeAnchor): When | null {
  const last = calendarMonth({ month: g.last, third: g.lastThird, year: g.year }, anchor);
  if (!last) return null;
  const [month, until] = [monthNumber(g.month ?? ""), monthNumber(g.last ?? "")];
  const year = String(yearOf(last.to) - (month > until ? 1 : 0));
  const first = calendarMonth({ month: g.month, third: g.third, year }, anchor);
  return first && first.from < last.to ? between(first.from, last.to) : null;
}

/** "In the past three months", told on 8 July: April to July; told on 28 July: May to July. */
function monthsUntil(day: string, count: number): When {
  const index = yearOf(day) * 12 + monthOf(day) - 1 - count + (day.slice(8) > "15" ? 1 : 0);
  return between(
    inMonth(Math.floor(index / 12), (index % 12) + 1).from,
    inMonth(yearOf(day), monthOf(day)).to,
  );
}

/** "Six weeks of fighting": until the report, as far as the text tells. */
function lastingSpan(g: TimeGroups, { published }: TimeAnchor): When | null {
  const count = unitCount(g.count ?? "a");
  if (!published || count === null) return null;
  if (/^month/i.test(g.unit ?? "")) return monthsUntil(published, count);
  return between(addDays(published, -count * (unitDays(g.unit ?? "") ?? 1)), published);
}

/** "In the previous days": up to five days before what was last spoken of; "in recent days": before publication. */
function recentSpan(g: TimeGroups, anchor: TimeAnchor, whole: string): When | null {
  const isPrevious = /previous|preceding|prior/i.test(whole) && anchor.narrative !== null;
  const origin = isPrevious ? anchor.narrative : anchor.published && onDay(anchor.published);
  if (!origin) return null;
  const isHours = /^(?:hour|min)/i.test(g.unit ?? "");
  const count = g.count ? (unitCount(g.count) ?? 5) : /s$/i.test(g.unit ?? "") ? 5 : 1;
  const isMonths = /^month/i.test(g.unit ?? "") && count > 1 && g.count !== undefined && !isPrevious;
  if (isMonths) return monthsUntil(origin.to, count);
  const isShort = /^min/i.test(g.unit ?? "") && count <= 60;
  const days = unitDays(g.unit ?? "day") ?? 1;
  return between(
    addDays(origin.from, isShort ? 0 : isHours ? -1 : -days * count),
    isPrevious && !isHours ? addDays(origin.to, -1) : origin.to,
  );
}

/** Weeks, months, years, decades and stretches before the publication. */
export const PERIODS: readonly TimePattern[] = [
  {
    pattern: new RegExp(
      `\\b(?:after |during |in |amid |following )?(?:(?:nearly|almost|about|around|over|more than|at least) )?(?<count>${COUNT}) (?<unit>week|month)s?(?: of|-long)? (?:[a-z-]+ ){0,2}(?:fighting|clashes|violence|unrest|protests|riots|rioting|bombing|shelling|bombardment|attacks|air ?strikes|slaughter|skirmishes|battles|bloodshed|siege)\\b`,
      "gi",
    ),
    resolve: lastingSpan,
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
      `\\b(?:(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]ack in)(?: the month of)? |(?<which>[Ll]ast |[Tt]his |[Pp]revious )|(?=(?:[Ee]arly|[Mm]id|[Ll]ate)[ -]))(?:(?<third>[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?<month>${MONTH})(?<rel> (?:of )?(?:last|this) year)?(?!\\.? \\d|[\\w-])`,
      "g",
    ),
    resolve: calendarMonth,
  },
  {
    pattern: new RegExp(
      `\\b(?:the )?(?<nth>first|second|third|fourth|last|final) (?:(?<unit>quarter|half)|(?<count>${COUNT}) months) of (?:(?<year>${YEAR})|(?<rel>the|this|last) year)\\b`,
      "gi",
    ),
    resolve: partOfYear,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:[Ii]n|[Dd]uring|[Bb]etween|[Ff]rom) )(?:(?<third>[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?<month>${MONTH}) (?:and|to|until) (?:(?<lastThird>early|mid|late)[ -])?(?<last>${MONTH})(?:,? (?<year>${YEAR}))?(?!\\.? ?\\d|[\\w-])`,
      "g",
    ),
    resolve: monthSpan,
  },
  {
    pattern: new RegExp(
      `\\b(?:on )?the (?<edge>first|last|final) day of (?:(?:the )?(?:year )?(?<year>${YEAR})|(?<month>${MONTH})(?:,? (?<year2>${YEAR}))?|(?<which>this|last|the current) (?<unit>week|month|year))(?!\\w)`,
      "gi",
    ),
    resolve: (g, anchor) => edgeOfPeriod({ ...g, year: g.year ?? g.year2 }, anchor),
  },
  {
    pattern: new RegExp(
      `\\b(?:between|from|in|during) (?<year>${YEAR}) (?:and|or|to|until) (?<end>${YEAR})\\b|\\b(?<y2>${YEAR})[-–](?<e2>${YEAR})\\b`,
      "gi",
    ),
    resolve: (g) => {
      const [a, b] = [Number(g.year ?? g.y2), Number(g.end ?? g.e2)];
      return a <= b ? between(inYear(a).from, inYear(b).to) : null;
    },
  },
  {
    pattern: /\b(?:(?<third>early|mid|late)[ -])?(?<decade>1[89]\d0|20\d0)s\b/gi,
    resolve: (g) => {
      const first = Number(g.decade);
      const third = (g.third ?? "").toLowerCase();
      const [from, to] =
        third === "early" ? [0, 3] : third === "mid" ? [4, 6] : third === "late" ? [7, 9] : [0, 9];
      return between(inYear(first + from).from, inYear(first + to).to);
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
    pattern:
      /\b(?<which>last|previous|this|current|earlier this|later this|earlier in the|over the|during the|at the|this past|the past|the previous)(?: past| last)? (?<unit>weekend)\b|\b(?<w2>last|this|earlier this|later this|the current|earlier in the) (?<u2>week|month|year)\b(?!-)/gi,
    resolve: (g, anchor) => namedPeriod({ which: g.which ?? g.w2, unit: g.unit ?? g.u2 }, anchor),
  },
  {
    pattern: new RegExp(
      `\\bsince the (?:start|beginning) of (?:(?:this|the) (?<unit>year|month)|(?<year>${YEAR})|(?<month>${MONTH})(?! (?:\\d|${YEAR})))(?!\\w)`,
      "gi",
    ),
    resolve: startOfPeriod,
    isBound: true,
  },
  {
    pattern: new RegExp(
      `\\b(?:in|over|during|within|for) (?:the )?(?:past|last|previous|recent|preceding|prior) (?:(?<count>${COUNT}) )?(?<unit>${UNIT})\\b|\\bin recent (?<u2>hours|days|weeks|months|years)\\b|\\b(?:in|over|during|within) the (?<c3>${COUNT}) (?:past|last|previous|preceding) (?<u3>${UNIT})\\b|\\b(?:the )?(?:past|last|previous|preceding) (?<c4>\\d{1,3}) ?(?<u4>hours?|min(?:ute)?s?|days?)\\b`,
      "gi",
    ),
    resolve: (g, anchor, whole) =>
      recentSpan({ count: g.count ?? g.c3 ?? g.c4, unit: g.unit ?? g.u2 ?? g.u3 ?? g.u4 }, anchor, whole),
  },
];
