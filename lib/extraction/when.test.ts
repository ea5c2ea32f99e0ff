import { describe, expect, it } from "vitest";
import {
  between,
  daysBetween,
  inMonth,
  inYear,
  inZone,
  onDay,
  overlaps,
  sharpen,
  spanDays,
  toEdtf,
} from "./when";

describe("toEdtf", () => {
  it.each([
    [onDay("2021-07-06"), "2021-07-06"],
    [{ ...onDay("2021-07-06"), clock: "16:32" }, "2021-07-06T16:32"],
    [{ ...onDay("2021-07-05"), part: "afternoon" as const }, "2021-07-05T12:00/2021-07-05T18:00"],
    [{ ...onDay("2021-07-06"), approximate: true }, "2021-07-06~"],
    [inMonth(2021, 2), "2021-02"],
    [inYear(2020), "2020"],
    [between("2014-01-01", "2017-12-31"), "2014/2017"],
    [between("2021-06-27", "2021-07-04"), "2021-06-27/2021-07-04"],
  ])("%j", (when, text) => {
    expect(toEdtf(when)).toBe(text);
  });
});

describe("spans", () => {
  it("counts days, both ends included", () => {
    expect(spanDays(inMonth(2020, 2))).toBe(29);
    expect(daysBetween("2020-02-28", "2020-03-01")).toBe(2);
  });

  it("overlap only where they share a day, or come within the slack", () => {
    expect(overlaps(onDay("2021-07-05"), onDay("2021-07-06"))).toBe(false);
    expect(overlaps(onDay("2021-07-05"), onDay("2021-07-06"), 1)).toBe(true);
  });

  it("keeps the shorter span, with the hours of the other when both are that day", () => {
    expect(sharpen(inYear(2021), onDay("2021-07-05")).unit).toBe("day");
    expect(sharpen(onDay("2021-07-05"), { ...onDay("2021-07-05"), clock: "19:45" }).clock).toBe("19:45");
  });
});

describe("inZone", () => {
  it.each([
    ["22:40", "Asia/Baghdad", "2021-07-06T01:40"],
    ["04:30", "Asia/Kabul", "2021-07-05T09:00"],
    ["02:00", "America/Bogota", "2021-07-04T21:00"],
  ])("%s GMT in %s", (clock, zone, expected) => {
    expect(toEdtf(inZone({ ...onDay("2021-07-05"), clock, isUtc: true }, zone))).toBe(expected);
  });

  it("leaves local time as it is", () => {
    const local = { ...onDay("2021-07-05"), clock: "22:40" };
    expect(inZone(local, "Asia/Baghdad")).toBe(local);
  });
});
