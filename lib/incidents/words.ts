/** A count range as the data model keeps it; null: no source reports a number. */
type CountRange = { min: number; max: number | null } | null;

/** Thin spaces between groups of three digits from 10,000 on, as in "12 500". */
export function numberWords(value: number): string {
  if (Math.abs(value) < 10_000) return String(value);
  return String(value).replace(/\B(?=(\d{3})+$)/g, "\u2009");
}

/** A range of people: "none", "4", "2–3", "at least 4", "up to 3"; null is "not reported". */
export function countWords(range: CountRange): string {
  if (range === null) return "not reported";
  const { min, max } = range;
  if (max === null) return min === 0 ? "unclear" : `at least ${numberWords(min)}`;
  if (max === 0) return "none";
  if (min === max) return numberWords(min);
  return min === 0 ? `up to ${numberWords(max)}` : `${numberWords(min)}–${numberWords(max)}`;
}

const isNone = (range: CountRange) => range?.max === 0;
const isKnown = (range: CountRange) => range !== null && !(range.min === 0 && range.max === null);

/**
 * Casualties in one phrase: "no casualties reported", "at least 4 killed", "1 killed, 2–3 injured",
 * "casualties not reported". A number that no source gives is left out beside one that is given.
 */
export function casualtiesWords(killed: CountRange, injured: CountRange): string {
  if (isNone(killed) && isNone(injured)) return "no casualties reported";
  const parts = [
    ...(isKnown(killed) ? [isNone(killed) ? "nobody killed" : `${countWords(killed)} killed`] : []),
    ...(isKnown(injured) ? [isNone(injured) ? "nobody injured" : `${countWords(injured)} injured`] : []),
  ];
  if (parts.length > 0) return parts.join(", ");
  return killed === null && injured === null ? "casualties not reported" : "casualties unclear";
}
