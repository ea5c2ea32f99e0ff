import { countRangeSchema } from "@/lib/claims/schema";
import type { CountRange } from "@/lib/extraction/proposal";

type CountReading = { ok: true; value: CountRange | null } | { ok: false; message: string };

const unknownWords = new Set(["", "not reported", "unknown", "not known", "?"]);
const noneWords = new Set(["none", "no", "nobody", "no one", "no casualties"]);
const numberWords = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
  "seventeen eighteen nineteen twenty",
]
  .join(" ")
  .split(" ");

const number = `(\\d{1,8}|${numberWords.join("|")})`;
const countOf = (word = ""): number =>
  numberWords.includes(word) ? numberWords.indexOf(word) : Number.parseInt(word, 10);

/** Each form that a number of people is written in, and the range that it means. */
const forms: readonly [RegExp, (first: number, second: number) => CountRange][] = [
  [new RegExp(`^(?:exactly )?${number}$`), (n) => ({ min: n, max: n })],
  [new RegExp(`^(?:between |from )?${number} ?(?:-|to|and|or) ?${number}$`), (min, max) => ({ min, max })],
  [new RegExp(`^(?:at least|>=|≥|min\\.?|minimum) ?${number}$`), (n) => ({ min: n, max: null })],
  [new RegExp(`^${number} ?(?:\\+|or more|and more|at least|-)$`), (n) => ({ min: n, max: null })],
  [new RegExp(`^(?:more than|over|>) ?${number}$`), (n) => ({ min: n + 1, max: null })],
  [new RegExp(`^(?:up to|at most|<=|≤|max\\.?|maximum) ?${number}$`), (n) => ({ min: 0, max: n })],
  [new RegExp(`^(?:fewer than|less than|under|<) ?${number}$`), (n) => ({ min: 0, max: n - 1 })],
];

/**
 * Reads a number of people as editors write it: "3", "2-3", "at least 4", "up to 3", "none" (0 to 0),
 * "unclear" (0 and open upwards); nothing, or "not reported", is null.
 */
export function readTypedCount(typed: string): CountReading {
  const text = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‐‑–—−]/g, "-")
    .replace(/(\d)[, ](?=\d{3}(?!\d))/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/ ?(?:killed|dead|deaths|injured|wounded|people|persons)$/, "")
    .trim();
  if (unknownWords.has(text)) return { ok: true, value: null };
  if (noneWords.has(text)) return { ok: true, value: { min: 0, max: 0 } };
  if (text === "unclear") return { ok: true, value: { min: 0, max: null } };
  for (const [pattern, range] of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const read = countRangeSchema.safeParse(range(countOf(match[1]), countOf(match[2])));
    return read.success
      ? { ok: true, value: read.data }
      : { ok: false, message: `${read.error.issues[0]?.message ?? "Give another number"}.` };
  }
  return {
    ok: false,
    message: "Write a number or a range: 3, 2-3, at least 4, up to 3, none, or nothing when not reported.",
  };
}

/** What somebody would type for a range; readTypedCount reads it as the same range. */
export function writeTypedCount(range: CountRange | null): string {
  if (range === null) return "";
  const { min, max } = range;
  if (max === null) return min === 0 ? "unclear" : `at least ${min}`;
  if (max === 0) return "none";
  if (min === max) return String(min);
  return min === 0 ? `up to ${max}` : `${min}–${max}`;
}
