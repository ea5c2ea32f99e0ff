import { addDays, mondayOf, weekdayOf } from "@/lib/dates/zones";
import type { TimeAnchor, TimeGroups, TimePattern } from "./time-anchor";
import { latestYear } from "./time-calendar";
import {
  DAY_NUMBER,
  dayNumber,
  MONTH,
  monthNumber,
  ORDINAL,
  PART,
  partOfDayIn,
  SPOKEN_DAY,
  WEEKDAY,
  WEEKDAY_NAMES,
  weekdayNumber,
  YEAR,
} from "./time-words";
import { between, dayOf, isDay, onDay, type When } from "./when";

/** Days back from one day to the last such weekday before it, or to the day itself (0 to 6). */
const gapTo = (day: string, weekday: number): number => (weekdayOf(day) - weekday + 7) % 7;

/** The Monday of the week of a day. */

/**
 * Reports look back: "Tuesday" is the last one, or the day of publication. "Last Tuesday" on a Wednesday is not the
 * day before, which would be "yesterday" or "Tuesday"; "the previous Tuesday" is one before what was spoken of.
 */
function weekday(g: TimeGroups, anchor: TimeAnchor, whole: string): When | null {
  const { published, narrative } = anchor;
  const which = (g.which ?? "").toLowerCase();
  const number = weekdayNumber(g.weekday ?? "");
  const part = partOfDayIn(whole);
  if (narrative?.unit === "day" && (/^the |^that/.test(which) || g.after)) {
    const isLater = /following|next|after/.test(`${which} ${g.after ?? ""}`);
    if (/^that/.test(which)) return near(narrative.from, number, part);
    const gap = gapTo(narrative.from, number);
    return { ...onDay(addDays(narrative.from, isLater ? 7 - gap : -(gap || 7))), part };
  }
  if (!published) return null;
  const gap = gapTo(published, number);
  if (/next|coming/.test(which)) return { ...onDay(addDays(published, gap === 0 ? 7 : 7 - gap)), part };
  if (anchor.isFuture && !/last|previous|past/.test(which))
    return { ...onDay(addDays(published, gap === 0 ? 0 : 7 - gap)), part };
  const isSameWeek = gap > 0 && mondayOf(published) <= addDays(published, -gap);
  const isWeekBefore =
    (gap === 0 && /last|previous|past/.test(which)) ||
    (isSameWeek && (/^previous/.test(which) || (which === "last" && gap === 1)));
  return { ...onDay(addDays(published, -gap - (isWeekBefore ? 7 : 0))), part };
}

function near(day: string, number: number, part: When["part"]): When {
  const gap = gapTo(day, number);
  return { ...onDay(addDays(day, gap > 3 ? 7 - gap : -gap)), part };
}

/** "Tuesday of last week", "last week Tuesday": weeks begin on Monday. */
function weekdayOfWeek(g: TimeGroups, { published }: TimeAnchor, whole: string): When | null {
  if (!published) return null;
  const shift = /last|previous/i.test(g.which ?? "") ? -7 : /next/i.test(g.which ?? "") ? 7 : 0;
  const days = (weekdayNumber(g.weekday ?? "") + 6) % 7;
  return { ...onDay(addDays(mondayOf(published), shift + days)), part: partOfDayIn(whole) };
}

/** "Friday the 13th": the last such day, or one in the coming two months. */
function weekdayWithNumber(g: TimeGroups, { published }: TimeAnchor, whole: string): When | null {
  const [day, number] = [dayNumber(g.day ?? ""), weekdayNumber(g.weekday ?? "")];
  for (let back = -2; published && back < 14; back += 1) {
    // This month first, then the two to come, then the months before.
    const shift = back === -2 ? 0 : back === -1 ? 1 : back === 0 ? 2 : -back;
    const index = Number(published.slice(0, 4)) * 12 + Number(published.slice(5, 7)) - 1 + shift;
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
    if (!isDay(year, month, day) || weekdayOf(dayOf(year, month, day)) !== number) continue;
    return { ...onDay(dayOf(year, month, day)), part: partOfDayIn(whole) };
  }
  return null;
}

