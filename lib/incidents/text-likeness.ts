import { foldName } from "@/lib/geo/fold";

const MIN_LETTERS = 4;

/** The words of a text that say something: folded, four letters or more. */
const wordsOf = (text: string): Set<string> =>
  new Set(
    foldName(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= MIN_LETTERS),
  );

function trigramsOf(text: string): Set<string> {
  const padded = `  ${foldName(text)} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)));
}

const sharedBy = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((item) => other.has(item)).length;

/**
 * How alike two texts are, 0 to 1: the share of the shorter one's words that the other has, or, where words
 * are spelt differently, what their trigrams have in common (Dice). sharedWords counts the former.
 */
export function textLikeness(one: string, other: string): { value: number; sharedWords: number } {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const sharedWords = sharedBy(words, others);
  const overlap = sharedWords / Math.max(1, Math.min(words.size, others.size));
  const [trigrams, otherTrigrams] = [trigramsOf(one), trigramsOf(other)];
  const dice = (2 * sharedBy(trigrams, otherTrigrams)) / (trigrams.size + otherTrigrams.size);
  return { value: Math.max(overlap, dice), sharedWords };
}
