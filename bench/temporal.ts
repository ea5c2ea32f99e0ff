import { existsSync } from "node:fs";
import type { TemporalAnswer, TemporalCase, TemporalText } from "./temporal/cases";
import { contradictsItself, readMeantime } from "./temporal/meantime";
import { readRecognizers } from "./temporal/recognizers";
import { type Reading, readByChrono, readBySightline } from "./temporal/resolve";

/** Beside the clone, where somebody has these collections; temporal/README.md describes them. */
const meantimeFile = "../shared/data/temporal/timex_meantime.jsonl";
const recognizersFolder = "../shared/data/temporal/recognizers";

type Selection = {
  name: string;
  texts: readonly TemporalText[];
  takes?: (phrase: TemporalCase) => boolean;
  /** The clock time has to be right, too. */
  withClock?: boolean;
};

/**
 * How many time expressions are understood, by Sightline's own functions and by chrono-node alone on the same
 * cases: right days of all, in numbers and as a share. A collection that is not there is skipped with a note.
 */
export async function benchTemporal({ details = false }: { details?: boolean } = {}): Promise<object[]> {
  const selections: Selection[] = [];
  if (existsSync(meantimeFile)) {
    const texts = readMeantime(meantimeFile);
    selections.push({ name: "MEANTIME", texts });
    selections.push({
      name: "MEANTIME, labels that agree with themselves",
      texts,
      takes: (phrase) => !contradictsItself(phrase),
    });
  } else console.error(`temporal: skipped MEANTIME, there is no ${meantimeFile}`);
  if (existsSync(recognizersFolder)) {
    const { read, texts } = readRecognizers(recognizersFolder);
    const name = `Recognizers, news-like of ${read}`;
    selections.push({ name, texts });
    const hasClock = ({ answers }: TemporalCase) => answers.some(({ clock }) => clock !== null);
    selections.push({ name: `${name}, clock times`, texts, takes: hasClock, withClock: true });
    const begun = readRecognizers(recognizersFolder, "begun");
    selections.push({ name: `${name}, with what has begun`, texts: begun.texts });
  } else console.error(`temporal: skipped Recognizers, there is no ${recognizersFolder}`);
  return selections.map((selection, i) =>
    row(selection, details && (i % 2 === 0 || selection.withClock === true)),
  );
}

const rate = (right: number, all: number): number => Math.round((right / all) * 1000) / 1000;

function row({ name, texts, takes = () => true, withClock = false }: Selection, details: boolean): object {
  let all = 0;
  const right = { sightline: 0, chrono: 0 };
  for (const text of texts) {
    const readings = { sightline: readBySightline(text), chrono: readByChrono(text) };
    for (const [i, phrase] of text.cases.entries()) {
      if (!takes(phrase)) continue;
      all += 1;
      if (isRight(readings.chrono[i] ?? null, phrase.answers, withClock)) right.chrono += 1;
      if (isRight(readings.sightline[i] ?? null, phrase.answers, withClock)) right.sightline += 1;
      else if (details) console.error(missWords(name, text, phrase, readings.sightline[i] ?? null));
    }
  }
  return {
    cases: name,
    count: all,
    right: right.sightline,
    accuracy: rate(right.sightline, all),
    chronoRight: right.chrono,
    chronoAccuracy: rate(right.chrono, all),
  };
}

const isRight = (reading: Reading, answers: readonly TemporalAnswer[], withClock: boolean): boolean =>
  answers.some(
    ({ from, to, clock }) =>
      reading?.from === from && reading.to === to && (!withClock || reading.clock === clock),
  );

function missWords(name: string, text: TemporalText, phrase: TemporalCase, reading: Reading): string {
  const days = (value: Reading) =>
    value
      ? `${value.from === value.to ? value.from : `${value.from}/${value.to}`} ${value.clock ?? ""}`.trim()
      : "nothing";
  const wanted = [...new Set(phrase.answers.map(days))].join(" or ");
  const sentence = text.sentences[phrase.sentence] ?? "";
  return [
    name,
    text.reference ?? "no date",
    phrase.phrase,
    `wanted ${wanted}, got ${days(reading)}`,
    sentence,
  ].join("\t");
}
