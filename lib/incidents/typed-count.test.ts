import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTypedCount, writeTypedCount } from "./typed-count";

describe("readTypedCount", () => {
  it.each([
    ["", null],
    ["  not reported ", null],
    ["0", { min: 0, max: 0 }],
    ["none", { min: 0, max: 0 }],
    ["unclear", { min: 0, max: null }],
    ["3", { min: 3, max: 3 }],
    ["three", { min: 3, max: 3 }],
    ["2-3", { min: 2, max: 3 }],
    ["2 – 3", { min: 2, max: 3 }],
    ["two or three", { min: 2, max: 3 }],
    ["between 10 and 15 killed", { min: 10, max: 15 }],
    ["at least 4", { min: 4, max: null }],
    ["4+", { min: 4, max: null }],
    ["4 or more", { min: 4, max: null }],
    ["more than 4", { min: 5, max: null }],
    ["up to 3", { min: 0, max: 3 }],
    ["fewer than 10", { min: 0, max: 9 }],
    ["1,200", { min: 1200, max: 1200 }],
    ["12 500 people", { min: 12500, max: 12500 }],
  ])("reads %j", (typed, value) => {
    expect(readTypedCount(typed)).toEqual({ ok: true, value });
  });

  it.each(["many", "-3", "3.5", "5-3", "99999999", "fewer than 0", "1 2 3"])(
    "refuses %j in words",
    (typed) => {
      const read = readTypedCount(typed);
      expect(read.ok).toBe(false);
      expect(!read.ok && read.message.length).toBeGreaterThan(10);
    },
  );

  it("reads back every range that it writes", () => {
    const count = fc.integer({ min: 0, max: 10_000_000 });
    const range = fc
      .tuple(count, fc.option(count))
      .map(([min, more]) => ({ min, max: more === null ? null : Math.min(min + more, 10_000_000) }));
    fc.assert(
      fc.property(fc.option(range), (value) => {
        expect(readTypedCount(writeTypedCount(value))).toEqual({ ok: true, value });
      }),
    );
  });
});
