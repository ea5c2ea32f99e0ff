import { describe, expect, it } from "vitest";
import { splitSentences } from "./sentences";
import { readTimes } from "./time-reader";

/** The days of each sentence of a text that was published on Thursday 8 July 2021. */
function daysOf(text: string): (string | undefined)[][] {
  const sentences = splitSentences(text, { start: 0, end: text.length });
  return readTimes(text, sentences, "2021-07-08").map((times) =>
    times.map((time) => (time.when ?? time.day)?.from),
  );
}

describe("readTimes", () => {
  it("counts from the day last spoken of", () => {
    expect(daysOf("A bomb went off on Sunday. A day earlier, shots were fired.")).toEqual([
      ["2021-07-04"],
      ["2021-07-03"],
    ]);
  });

  it("does not go on from the day of the telling, nor from an earlier past", () => {
    expect(daysOf("A bomb went off on Sunday, police said on Monday. A day earlier, it rained.")[1]).toEqual([
      "2021-07-03",
    ]);
    expect(daysOf("Mobs burnt it on Tuesday. Most had left on Monday. A day earlier, it rained.")[2]).toEqual(
      ["2021-07-05"],
    );
  });

  it("takes the day that a text names later for one that it speaks of first", () => {
    expect(daysOf("Prices rose late in the day. They had fallen on Tuesday, before the raid.")[0]).toEqual([
      "2021-07-06",
    ]);
  });

  it("turns weekdays forward only where the words before them speak of the future", () => {
    expect(daysOf("The court will meet on Monday.")).toEqual([["2021-07-12"]]);
    expect(daysOf("Prices fell on Monday over fears that it will rain.")).toEqual([["2021-07-05"]]);
    expect(daysOf("They will appeal, a lawyer said on Monday.")).toEqual([["2021-07-05"]]);
  });
});
