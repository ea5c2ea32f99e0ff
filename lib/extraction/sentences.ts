import { allMatches } from "./matches";
import { type Span, trimSpan } from "./text";

/** A sentence never grows beyond this: text without full stops is cut at a space, so that all stages stay linear. */
const MAX_SENTENCE = 1200;

const ABBREVIATIONS = new Set(
  (
    "col gen lt maj sgt capt cpl pvt adm cmdr brig mr mrs ms dr prof rev hon sen rep gov pres st mt ft jan feb mar apr " +
    "jun jul aug sep sept oct nov dec vs no nos approx inc ltd corp co jr sr dept univ dist prov ave blvd fr al ret spc " +
    "supt insp det mgr msgr amb est min avg cf viz"
  ).split(" "),
);
const STARTERS = new Set(
  (
    "the a an in on at it he she they we this that these those there but and however meanwhile some no one two his " +
    "her their its after before while when as according officials police witnesses"
  ).split(" "),
);
const NOT_AFTER_CLOCK =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|local|gmt|utc|est|edt|ist|cet|[A-Z][a-z]{2,8} \d)/i;

/** True when the full stop at the end of `before` only marks an abbreviation. */
function endsInAbbreviation(before: string, after: string): boolean {
  const word = /([\p{L}.]+)\.$/u.exec(before.slice(-24))?.[1];
  if (!word) return false;
  const next = /^["'(]?([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? "";
  if (/^[ap]\.m$/i.test(word)) return NOT_AFTER_CLOCK.test(after);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word))
    return !STARTERS.has(next.toLowerCase()) || next === next.toUpperCase();
  if (/^\p{Lu}$/u.test(word)) return true;
  const lower = word.toLowerCase();
  if (lower === "no") return /^\d/.test(after);
  return ABBREVIATIONS.has(lower) && !(lower.length > 2 && word === lower);
}

const BOUNDARY = /[.!?]{1,3}["')\]]{0,3}(?:\s+)(?=["'([]{0,2}[\p{Lu}\p{Lo}\p{N}])/gu;

function* boundaries(plain: string, span: Span): Generator<number> {
  const text = plain.slice(span.start, span.end);
  for (const match of allMatches(text, BOUNDARY)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
    const mark = /^[.!?]+/.exec(match[0])?.[0] ?? "";
    const before = text.slice(Math.max(0, match.index - 24), match.index) + mark;
    if (mark === "." && /^\.\s/.test(match[0]) && endsInAbbreviation(before, after)) continue;
    yield span.start + match.index + match[0].length;
  }
}

/** Sentences of a span of the text, in order; none is longer than 1,200 characters. */
export function splitSentences(plain: string, span: Span): Span[] {
  const sentences: Span[] = [];
  let start = span.start;
  const push = (end: number) => {
    let from = start;
    while (end - from > MAX_SENTENCE) {
      const space = plain.lastIndexOf(" ", from + MAX_SENTENCE);
      const cut = space > from + MAX_SENTENCE / 2 ? space : from + MAX_SENTENCE;
      sentences.push(trimSpan(plain, { start: from, end: cut }));
      from = cut;
    }
    sentences.push(trimSpan(plain, { start: from, end }));
    start = end;
  };
  for (const boundary of boundaries(plain, span)) push(boundary);
  push(span.end);
  return sentences.filter((sentence) => sentence.end > sentence.start);
}
