import { findCasualties } from "@/lib/extraction/casualties";
import type { CasualtyField } from "@/lib/extraction/casualty";
import { noCasualties } from "@/lib/extraction/no-casualties";
import { BOUND, CARDINAL, countRange, wordNumber } from "@/lib/extraction/numbers";
import type { CountRange } from "@/lib/extraction/proposal";
import type { Span } from "@/lib/extraction/text";
import { findTimes } from "@/lib/extraction/time";
import { type ArticleIndex, aroundSpan } from "./article-index";

const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<bound>(?:${BOUND} )+))?(?<n>${CARDINAL})(?![\\p{L}\\p{N}])`,
  "giu",
);
/** "A soldier was killed", "killing a soldier": the article counts one. */
const ONE =
  /\b(?:an?|another) (?:[\p{L}'-]+ ){1,4}?(?:was|has been|had been|is|died|dead)\b|\b(?:kill|wound|injur|hurt|shot)\p{L}* (?:an?|another) (?=\p{L})/giu;
const HARM =
  /\b(?:kill|dead\b|death|die[ds]?\b|dying|fatal|bod(?:y|ies)\b|slain|perish|murder|massacre|execut|behead|martyr|assassinat|gunned|shot|lives\b|lost|wound|injur|hurt|maim|hospitali|casualt|victim|toll\b)/i;

type Stated = Span & { number: number; range: CountRange };

/** The numbers that a stretch of the article states, in digits or words, with what bounds them. */
function numbersIn(plain: string, around: Span): Stated[] {
  const text = plain.slice(around.start, around.end);
  const stated: Stated[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { bound = "", n = "" } = match.groups ?? {};
    const count = countRange(bound, n);
    if (!count) continue;
    const end = around.start + match.index + match[0].length;
    const { min, max } = count;
    const number = count.vague ? min : (wordNumber(n) ?? min);
    stated.push({ start: end - n.length, end, number, range: { min, max } });
  }
  for (const match of text.matchAll(ONE)) {
    const start = around.start + match.index;
    stated.push({ start, end: start + match[0].length, number: 1, range: { min: 1, max: 1 } });
  }
  return stated;
}

const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const isPeople = (value: number | null): value is number =>
  value !== null && Number.isSafeInteger(value) && value >= 0 && value <= 10_000_000;

/**
 * The count that a quote states, bounds included, when it holds the number that was given for it; null when
 * it does not, when nobody is harmed there, or when the sentence says that number of something else.
 */
export function verifiedCount(
  article: ArticleIndex,
  quote: Span,
  field: CasualtyField,
  given: { value: number | null; max: number | null },
): CountRange | null {
  const { value, max } = given;
  if (!isPeople(value)) return null;
  const around = aroundSpan(article, quote);
  const words = article.plain.slice(around.start, around.end);
  if (value === 0 && max === null) {
    const none = noCasualties(words, around.start);
    const isNone = none.some((casualty) => casualty.field === field && touches(casualty, quote));
    return isNone ? { min: 0, max: 0 } : null;
  }
  if (!HARM.test(words)) return null;
  const times = findTimes(article.plain, around, { published: null, narrative: null, isFuture: false });
  const readings = findCasualties(article.plain, around, times);
  // Where the sentence counts the dead, a number that is not theirs is not the one that was meant.
  const mine = readings.filter((reading) => reading.field === field);
  const rivals = mine.length > 0 ? [] : [...readings, ...times];
  const stated = numbersIn(article.plain, around).filter(
    (number) =>
      isWithin(number, quote) &&
      (mine.length === 0 || mine.some((reading) => touches(reading, number))) &&
      !rivals.some((rival) => touches(rival, number)),
  );
  if (isPeople(max) && max !== value) return statedRange(stated, value, max);
  return stated.find(({ number }) => number === value)?.range ?? null;
}

/** "Between 10 and 12", "12 to 190", "up to 10": both ends stated, or one statement that means both. */
function statedRange(stated: readonly Stated[], min: number, max: number): CountRange | null {
  const isOne = stated.some(({ range }) => range.min === min && range.max === max);
  const has = (value: number) => stated.some(({ number }) => number === value);
  return isOne || (min < max && has(min) && has(max)) ? { min, max } : null;
}
