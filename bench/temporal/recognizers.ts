import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { TemporalAnswer, TemporalText } from "./cases";

const valuesSchema = z.record(z.string(), z.string());
const resultSchema = z.object({
  Text: z.string().default(""),
  Start: z.number().nullish(),
  TypeName: z.string().nullish(),
  Type: z.string().nullish(),
  Resolution: z.object({ values: z.array(valuesSchema).nullish() }).nullish(),
  Value: z
    .object({
      Timex: z.string().nullish(),
      values: z.array(valuesSchema).nullish(),
      PastResolution: valuesSchema.nullish(),
      FutureResolution: valuesSchema.nullish(),
    })
    .nullish(),
});
const specSchema = z.array(
  z.object({
    Input: z.string(),
    Context: z.object({ ReferenceDateTime: z.string().nullish() }).nullish(),
    Results: z.array(z.unknown()).nullish(),
  }),
);
type Result = z.infer<typeof resultSchema>;

/** Verbs in the past tense, and words of sentences about the present or about what lies ahead. */
const TOLD =
  /\b(?:was|were|had|did|went|came|left|got|took|saw|met|made|said|told|began|bought|sold|lost|won|happened|\w{2,}ed)\b/i;
const PRESENT =
  /\b(?:is|are|has|have|will|shall|would|should|can|could|may|might|must|going to|let's|please|schedule|book|set|arrange|need|want|plan)\b|'ll\b/i;
/** "Two years ago", "a month ago": a day in the label, but no day in the words. */
const COARSE =
  /\b(?:months?|years?)\b(?!.*\b(?:days?|weeks?|hours?|minutes?|mins?)\b).*\b(?:ago|earlier|later|since|before|after)\b|\bsince\b.*\b\d{4}$/i;

/**
 * News-like cases of Recognizers-Text, chosen by the fields of each case alone. Taken is a result
 * 1. whose case has a reference date and time;
 * 2. of a day or finer: of type date, datetime or datetimerange (the range no longer than a day), with a value that is
 *    a day of the calendar; not a distance in months or years only, and not PRESENT_REF ("now");
 * 3. about the past: every value ends before the reference (a day: before its day); or one does, and the sentence
 *    has a verb in the past tense and none of the present or future.
 * The values that end before the reference are the right answers. The same phrase, sentence and reference
 * in several files is one case.
 * With reach "begun" every value counts that began before the reference, over or not: today, its parts, hours that
 * go on.
 */
export function readRecognizers(
  folder: string,
  reach: "ended" | "begun" = "ended",
): { read: number; texts: TemporalText[] } {
  const texts = new Map<string, TemporalText>();
  let read = 0;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const specs = specSchema.parse(
      JSON.parse(readFileSync(path.join(folder, file), "utf8").replace(/^\uFEFF/, "")),
    );
    read += specs.length;
    for (const { Input: sentence, Context, Results } of specs) {
      const reference = Context?.ReferenceDateTime?.slice(0, 16);
      if (!reference) continue;
      for (const raw of Results ?? []) {
        const result = resultSchema.safeParse(raw);
        const answers = result.success ? pastAnswers(result.data, sentence, reference, reach) : [];
        if (!result.success || answers.length === 0) continue;
        const { Text: phrase } = result.data;
        const start = sentence.toLowerCase().indexOf(phrase.toLowerCase(), 0);
        const key = [sentence, reference, phrase].join("\n").toLowerCase();
        if (start >= 0 && !texts.has(key))
          texts.set(key, {
            reference,
            sentences: [sentence],
            cases: [{ sentence: 0, start, phrase, answers }],
          });
      }
    }
  }
  return { read, texts: [...texts.values()] };
}

function pastAnswers(
  result: Result,
  sentence: string,
  reference: string,
  reach: "ended" | "begun",
): TemporalAnswer[] {
  const type = (result.TypeName ?? result.Type ?? "").replace("datetimeV2.", "");
  if (!/^(?:date|datetime|datetimerange)$/.test(type) || COARSE.test(result.Text)) return [];
  const { Value: value } = result;
  const values = result.Resolution?.values ??
    value?.values ?? [value?.PastResolution ?? {}, value?.FutureResolution ?? {}];
  if (value?.Timex === "PRESENT_REF" || values.some(({ timex }) => timex === "PRESENT_REF")) return [];
  const read = values.map(answerOf).filter((answer) => answer !== null);
  const past = read.filter(({ since, until }) =>
    reach === "begun"
      ? since < reference || since === reference.slice(0, 10)
      : until < (until.length > 10 ? reference : reference.slice(0, 10)),
  );
  const isPast = past.length === read.length || (TOLD.test(sentence) && !PRESENT.test(sentence));
  return isPast ? past.map(({ answer }) => answer) : [];
}

type PastValue = { answer: TemporalAnswer; since: string; until: string };

/** The days of one value, and from and until when it lasts; null for what is no day, or longer than a day. */
function answerOf(value: Record<string, string>): PastValue | null {
  const start = value.value ?? value.date ?? value.dateTime ?? value.start ?? value.startDateTime;
  const end = value.end ?? value.endDateTime ?? start;
  const [, from, clock = null] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?/.exec(start ?? end ?? "") ?? [];
  if (!from || !end || from.startsWith("0001")) return null;
  const until = end.replace(" ", "T").slice(0, 16);
  const since = (start ?? end).replace(" ", "T").slice(0, 16);
  if (start === undefined || start === end) return { answer: { from, to: from, clock }, since, until };
  const length = Date.parse(`${end.replace(" ", "T")}Z`) - Date.parse(`${start.replace(" ", "T")}Z`);
  if (!(length > 0 && length <= 864e5)) return null;
  // A range of hours is its days: where the parts of a day begin and end is a matter of convention.
  const to = new Date(Date.parse(`${end.replace(" ", "T")}Z`) - 1).toISOString().slice(0, 10);
  return { answer: { from, to, clock: null }, since, until };
}
