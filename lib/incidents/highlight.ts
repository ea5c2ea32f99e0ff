import { foldName } from "@/lib/geo/fold";

const ending = /(?:ings?|ed|ies|es|s|e|y|i)$/;

/** A word without the ending that it has in this place; rough, for marking what was found. */
function stemOf(word: string): string {
  const folded = foldName(word);
  const stem = folded.replace(ending, "");
  return stem.length >= 3 ? stem : folded;
}

const words = /[\p{L}\p{N}\p{M}]+/gu;

/** What to mark in texts that a search found: its words but the excluded ones, and what they were taken for. */
export function markedTerms(q: string, meant: readonly string[] = []): string[] {
  const wanted = q
    .replace(/(^|\s)-("[^"]*"?|\S+)/g, " ")
    .replace(/\bOR\b/g, " ")
    .match(words);
  const long = [...(wanted ?? []), ...meant].filter((word) => word.length >= 3);
  return [...new Set(long.map(stemOf))];
}

/** A text in parts, those apart that have a word among the terms of markedTerms. */
export function markedParts(text: string, terms: readonly string[]): { text: string; isMarked: boolean }[] {
  if (terms.length === 0) return [{ text, isMarked: false }];
  return text
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .filter((part) => part !== "")
    .map((part) => ({ text: part, isMarked: terms.includes(stemOf(part)) }));
}

/** The search with these words in quotation marks, which are searched for as they are. */
export function quoted(q: string, typed: readonly string[]): string {
  const quote = (word: string) => (typed.includes(foldName(word)) ? `"${word}"` : word);
  return q
    .split('"')
    .map((part, index) => (index % 2 === 1 ? part : part.replace(words, quote)))
    .join('"');
}
