import { describe, expect, it } from "vitest";
import { allMatches } from "./matches";

describe("allMatches", () => {
  it.each([
    ["killed 3 and wounded 12", /\d+/g],
    ["no number here", /\d+/g],
    ["a1b", /\d*/g],
    ["💥1💥", /\d*/gu],
    ["💥1💥", /\d*/g],
  ])("finds in %j what matchAll finds", (text, pattern) => {
    const expected = [...text.matchAll(pattern)].map((match) => [match.index, match[0]]);
    expect(allMatches(text, pattern).map((match) => [match.index, match[0]])).toEqual(expected);
  });

  it("starts at the beginning each time", () => {
    const pattern = /\d/g;
    pattern.lastIndex = 3;
    expect(allMatches("1 2 3", pattern)).toHaveLength(3);
    expect(allMatches("1 2 3", pattern)).toHaveLength(3);
  });
});
