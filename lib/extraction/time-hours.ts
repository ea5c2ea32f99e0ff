import type { PartOfDay } from "@/lib/dates/parts-of-day";
import { addDays } from "@/lib/dates/zones";
import { allSought, seek } from "./matches";
import type { Span } from "./text";
import { PART, partOfDayIn } from "./time-words";
import { between, type When } from "./when";

/** A clock time or part of a day without a day; "overnight" has the two days before and of the publication. */
type Hours = Span & {
  text: string;
  when: When | null;
  part: PartOfDay | null;
  clock: string | null;
  isUtc: boolean;
  rank: number;
};

const ABOUT =
  "(?:at )?(?:about |around |approximately |roughly |some time |shortly (?:before|after) |just (?:before|after) )?";
const ZONE = "(?: ?\\(?(?:hours|hrs|local|GMT|UTC|Zulu|[A-Z][A-Za-z]+ time)\\b)";
const CLOCK = seek(
  new RegExp(
    `\\b${ABOUT}(?:(?<h>1[0-2]|0?[1-9])(?:[:.](?<m>[0-5]\\d))?(?::[0-5]\\d)? ?(?<half>[ap])\\.? ?m\\b\\.?` +
      `|(?<h24>[01]\\d|2[0-3])[:](?<m24>[0-5]\\d)(?::[0-5]\\d)?(?!\\d)` +
      `|(?<=\\b(?:at|around|about|after|before|since|until) )(?<h1>\\d):(?<m1>[0-5]\\d)(?![\\d:])` +
      `|(?<=\\b(?<beside>morning|afternoon|evening|night) at )(?<hb>1[0-2]|[1-9])(?=\\s*(?:[.,;]|$))` +
      `|(?<h24dot>[01]?\\d|2[0-3])[.:](?<m24dot>[0-5]\\d)(?=${ZONE})` +
      `|(?<![\\d,.-])(?<h4>[01]\\d|2[0-3])(?<m4>[0-5]\\d)(?:h\\b|(?=${ZONE}))` +
      `|(?<hp>1[0-2]|0?[1-9])(?:[:.](?<mp>[0-5]\\d))?(?: o'clock)?(?= (?:in the|on the|this|that|at|last|yesterday|\\w+day) (?<daypart>morning|afternoon|evening|night)\\b)` +
      `|(?<=\\b(?:at |at about |at around |around |about |(?:shortly|just) (?:before |after )|before |after |past |until |12 ))(?<word>noon|midday|midnight)\\b|(?<tonight>midnight) (?=tonight|on \\w+day))`,
    "gi",
  ),
);
const LONE_PART = seek(
  new RegExp(
    `\\b(?:pre-?dawn|overnight|before dawn|(?:in )?the (?:early|small|wee) hours|early on the morning|(?:in|during|at|by|before|after|around|since) (?:the )?(?:${PART})|(?<=[Aa] |[Tt]he |[Aa]n )(?:(?:early|late)[ -])?(?:morning|evening|night(?:time)?|afternoon)(?= (?:attack|raid|strike|assault|operation|blast|bombing|ambush|prayer)))\\b`,
    "gi",
  ),
);

/** Behind a clock time: it is that of Greenwich. */
const GREENWICH = /^(?: ?(?:hours|hrs|h))?,? ?\(?(?:GMT|UTC|Zulu|Z)\b(?! ?[+-])/;

const pad = (hour: number): string => String(hour).padStart(2, "0");

function clockOf(g: Record<string, string | undefined>): string | null {
  if (g.tonight) return "00:00";
  if (g.word) return g.word.toLowerCase() === "midnight" ? "00:00" : "12:00";
  const [h24, m24] = [g.h24 ?? g.h1 ?? g.h24dot ?? g.h4, g.m24 ?? g.m1 ?? g.m24dot ?? g.m4];
  if (h24 && m24) return `${pad(Number(h24))}:${m24}`;
  const [spoken, part] = [g.hp ?? g.hb, g.daypart ?? g.beside];
  if (spoken && part) {
    const hour = Number(spoken) % 12;
    const isLate = /afternoon|evening/i.test(part) || (/night/i.test(part) && hour >= 6);
    return `${pad(hour + (isLate ? 12 : 0))}:${g.mp ?? "00"}`;
  }
  if (!g.h || !g.half) return null;
  return `${pad((Number(g.h) % 12) + (g.half.toLowerCase() === "p" ? 12 : 0))}:${g.m ?? "00"}`;
}

/** Clock times and parts of a day in a sentence, offsets into it; each pattern is bounded, so a scan is linear. */
export function findHours(sentence: string, published: string | null): Hours[] {
  const found: Hours[] = [];
  for (const match of allSought(sentence, CLOCK)) {
    const clock = clockOf(match.groups ?? {});
    const [start, end] = [match.index, match.index + match[0].length];
    const isUtc = GREENWICH.test(sentence.slice(end, end + 16));
    if (clock) found.push({ start, end, text: match[0], when: null, part: null, clock, isUtc, rank: 1000 });
  }
  for (const match of allSought(sentence, LONE_PART)) {
    const isNight = /overnight/i.test(match[0]);
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      when: isNight && published ? between(addDays(published, -1), published) : null,
      part: isNight ? null : partOfDayIn(match[0]),
      clock: null,
      isUtc: false,
      rank: 1001,
    });
  }
  return found;
}
