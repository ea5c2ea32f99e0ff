import type { Quote } from "@/lib/claims/schema";

/** Characters of context kept on either side of a quote. */
const contextLength = 32;

/**
 * W3C TextQuoteSelector and TextPositionSelector of a span of an article's text, offsets in UTF-16
 * code units. Throws RangeError when the span is empty or outside the text.
 */
export function buildQuote(text: string, start: number, end: number): Quote {
  const isSpan =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
  if (!isSpan)
    throw new RangeError(`No quote from ${start} to ${end} in a text of ${text.length} characters`);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(wholeCharacter(text, Math.max(0, start - contextLength)), start),
    suffix: text.slice(end, wholeCharacter(text, Math.min(text.length, end + contextLength))),
    start,
    end,
  };
}

/** Moves an offset off the middle of a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const isInside =
    offset > 0 &&
    /[\ud800-\udbff]/.test(text[offset - 1] ?? "") &&
    /[\udc00-\udfff]/.test(text[offset] ?? "");
  return isInside ? offset + 1 : offset;
}

/**
 * Where a quote stands in a text: at its position when its words are there, else the only place where
 * they stand between its prefix and suffix, else the only place where they stand at all; otherwise null.
 */
export function anchorQuote(text: string, quote: Quote): { start: number; end: number } | null {
  const { exact, prefix, suffix, start } = quote;
  if (exact === "") return null;
  if (text.startsWith(exact, start)) return { start, end: start + exact.length };
  const inContext = onlyOffset(text, prefix + exact + suffix);
  const found = inContext === null ? onlyOffset(text, exact) : inContext + prefix.length;
  return found === null ? null : { start: found, end: found + exact.length };
}

/** The offset of words that occur exactly once, else null. */
function onlyOffset(text: string, words: string): number | null {
  const first = text.indexOf(words);
  return first >= 0 && text.indexOf(words, first + 1) < 0 ? first : null;
}
