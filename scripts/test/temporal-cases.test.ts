import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { contradictsItself, readMeantime } from "@/bench/temporal/meantime";
import { readRecognizers } from "@/bench/temporal/recognizers";
import { readByChrono, readBySightline } from "@/bench/temporal/resolve";

const folder = mkdtempSync(path.join(tmpdir(), "temporal-"));
afterAll(() => rmSync(folder, { recursive: true }));

const row = (phrase: string, value: string, sentence: string, type = "DATE") => ({
  doc: "a.xml",
  dct: "2021-07-08",
  type,
  value,
  phrase,
  sentence,
});

describe("readMeantime", () => {
  const file = path.join(folder, "rows.jsonl");
  const rows = [
    row("Monday", "2021-07-05", "Shells fell on Monday , and on Monday night ."),
    row("Monday", "2021-07-05", "Shells fell on Monday , and on Monday night ."),
    row("2020", "2020", "In 2020 , nobody was hurt ."),
    row("two days", "P2D", "It took two days .", "DURATION"),
    row("Friday", "2021-07-01", "On Friday they met ."),
  ];
  writeFileSync(file, rows.map((each) => JSON.stringify(each)).join("\n"));

  it("takes every DATE and TIME of a day, at its own place in the printed sentence", () => {
    const [text] = readMeantime(file);
    expect(text?.reference).toBe("2021-07-08T12:00");
    expect(text?.sentences[0]).toBe("Shells fell on Monday, and on Monday night.");
    expect(text?.cases.map(({ phrase, start }) => [phrase, start])).toEqual([
      ["Monday", 15],
      ["Monday", 30],
      ["Friday", 3],
    ]);
    expect(text?.cases.map(contradictsItself)).toEqual([false, false, true]);
  });

  it("is read by both programs against the date of the document", () => {
    const [text] = readMeantime(file);
    const days = (text ? [readBySightline(text), readByChrono(text)] : []).map((readings) =>
      readings.slice(0, 2).map((reading) => reading?.from),
    );
    expect(days).toEqual([
      ["2021-07-05", "2021-07-05"],
      ["2021-07-05", "2021-07-05"],
    ]);
  });
});

describe("readRecognizers", () => {
  const reference = { ReferenceDateTime: "2021-07-08T10:00:00" };
  const spec = (sentence: string, phrase: string, type: string, values: Record<string, string>[]) => ({
    Input: sentence,
    Context: reference,
    Results: [{ Text: phrase, TypeName: `datetimeV2.${type}`, Resolution: { values } }],
  });
  const specs = [
    spec("I'll pay 1/2/2020", "1/2/2020", "date", [{ value: "2020-01-02" }]),
    spec("I was there Monday", "Monday", "date", [{ value: "2021-07-05" }, { value: "2021-07-12" }]),
    spec("I'll be there Monday", "Monday", "date", [{ value: "2021-07-05" }, { value: "2021-07-12" }]),
    spec("She left last night", "last night", "datetimerange", [
      { start: "2021-07-07 20:00:00", end: "2021-07-07 23:59:59" },
    ]),
    spec("We meet today", "today", "date", [{ value: "2021-07-08" }]),
    spec("He left a year ago", "a year ago", "date", [{ value: "2020-07-08" }]),
    spec("It was last week", "last week", "daterange", [{ start: "2021-06-28", end: "2021-07-05" }]),
    { ...spec("He left on 1/2/2020", "1/2/2020", "date", [{ value: "2020-01-02" }]), Context: null },
  ];
  const only = path.join(folder, "recognizers");

  it("takes what is past, of a day or finer and has a reference, by the fields of the case", () => {
    const again = mkdtempSync(only);
    for (const name of ["one.json", "two.json"]) writeFileSync(path.join(again, name), JSON.stringify(specs));
    const { read, texts } = readRecognizers(again);
    expect(read).toBe(16);
    expect(texts.map(({ sentences, cases }) => [sentences[0], cases[0]?.answers])).toEqual([
      ["I'll pay 1/2/2020", [{ from: "2020-01-02", to: "2020-01-02", clock: null }]],
      ["I was there Monday", [{ from: "2021-07-05", to: "2021-07-05", clock: null }]],
      ["She left last night", [{ from: "2021-07-07", to: "2021-07-07", clock: null }]],
    ]);
  });

  it("takes in the wider choice what has begun, but nothing that begins at the reference or later", () => {
    const again = mkdtempSync(only);
    const hours = (start: string, end: string) => [
      { start: `2021-07-08 ${start}`, end: `2021-07-08 ${end}` },
    ];
    const more = [
      ...specs,
      spec("They met this morning", "this morning", "datetimerange", hours("08:00:00", "12:00:00")),
      spec("They met within the hour", "within the hour", "datetimerange", hours("10:00:00", "11:00:00")),
      spec("I'll call tonight", "tonight", "datetimerange", hours("20:00:00", "23:59:59")),
    ];
    writeFileSync(path.join(again, "one.json"), JSON.stringify(more));
    expect(readRecognizers(again, "begun").texts.map(({ cases }) => cases[0]?.phrase)).toEqual([
      "1/2/2020",
      "Monday",
      "last night",
      "today",
      "this morning",
    ]);
  });
});
