import { describe, expect, it } from "vitest";
import { splitSentences } from "./sentences";

const split = (text: string) =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it.each([
    ["Col. Wayne Smith spoke. He left.", 2],
    ["The U.S. Embassy was hit. Nobody died.", 2],
    ["It happened in the U.S. The president spoke.", 2],
    ["It began at 7:45 p.m. Monday. It ended soon.", 2],
    ["J. R. Brown of St. Mary's died.", 1],
    ["On Jan. 5 a bomb went off. Five died.", 2],
    ['"Stop!" he cried. "We are here."', 2],
    ["No. 5 Squadron took part. It lost 2.5 planes.", 2],
  ])("%s", (text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it("cuts text without full stops at a space", () => {
    const sentences = split("word ".repeat(1000));
    expect(sentences.length).toBeGreaterThan(3);
    expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeLessThanOrEqual(1200);
  });
});
