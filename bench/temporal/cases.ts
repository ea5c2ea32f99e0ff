/** A day or days (YYYY-MM-DD), with the clock time (HH:MM) where the label has one. */
export type TemporalAnswer = { from: string; to: string; clock: string | null };

/** A phrase of a sentence and the days that it means; any of the answers is right. */
export type TemporalCase = {
  /** Index into the sentences of its text. */
  sentence: number;
  /** Offset of the phrase in its sentence. */
  start: number;
  phrase: string;
  answers: readonly TemporalAnswer[];
};

/** Sentences of one document, with its date and time (YYYY-MM-DDTHH:MM) where one is known. */
export type TemporalText = {
  reference: string | null;
  sentences: readonly string[];
  cases: readonly TemporalCase[];
};
