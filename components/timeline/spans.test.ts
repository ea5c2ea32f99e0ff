import { describe, expect, it } from "vitest";
import { isSameSpan, namedSpan, wholeSpan, zoomed } from "./spans";

const year = { start: Date.UTC(2021, 0, 1), end: Date.UTC(2022, 0, 1) };
const range = { start: "2021-01-01T00:00:00.000Z", end: "2022-01-01T00:00:00.000Z" };

describe("namedSpan", () => {
  it("takes the window of the address, and the whole for one that is impossible", () => {
    expect(namedSpan("2021-03-01T00:00:00Z", "2021-04-01T00:00:00Z", range)).toEqual({
      start: Date.UTC(2021, 2, 1),
      end: Date.UTC(2021, 3, 1),
    });
    expect(namedSpan("2021-03-01T00:00:00Z", "2020-04-01T00:00:00Z", range)).toEqual(wholeSpan(range));
  });
});

describe("isSameSpan", () => {
  it("forgives less than a hundredth", () => {
    expect(isSameSpan(year, zoomed(year, 1.005))).toBe(true);
    expect(isSameSpan(year, zoomed(year, 0.5))).toBe(false);
  });
});
