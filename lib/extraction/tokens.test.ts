import { describe, expect, it } from "vitest";
import { tokenize } from "./tokens";

const read = (text: string) => tokenize(text, { start: 0, end: text.length });

describe("tokenize", () => {
  it.each([
    ["The U.S. army's men", ["The", "U.S.", "army", "'s", "men"]],
    ["killed 1,200 by 10:30.", ["killed", "1,200", "by", "10:30", "."]],
    ["a car-bomb near Kyïv–Odesa", ["a", "car", "bomb", "near", "Kyïv", "Odesa"]],
    ["said: 'Stop'", ["said", ":", "'", "Stop", "'"]],
    ["Sana'a, o'clock", ["Sana'a", ",", "o'clock"]],
    ["5%\u00a0of 💥 ﬁve", ["5", "%", "of", "💥", "ﬁve"]],
    ["- item", ["-", "item"]],
  ])("parts %j", (text, words) => {
    const tokens = read(text);
    expect(tokens.map((token) => token.text)).toEqual(words);
    expect(tokens.map((token) => text.slice(token.start, token.end))).toEqual(words);
  });

  it("tells capitals, words and what a hyphen joins", () => {
    expect(read("Al-Shabaab!").map(({ isCapital, isWord, isGlued }) => [isCapital, isWord, isGlued])).toEqual(
      [
        [true, true, false],
        [true, true, true],
        [false, false, false],
      ],
    );
  });

  it("keeps offsets of the whole text in a piece of it", () => {
    const plain = "One. Two bombs";
    expect(tokenize(plain, { start: 5, end: plain.length }).map(({ start, fold }) => [start, fold])).toEqual([
      [5, "two"],
      [9, "bombs"],
    ]);
  });
});
