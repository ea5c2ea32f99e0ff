import type { CountRange } from "./proposal";

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SIMPLE = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ["a", 1],
  ["an", 1],
  ["dozen", 12],
]);

const PLAIN_WORD = /^[a-z]+$/;

/** The number that digits or English words stand for ("1,200", "twenty-five", "a hundred and two"), or null. */
export function wordNumber(words: string): number | null {
  const text = words.toLowerCase().trim();
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,9}$/.test(text)) return Number(text.replaceAll(",", ""));
  let total = 0;
  let current = 0;
  let seen = false;
  for (const word of PLAIN_WORD.test(text) ? [text] : text.split(/[\s-]+/)) {
    if (word === "and" && seen) continue;
    if (word === "hundred" || word === "dozen") {
      current = Math.max(1, current) * (word === "dozen" ? 12 : 100);
    } else if (word === "thousand") {
      total += Math.max(1, current) * 1000;
      current = 0;
    } else {
      const value = SIMPLE.get(word);
      if (value === undefined) return null;
      current += value;
    }
    seen = true;
  }
  return seen ? total + current : null;
}

const WORD = `(?:${[...UNITS.slice(1), ...TENS].join("|")})`;
/** A cardinal in digits or words, or a vague plural; not part of a longer number, a decimal or an ordinal. */
export const CARDINAL = `(?:(?<![\\d.,$€£#-])\\d{1,3}(?:,\\d{3})+(?![\\d%])|(?<![\\d.,$€£#-])\\d{1,6}(?![\\d%]|[.,]\\d|st\\b|nd\\b|rd\\b|th\\b)|(?:a |one |two |three |${WORD} )?(?:hundred|thousand|dozen)(?: and ${WORD})?(?!s)|${WORD}(?:[ -]${WORD})?(?: hundred| thousand| dozen)?|(?:several |many )?(?:dozens|scores|hundreds|thousands|tens of thousands)|several|many|a (?:few|couple|number|handful)|numerous|multiple)`;

/** Words before a number that bound it. */
export const BOUND =
  "(?:at least|a minimum of|no fewer than|not fewer than|no less than|not less than|more than|over|upwards of|exceed(?:ed|s|ing)?|up to|as many as|at most|nearly|almost|close to|about|around|some|approximately|roughly|an estimated|estimated|another|a further|a total of|all|only|just|the|other|exactly)";

/** Vague plurals say at least one of their unit; "several" and the like only say more than one. */
const VAGUE: [RegExp, CountRange][] = [
  [/tens of thousands/, { min: 10000, max: null }],
  [/thousands/, { min: 1000, max: null }],
  [/hundreds/, { min: 100, max: null }],
  [/scores/, { min: 20, max: null }],
  [/dozens/, { min: 12, max: null }],
  [/several|many|few|couple|number|handful|numerous|multiple/, { min: 2, max: null }],
];

/** Most numbers are digits or one word, which a look-up tells. */
const isPlainNumber = (words: string): boolean =>
  SIMPLE.has(words) || isDigit(words.charCodeAt(words.length - 1));
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export type Count = CountRange & { vague: boolean };

/** A bounded count: ("at least", "four") is 4 or more, ("up to", "ten") 1 to 10, ("", "dozens") 12 or more. */
export function countRange(bound: string, cardinal: string): Count | null {
  const words = cardinal.toLowerCase();
  if (!isPlainNumber(words))
    for (const [pattern, range] of VAGUE) if (pattern.test(words)) return { ...range, vague: true };
  const value = wordNumber(words);
  if (value === null) return null;
  const before = bound.toLowerCase();
  if (/at least|minimum|fewer|less than|more than|over|upwards|exceed/.test(before)) {
    return { min: value, max: null, vague: false };
  }
  if (/up to|as many as|at most/.test(before)) return { min: Math.min(1, value), max: value, vague: false };
  return { min: value, max: value, vague: false };
}

/** Sum of two counts; open upwards when either is. */
export const addCounts = (a: CountRange, b: CountRange): CountRange => ({
  min: a.min + b.min,
  max: a.max === null || b.max === null ? null : a.max + b.max,
});
