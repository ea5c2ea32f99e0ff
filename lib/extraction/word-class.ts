import type { Token, WordFacts } from "./tokens";

/** A question about a single word. */
export type WordClass = { readonly bit: number; readonly holds: (word: WordFacts) => boolean };

/** The bits of a small integer. */
const MOST = 30;
let classes = 0;

/**
 * A class of words that each word is asked for once and knows from then on: for questions about every word of a
 * text. Of a module's own constants only; there is room for 30.
 */
export function wordClass(holds: WordClass["holds"]): WordClass {
  if (classes === MOST) throw new Error(`There are more than ${MOST} classes of words.`);
  const bit = 1 << classes;
  classes += 1;
  return { bit, holds };
}

export function isOf({ word }: Token, { bit, holds }: WordClass): boolean {
  if ((word.asked & bit) === 0) {
    word.asked |= bit;
    if (holds(word)) word.held |= bit;
  }
  return (word.held & bit) !== 0;
}
