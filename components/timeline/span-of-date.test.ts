import { describe, expect, it } from "vitest";
import { spanOfDate } from "./span-of-date";

const year = { start: Date.UTC(2021, 0, 1), end: Date.UTC(2022, 0, 1) };

describe("spanOfDate", () => {
  it("shows all of a long date", () => {
    const read = spanOfDate("2020", year);
    expect(read.ok && read.span.start).toBeLessThan(Date.UTC(2020, 0, 1));
    expect(read.ok && read.span.end).toBeGreaterThan(Date.UTC(2020, 11, 31));
  });

  it("shows some time around a day", () => {
    const read = spanOfDate("5 July 2021", year);
    expect(read.ok && (read.span.end - read.span.start) / 86_400_000).toBeCloseTo(60);
  });

  it("says why a date cannot be used", () => {
    expect(spanOfDate("2021-13", year).ok).toBe(false);
    expect(spanOfDate("2021/..", year)).toEqual({ ok: false, message: "Give a date without open ends." });
  });
});
