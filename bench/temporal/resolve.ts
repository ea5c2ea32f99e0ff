import { parse } from "chrono-node/en";
import { splitParagraphs } from "@/lib/extraction/paragraphs";
import { findPublication } from "@/lib/extraction/publication";
import type { TimeExpression } from "@/lib/extraction/time";
import { readTimes } from "@/lib/extraction/time-reader";
import type { TemporalCase, TemporalText } from "./cases";

/** What was read in place of a phrase: days (YYYY-MM-DD) and the clock time; null where nothing was. */
export type Reading = { from: string; to: string; clock: string | null } | null;

/** The readings of the cases of a text, in their order. */
export type Resolver = (text: TemporalText) => Reading[];

const overlapping = <T extends { start: number; end: number }>(
  found: readonly T[],
  phrase: TemporalCase,
): T[] => found.filter(({ start, end }) => start < phrase.start + phrase.phrase.length && phrase.start < end);

/**
 * As drafting incidents reads times: all sentences of the document in order, with the publication date given, or
 * found in the text. Of several expressions in a phrase the first with a day counts.
 */
export const readBySightline: Resolver = ({ reference, sentences, cases }) => {
  const plain = sentences.join("\n\n");
  const spans: { start: number; end: number }[] = [];
  for (const sentence of sentences) {
    const start = (spans.at(-1)?.end ?? -2) + 2;
    spans.push({ start, end: start + sentence.length });
  }
  const publication = findPublication(plain, splitParagraphs(plain), spans, {
    publishedOn: reference?.slice(0, 10) ?? null,
    today: new Date().toISOString().slice(0, 10),
  });
  const times = readTimes(plain, spans, publication.on);
  return cases.map((phrase) => {
    const offset = spans[phrase.sentence]?.start ?? 0;
    const own = (times[phrase.sentence] ?? []).map((time) => ({
      ...time,
      start: time.start - offset,
      end: time.end - offset,
    }));
    return readingOf(overlapping(own, phrase));
  });
};

function readingOf(times: readonly TimeExpression[]): Reading {
  const when = times.find((time) => time.when)?.when ?? times.find((time) => time.day)?.day;
  const clock = times.find((time) => time.clock)?.clock ?? null;
  return when ? { from: when.from, to: when.to, clock: when.clock ?? clock } : null;
}

const day = (date: { get(part: "year" | "month" | "day"): number | null }): string =>
  [date.get("year"), date.get("month"), date.get("day")]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

/** chrono-node alone: each sentence against the reference, first result in the phrase. */
export const readByChrono: Resolver = ({ reference, sentences, cases }) =>
  cases.map((phrase) => {
    const instant = new Date(`${reference ?? "2000-01-01T12:00"}:00Z`);
    const results = parse(sentences[phrase.sentence] ?? "", { instant, timezone: 0 });
    const spans = results.map((result) => ({
      ...result,
      start: result.index,
      end: result.index + result.text.length,
      result,
    }));
    const [first] = overlapping(spans, phrase);
    if (!first) return null;
    const { start, end } = first.result;
    const clock = start.isCertain("hour")
      ? `${String(start.get("hour")).padStart(2, "0")}:${String(start.get("minute") ?? 0).padStart(2, "0")}`
      : null;
    return { from: day(start), to: end ? day(end) : day(start), clock };
  });
