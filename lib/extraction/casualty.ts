import type { CountRange } from "./proposal";
import type { Span } from "./text";

export type CasualtyField = "killed" | "injured";

export type Casualty = Span & {
  field: CasualtyField;
  count: CountRange;
  /** "dozens", "several": gives way to any figure. */
  isVague: boolean;
  /** Somebody's claim or estimate: widens the range, does not settle it. */
  isClaim: boolean;
  /** "five others": added to what was counted before. */
  isOther: boolean;
  /** A running total such as "the death toll rose to 20": replaces what was counted before. */
  isToll: boolean;
  /** "Lowered to seven": replaces even a larger figure. */
  isCorrection: boolean;
  /** Said of an earlier time ("had earlier put the toll at"). */
  isEarlier: boolean;
  /** Confirmed by those whose office it is to count. */
  isOfficial: boolean;
  /** A part of those counted elsewhere: "five of the dead". */
  isPart: boolean;
  /** Shares its verb with the count before it: "two soldiers and three civilians". */
  isListed: boolean;
  /** Name or calling of a single victim, so that nobody is counted twice; null for a count. */
  who: string | null;
};

/** What makes a casualty of a span and a count, when nothing more is known. */
export const plainCasualty = (field: CasualtyField, count: CountRange, span: Span): Casualty => ({
  field,
  count,
  start: span.start,
  end: span.end,
  isVague: false,
  isClaim: false,
  isOther: false,
  isToll: false,
  isCorrection: false,
  isEarlier: false,
  isOfficial: false,
  isPart: false,
  isListed: false,
  who: null,
});
