import { DOUBLE_FACED, SIGNS, signOf } from "./text-signs";

/** The largest number that `seen` can hold. */
const MOST_TEXTS = 2 ** 31 - 1;
/** So many states have numbers that `next` can hold. */
const MOST_STATES = 2 ** 16;
/** In the row of a state, whether a string ends in it: read with its next state, at no price. */
const HAS_END = SIGNS - 1;

/**
 * Finds all strings of some sets in one pass over a text (Aho and Corasick's automaton): which sets have a string in
 * it. Characters are told apart by their signs only; the ends of a text count as a character that is no part of a
 * word.
 */
export class StringIndex {
  /** The state behind each state and sign. */
  private next = new Uint16Array(SIGNS);
  /** The sets that have a string which ends in a state; in `found`, one list behind the other. */
  private readonly ends: number[][] = [[]];
  private found = new Int32Array();
  /** Where the list of each state begins in `found`; it goes on to the next one's. */
  private from = new Int32Array();
  /** The number of the text in which a set was last found. */
  private readonly seen: Int32Array;
  private texts = 0;
  private isOpen = false;

  constructor(sets: readonly (readonly string[])[]) {
    this.seen = new Int32Array(sets.length);
    for (const [set, strings] of sets.entries()) for (const string of strings) this.insert(string, set);
    this.link();
    this.found = Int32Array.from(this.ends.flat());
    this.from = new Int32Array(this.ends.length + 1);
    for (const [state, sets] of this.ends.entries()) {
      this.from[state + 1] = (this.from[state] ?? 0) + sets.length;
      this.next[state * SIGNS + HAS_END] = sets.length > 0 ? 1 : 0;
    }
  }

  private insert(string: string, set: number): void {
    let state = 0;
    for (let i = 0; i < string.length; i += 1) {
      const at = state * SIGNS + signOf(string.charCodeAt(i));
      let to = this.next[at] ?? 0;
      if (to === 0) {
        to = this.ends.push([]) - 1;
        if (to === MOST_STATES) throw new Error("Too many strings for one index.");
        if (this.ends.length * SIGNS > this.next.length) {
          const wider = new Uint16Array(this.next.length * 2);
          wider.set(this.next);
          this.next = wider;
        }
        this.next[at] = to;
      }
      state = to;
    }
    this.ends[state]?.push(set);
  }

  /** Where a string goes no further, the longest of its ends that begins another one goes on. */
  private link(): void {
    const shorter = new Int32Array(this.ends.length);
    const queue = [0];
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head] ?? 0;
      const back = shorter[state] ?? 0;
      if (state > 0) this.ends[state]?.push(...(this.ends[back] ?? []));
      for (let sign = 0; sign < HAS_END; sign += 1) {
        const at = state * SIGNS + sign;
        const to = this.next[at] ?? 0;
        const onward = state === 0 ? 0 : (this.next[back * SIGNS + sign] ?? 0);
        if (to === 0) this.next[at] = onward;
        else {
          shorter[to] = onward;
          queue.push(to);
        }
      }
    }
  }

  /** Reads a text, of which `mayHold` tells until the next one. Linear. */
  read(text: string): void {
    const { next } = this;
    if (this.texts === MOST_TEXTS) {
      this.seen.fill(0);
      this.texts = 0;
    }
    this.texts += 1;
    this.isOpen = false;
    let state = next[0] ?? 0;
    for (let i = 0; i <= text.length; i += 1) {
      const sign = i < text.length ? signOf(text.charCodeAt(i)) : 0;
      if (sign === DOUBLE_FACED) this.isOpen = true;
      state = next[state * SIGNS + sign] ?? 0;
      if (next[state * SIGNS + HAS_END] === 1) this.mark(state);
    }
  }

  /** Notes that the text holds the strings that end in a state. */
  private mark(state: number): void {
    const end = this.from[state + 1] ?? 0;
    for (let k = this.from[state] ?? 0; k < end; k += 1) this.seen[this.found[k] ?? 0] = this.texts;
  }

  /** Whether the text may hold a string of a set: never a wrong "no". */
  mayHold(set: number): boolean {
    return this.isOpen || this.seen[set] === this.texts;
  }
}
