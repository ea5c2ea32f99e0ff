import { needsOf } from "./pattern-needs";
import { remembered } from "./remembered";
import { type Held, mayHold, StringIndex } from "./string-index";

/** A pattern for texts of which much is asked: it is tried only where the text holds what a match needs. */
export type Sought = {
  readonly pattern: RegExp;
  readonly index: number;
  /** Tried in pieces cut out of the text, even amid a word. */
  readonly isCut: boolean;
};

const sought: Sought[] = [];
let needs: { read: (text: string) => Held; clausesOf: readonly (readonly number[])[] } | null = null;

function add(pattern: RegExp, isCut: boolean): Sought {
  const entry = { pattern, index: sought.length, isCut };
  sought.push(entry);
  needs = null;
  return entry;
}

/** Makes a pattern one that `allSought` and `holds` look for; of a module's own constants only. */
export const seek = (pattern: RegExp): Sought => add(pattern, false);

/** The same for a pattern that is tried in pieces of a text, by `holdsIn` and `firstIn`. */
export const seekIn = (pattern: RegExp): Sought => add(pattern, true);

/** What all patterns need, in one index; equal needs are one. */
function buildNeeds(): NonNullable<typeof needs> {
  const sets: (readonly string[])[] = [];
  const known = new Map<string, number>();
  const clausesOf = sought.map(({ pattern, isCut }) =>
    needsOf(pattern, isCut).map((clause) => {
      const key = clause.join("\n");
      const set = known.get(key) ?? sets.push(clause) - 1;
      known.set(key, set);
      return set;
    }),
  );
  const index = new StringIndex(sets);
  return { read: remembered((text) => index.read(text)), clausesOf };
}

/** Whether a pattern may match in a text: a quick question that never denies a match. */
export function mayMatch(text: string, { index }: Sought): boolean {
  needs ??= buildNeeds();
  const clauses = needs.clausesOf[index];
  if (!clauses || clauses.length === 0) return true;
  const held = needs.read(text);
  for (let i = 0; i < clauses.length; i += 1) if (!mayHold(held, clauses[i] ?? 0)) return false;
  return true;
}

/** Whether a text has a match of a pattern that is neither global nor sticky. */
export const holds = (text: string, wanted: Sought): boolean =>
  mayMatch(text, wanted) && wanted.pattern.test(text);

/** Whether a piece of a text has a match of a pattern for pieces; the text is asked first. */
export const holdsIn = (text: string, piece: string, wanted: Sought): boolean =>
  mayMatch(text, wanted) && wanted.pattern.test(piece);

/** The first match in a piece of a text, or null. */
export const firstIn = (text: string, piece: string, wanted: Sought): RegExpExecArray | null =>
  mayMatch(text, wanted) ? wanted.pattern.exec(piece) : null;

const NONE: readonly RegExpExecArray[] = [];

/** `allMatches` of a pattern that is sought. */
export const allSought = (text: string, wanted: Sought): readonly RegExpExecArray[] =>
  mayMatch(text, wanted) ? allMatches(text, wanted.pattern) : NONE;

/**
 * All matches of a global pattern, as `text.matchAll(pattern)` gives them, at a fraction of its price: that copies
 * the pattern at each call, which costs more than to search a sentence with it.
 */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] !== "") continue;
    const isPair = pattern.unicode && (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff;
    pattern.lastIndex += isPair ? 2 : 1;
  }
  return found;
}
