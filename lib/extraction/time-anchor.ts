import type { When } from "./when";

/** What a relative expression is relative to; dates are YYYY-MM-DD. */
export type TimeAnchor = {
  published: string | null;
  /** The day last spoken of, for "the same day" and "a day earlier". */
  narrative: When | null;
  /** The first day that the text names anywhere, for "later in the day" before any was named; read when asked for. */
  opening?: () => When | null;
  /** True in a clause about the future. */
  isFuture: boolean;
};

export type TimeGroups = Record<string, string | undefined>;

export type TimePattern = {
  pattern: RegExp;
  /** The days that a match means, null for none. `whole` is the matched text. */
  resolve: (groups: TimeGroups, anchor: TimeAnchor, whole: string) => When | null;
  /** True where the words stand for a state or a limit and never for when something happened: "now". */
  isBound?: boolean;
};
