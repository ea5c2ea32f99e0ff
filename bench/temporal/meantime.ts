import { readFileSync } from "node:fs";
import { z } from "zod";
import type { TemporalCase, TemporalText } from "./cases";

const rowSchema = z.object({
  doc: z.string(),
  dct: z.string().nullable(),
  type: z.string(),
  value: z.string(),
  phrase: z.string(),
  sentence: z.string(),
});
type Row = z.infer<typeof rowSchema>;

/** The corpus is kept as tokens parted by spaces: what stood together in print is put together again. */
const withoutTokenSpaces = (text: string): string =>
  text
    .replace(/ ([,.;:!?)])/g, "$1")
    .replace(/\( /g, "(")
    .replace(/ '(s|ll|re|ve|d)?(?=[ ,.]|$)/g, "'$1")
    .replace(/(\d) - (\d)/g, "$1-$2");

/**
 * The time expressions of MEANTIME (JSON lines with document, date of the document, type, value, phrase,
 * sentence) whose type is DATE or TIME and whose value begins with a day (YYYY-MM-DD): all of them, those too
 * that need another sentence, that name no time, or that belong to a document without a date. One text for each document.
 */
export function readMeantime(file: string): TemporalText[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const rows = lines.map((line) => rowSchema.parse(JSON.parse(line)));
  return [...Map.groupBy(rows, (row) => row.doc).values()]
    .map(textOf)
    .filter(({ cases }) => cases.length > 0);
}

function textOf(rows: readonly Row[]): TemporalText {
  const sentences = [...new Set(rows.map((row) => withoutTokenSpaces(row.sentence)))];
  const seen = new Map<string, number>();
  const cases: TemporalCase[] = [];
  for (const row of rows) {
    const [, day] = /^(\d{4}-\d\d-\d\d)/.exec(row.value) ?? [];
    if (!/^(?:DATE|TIME)$/.test(row.type) || day === undefined) continue;
    const [phrase, sentence] = [withoutTokenSpaces(row.phrase), withoutTokenSpaces(row.sentence)];
    // A phrase that comes twice in a sentence has a row for each.
    const key = `${phrase}\n${sentence}`;
    const start = sentence.indexOf(phrase, seen.get(key) ?? 0);
    seen.set(key, start + phrase.length);
    cases.push({
      sentence: sentences.indexOf(sentence),
      start,
      phrase,
      answers: [{ from: day, to: day, clock: null }],
    });
  }
  return { reference: rows[0]?.dct ? `${rows[0].dct}T12:00` : null, sentences, cases };
}

/** Whether a label contradicts its own phrase: a weekday that is not the weekday of the labelled day. */
export function contradictsItself({ phrase, answers }: TemporalCase): boolean {
  const weekday = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.exec(phrase)?.[0];
  const day = answers[0]?.from;
  if (!weekday || !day) return false;
  return (
    new Date(`${day}T00:00:00Z`).toLocaleDateString("en", { weekday: "long", timeZone: "UTC" }) !== weekday
  );
}
