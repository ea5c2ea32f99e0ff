import { holds, seek } from "./matches";
import type { Span } from "./text";
import { findTimes, type TimeExpression } from "./time";
import { spanDays, type When } from "./when";

const FUTURE = seek(/\b(?:will|shall|(?:scheduled|due|expected|set|planned) to)\b|'ll\b/i);

/** Sentences about the future turn "on Monday" forward. */
function isAboutFuture(plain: string, { start, end }: Span): boolean {
  const sentence = plain.slice(start, end);
  return holds(sentence, FUTURE) && !/\b(?:was|were|had)\b/.test(sentence);
}

/** So far is a day looked for that a text speaks of before it names it. */
const OPENING = 12;

/**
 * The time expressions of the sentences of a text, in order, each against the publication date and the day last
 * spoken of. Linear in the length of the text.
 */
export function readTimes(
  plain: string,
  sentences: readonly Span[],
  published: string | null,
): TimeExpression[][] {
  let first: When | null | undefined;
  const opening = () => {
    first = first === undefined ? openingDay(plain, sentences.slice(0, OPENING), published) : first;
    return first;
  };
  let narrative: When | null = null;
  return sentences.map((sentence) => {
    const anchor = { published, narrative, opening, isFuture: isAboutFuture(plain, sentence) };
    const times = findTimes(plain, sentence, anchor);
    const days = times.filter((time) => time.when && !time.isBound && spanDays(time.when) <= 31);
    narrative =
      (days.findLast((time) => !time.isAside) ?? (narrative ? null : days.at(-1)))?.when ?? narrative;
    return times;
  });
}

/** The first day that is named outright. */
function openingDay(plain: string, sentences: readonly Span[], published: string | null): When | null {
  for (const sentence of sentences) {
    const anchor = { published, narrative: null, isFuture: isAboutFuture(plain, sentence) };
    const named = findTimes(plain, sentence, anchor).find(
      ({ when, isBound, text }) => when?.unit === "day" && !isBound && !/\bday\b/i.test(text),
    );
    if (named) return named.when;
  }
  return null;
}