/** "The 27th": of the month last spoken of where that is long past, else the last one before the publication. */
function numberAlone(g: TimeGroups, anchor: TimeAnchor): When | null {
  const { published, narrative } = anchor;
  const day = dayNumber(g.day ?? "");
  if (!published) return null;
  const isOld = narrative?.unit === "day" && narrative.from < addDays(published, -40);
  const origin = isOld && narrative ? narrative.from : published;
  const which = (g.which ?? "").toLowerCase();
  const index = Number(origin.slice(0, 4)) * 12 + Number(origin.slice(5, 7)) - 1;
  const isBefore = /last|previous/.test(which) || (!which && !isOld && day > Number(origin.slice(8, 10)) + 1);
  const at = index - (isBefore && !anchor.isFuture ? 1 : 0);
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  return isDay(year, month, day) ? onDay(dayOf(year, month, day)) : null;
}

/** "The first Friday of March 2019", "the third Wednesday of last month". */
function nthWeekday(g: TimeGroups, { published, isFuture }: TimeAnchor): When | null {
  const number = weekdayNumber(g.weekday ?? "");
  const rel = (g.rel ?? "").toLowerCase();
  if (!published && !g.year) return null;
  const base = published ?? `${g.year}-01-01`;
  const index =
    g.month === undefined
      ? Number(base.slice(0, 4)) * 12 + Number(base.slice(5, 7)) - 1 - (/last|previous/.test(rel) ? 1 : 0)
      : (g.year ? Number(g.year) : latestYear(base, monthNumber(g.month), 1, isFuture)) * 12 +
        monthNumber(g.month) -
        1;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const first = 1 + ((number - weekdayOf(dayOf(year, month, 1)) + 7) % 7);
  const isLast = /last|final/i.test(g.nth ?? "");
  let day = isLast ? first + 28 : first + 7 * (dayNumber(g.nth ?? "") - 1);
  if (isLast && !isDay(year, month, day)) day -= 7;
  return isDay(year, month, day) ? onDay(dayOf(year, month, day)) : null;
}

/** "Between Monday and Wednesday", "overnight Friday to Saturday": both and what lies between. */
function weekdaySpan(g: TimeGroups, anchor: TimeAnchor): When | null {
  const last = weekday({ weekday: g.last }, anchor, "");
  if (!last) return null;
  const gap = gapTo(last.from, weekdayNumber(g.first ?? ""));
  return between(addDays(last.from, -gap), last.from);
}

/** "Monday and Tuesday", in any case and with parts of day between them: days that follow one another. */
const NEXT_DAYS = WEEKDAY_NAMES.map(
  (name, i) => `(?<d${i}>${name})(?:'s)?(?: ${PART})? and (?:on |early |late )?${WEEKDAY_NAMES[(i + 1) % 7]}`,
).join("|");

const EARLY_LATE = "(?:(?<edge>[Ee]arly|[Ll]ate)(?: on)? )?";
const WHICH =
  "(?<which>[Tt]his past|[Tt]he past|(?:[Tt]he )?[Ll]ast|[Tt]his coming|[Tt]his|(?:[Tt]he )?[Nn]ext|(?:[Tt]he )?[Pp]revious|[Pp]ast|(?:[Tt]he )?[Cc]oming|[Tt]he following|[Tt]he preceding|[Tt]hat)";

