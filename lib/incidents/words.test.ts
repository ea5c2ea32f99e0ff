import { describe, expect, it } from "vitest";
import { casualtiesWords, countWords, numberWords } from "./words";

describe("countWords", () => {
  it.each([
    [null, "not reported"],
    [{ min: 0, max: 0 }, "none"],
    [{ min: 0, max: null }, "unclear"],
    [{ min: 0, max: 3 }, "up to 3"],
    [{ min: 4, max: null }, "at least 4"],
    [{ min: 2, max: 3 }, "2–3"],
    [{ min: 12500, max: 12500 }, "12\u2009500"],
  ])("%j is %s", (range, words) => {
    expect(countWords(range)).toBe(words);
  });
});

describe("casualtiesWords", () => {
  it("keeps none apart from not reported", () => {
    expect(casualtiesWords({ min: 0, max: 0 }, { min: 0, max: 0 })).toBe("no casualties reported");
    expect(casualtiesWords(null, null)).toBe("casualties not reported");
    expect(casualtiesWords({ min: 0, max: 0 }, null)).toBe("nobody killed");
    expect(casualtiesWords({ min: 0, max: null }, null)).toBe("casualties unclear");
  });

  it("names both numbers where both are given", () => {
    expect(casualtiesWords({ min: 4, max: null }, { min: 2, max: 3 })).toBe("at least 4 killed, 2–3 injured");
    expect(casualtiesWords(null, { min: 1, max: 1 })).toBe("1 injured");
    expect(casualtiesWords({ min: 1, max: 1 }, { min: 0, max: 0 })).toBe("1 killed, nobody injured");
  });
});

describe("numberWords", () => {
  it("groups from five digits on", () => {
    expect(numberWords(9999)).toBe("9999");
    expect(numberWords(1234567)).toBe("1\u2009234\u2009567");
  });
});
