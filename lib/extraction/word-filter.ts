/**
 * A first question about a set of words, in 64 kB that stay in the processor's cache: a word that `mayHold` denies
 * is not in the set. Most words of a text are in no index, and a look-up in a large one costs ten times as much.
 */
export class WordFilter {
  private readonly marks = new Uint8Array(65_536);

  add(word: string): void {
    this.marks[slotOf(word)] = 1;
  }

  /** The word is told by its slot. */
  mayHold(slot: number): boolean {
    return this.marks[slot] === 1;
  }
}

/** Where a word is marked: of so many places that two words seldom share one. */
export function slotOf(word: string): number {
  let slot = word.length;
  for (let i = 0; i < word.length && i < 8; i += 1) slot = (slot * 31 + word.charCodeAt(i)) & 0xffffff;
  return (slot ^ (slot >> 8)) & 0xffff;
}