/** Days told by the name of the weekday, or by their number in the month alone. */
export const WEEKDAYS: readonly TimePattern[] = [
  {
    pattern: new RegExp(
      `\\b${EARLY_LATE}(?:(?:the )?(?<pre>${PART})(?: of| on)? )?(?:${WHICH} )?(?<weekday>${WEEKDAY})(?:[’']s)?(?:,? (?:in the )?(?<part>${PART})| (?<after>before|after)(?=[,.;]|$))?(?![\\w])`,
      "g",
    ),
    resolve: weekday,
  },
  {
    pattern: new RegExp(
      `\\b(?<which>last|previous|this|next) week(?:,| ?[-–]| on)? (?<weekday>${WEEKDAY})\\b|\\b(?:(?:early|late) )?(?<w2>${WEEKDAY})(?: (?:${PART}))?(?: of|,)? (?<wh2>last|this|next|the previous) week\\b`,
      "gi",
    ),
    resolve: (g, anchor, whole) =>
      weekdayOfWeek({ which: g.which ?? g.wh2, weekday: g.weekday ?? g.w2 }, anchor, whole),
  },
  {
    pattern: new RegExp(
      `\\b${EARLY_LATE}(?<weekday>${WEEKDAY})(?: ${PART})?(?:,? the (?<day>(?:3[01]|[12]?\\d)(?:st|nd|rd|th)|(?:${ORDINAL}|${SPOKEN_DAY})(?=\\s*(?:[,.;!?)]|$| (?:at|of|when|in the)\\b)))|,? (?<bare>${DAY_NUMBER})(?=\\s*(?:[,.;!?)]|$)))(?![\\w:])`,
      "g",
    ),
    resolve: (g, anchor, whole) => weekdayWithNumber({ ...g, day: g.day ?? g.bare }, anchor, whole),
  },
  {
    pattern: new RegExp(
      `\\b(?:on|for|since|until|till|by|from|night of|morning of|evening of|afternoon of|were you) the (?:(?<day>(?:3[01]|[12]?\\d)(?:st|nd|rd|th)|${ORDINAL})(?: of (?<which>this month|last month|the previous month)|(?=\\s*(?:[,.;!?)]|$| (?:at|between|when|after|before|in the)\\b)))|(?<=on the |\\b(?:back|scheduled|set|planned|called|due|fixed|moved) for the )(?<bare>3[01]|[12]?\\d)(?=\\s*[.,;!?]?$))`,
      "gi",
    ),
    resolve: (g, anchor) => numberAlone({ ...g, day: g.day ?? g.bare }, anchor),
  },
  {
    pattern: new RegExp(
      `(?<!\\ba )\\b(?:the )?(?<nth>first|second|third|fourth|fifth|last|final) (?<weekday>${WEEKDAY})(?: (?:of|in) (?:(?<rel>this month|last month|(?:the )?previous month)|(?<month>${MONTH})(?:,? (?<year>${YEAR}))?)(?!\\w)|(?<!(?:last|final) \\w+)(?=\\s*(?:[.!?]|$)))`,
      "gi",
    ),
    resolve: nthWeekday,
  },
  {
    pattern: new RegExp(`\\b(?:last )?(?:${NEXT_DAYS})(?: (?:${PART}))?(?!\\w)`, "gi"),
    resolve: (g, anchor, whole) => {
      const first = Object.keys(g).find((key) => g[key] !== undefined);
      const index = first ? Number(first.slice(1)) : 0;
      const which = /^last/i.test(whole) ? "last" : undefined;
      const last = weekday({ which, weekday: WEEKDAY_NAMES[(index + 1) % 7] }, anchor, "");
      return last && between(addDays(last.from, -1), last.from);
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:[Bb]etween|[Ff]rom|[Oo]vernight|night (?:of|between|from))(?: on)? (?<first>${WEEKDAY})(?: ${PART})? (?:to|and|into|until|through)|(?<f2>${WEEKDAY})(?: ${PART})? (?:into|through|to)) (?:early |late )?(?<last>${WEEKDAY})(?: ${PART})?(?!\\w)`,
      "g",
    ),
    resolve: (g, anchor) => weekdaySpan({ ...g, first: g.first ?? g.f2 }, anchor),
  },
];
