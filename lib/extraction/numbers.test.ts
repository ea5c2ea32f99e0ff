import { describe, expect, it } from "vitest";
import { countRange, wordNumber } from "./numbers";

describe("wordNumber", () => {
  it.each([
    ["1,200", 1200],
    ["twenty-five", 25],
    ["a hundred and two", 102],
    ["two dozen", 24],
    ["three thousand five hundred", 3500],
    ["banana", null],
  ])("%s", (words, value) => {
    expect(wordNumber(words)).toBe(value);
  });
});

describe("countRange", () => {
  it.each([
    ["at least", "four", 4, null],
    ["", "dozens", 12, null],
    ["", "hundreds", 100, null],
    ["up to", "ten", 1, 10],
    ["more than", "200", 200, null],
    ["around", "twenty", 20, 20],
  ])("%s %s", (bound, cardinal, min, max) => {
    expect(countRange(bound, cardinal)).toMatchObject({ min, max });
  });
});
