import { DOUBLE_FACED, SIGNS, signOf } from "./text-signs";

/** So many states have numbers that `next` can hold. */
const MOST_STATES = 2 ** 16;
/** In the row of a state, read with its next state at no price: whether a string ends in it, and its row of `masks`. */
const HAS_END = SIGNS - 1;
const END = SIGNS - 2;
/** Set 70 is bit 6 of the third number: so many bits of its number tell which bit, the others which number. */
const SHIFT = 5;
const BITS = 1 << SHIFT;

/** Which sets of an index have a string in a text: a bit for each. */
export type Held = readonly number[];

/** Whether the text may hold a string of a set: never a wrong "no". */
export const mayHold = (held: Held, set: number): boolean =>
  ((held[set >> SHIFT] ?? 0) & (1 << (set & (BITS - 1)))) !== 0;

/**
 * Finds all strings of some sets in one pass over a text (Aho and Corasick's automaton): which sets have a string in
 * it. Characters are told apart by their signs only; the ends of a text count as a character that is no part of a
 * word.
 */
export class StringIndex {
  /** The state behind each state and sign. */
  private next = new Uint16Array(SIGNS);
  /** The sets that have a string which ends in a state. */
  private readonly ends: number[][] = [[]];
  /** How many numbers hold a bit for each set. */
  private readonly width: number;
  /** The bits of the sets of each state in which a string ends. */
  private masks: Int32Array = new Int32Array();
  /** Ends that a text has met and that are not in its bits yet. */
  private readonly met = new Uint16Array(1024);

  constructor(sets: readonly (readonly string[])[]) {
    this.width = Math.ceil(sets.length / BITS);
    for (const [set, strings] of sets.entries()) for (const string of strings) this.insert(string, set);
    this.link();
    this.number();
  }

  /** A row of `masks` for each state in which a string ends. */
  private number(): void {
    const rows: Int32Array[] = [];
    for (const [state, sets] of this.ends.entries()) {
      if (sets.length === 0) continue;
      this.next[state * SIGNS + HAS_END] = 1;
      this.next[state * SIGNS + END] = rows.length;
      const row = new Int32Array(this.width);
      for (const set of sets) row[set >> SHIFT] = (row[set >> SHIFT] ?? 0) | (1 << (set & (BITS - 1)));
      rows.push(row);
    }
    this.masks = Int32Array.from(rows.flatMap((row) => [...row]));
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
      for (let sign = 0; sign < END; sign += 1) {
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

  /** Reads a text. Linear; without a branch at each end of a string, which no processor could foresee. */
  read(text: string): Held {
    const { next, met } = this;
    const held: number[] = [];
    while (held.length < this.width) held.push(0);
    let state = next[0] ?? 0;
    let count = 0;
    for (let i = 0; i <= text.length; i += 1) {
      const sign = i < text.length ? signOf(text.charCodeAt(i)) : 0;
      if (sign === DOUBLE_FACED) return held.fill(-1);
      state = next[state * SIGNS + sign] ?? 0;
      met[count] = next[state * SIGNS + END] ?? 0;
      count += next[state * SIGNS + HAS_END] ?? 0;
      if (count === met.length) {
        this.note(held, count);
        count = 0;
      }
    }
    this.note(held, count);
    return held;
  }

  private note(held: number[], count: number): void {
    const { met, masks, width } = this;
    for (let i = 0; i < count; i += 1) {
      const row = (met[i] ?? 0) * width;
      for (let k = 0; k < width; k += 1) held[k] = (held[k] ?? 0) | (masks[row + k] ?? 0);
    }
  }
}
