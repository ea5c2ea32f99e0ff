import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openEarliest, openLatest, parseOccurred } from "@/lib/dates/edtf";
import { arbitraryEdtf, arbitraryZone } from "@/lib/dates/edtf-arbitrary";
import { partOfDayEdtf, partsOfDay } from "@/lib/dates/parts-of-day";
import { addDays } from "@/lib/dates/zones";

const baghdad = "Asia/Baghdad";

function read(text: string, timeZone = baghdad) {
  const result = parseOccurred(text, timeZone);
  if (!result.ok) throw new Error(`${text}: ${result.message}`);
  return {
    ...result,
    bounds: `${result.earliest.toISOString()} ${result.latest.toISOString()}`,
  };
}

function problem(text: string): string {
  const result = parseOccurred(text, baghdad);
  return result.ok ? "" : result.message;
}

describe("bounds of a date in a zone", () => {
  it.each([
    ["2021-07-06", "2021-07-05T21:00:00.000Z 2021-07-06T20:59:59.999Z", "day"],
    ["2021-07-05T16:00", "2021-07-05T13:00:00.000Z 2021-07-05T13:00:59.999Z", "minute"],
    ["2021-07-05T16:00:30", "2021-07-05T13:00:30.000Z 2021-07-05T13:00:30.999Z", "minute"],
    ["2021-07-05T16:00Z", "2021-07-05T16:00:00.000Z 2021-07-05T16:00:59.999Z", "minute"],
    ["2021-07-05T16:00+04:30", "2021-07-05T11:30:00.000Z 2021-07-05T11:30:59.999Z", "minute"],
    ["2021-05", "2021-04-30T21:00:00.000Z 2021-05-31T20:59:59.999Z", "month"],
    ["2020", "2019-12-31T21:00:00.000Z 2020-12-31T20:59:59.999Z", "year"],
    ["2021-06-26/2021-07-05", "2021-06-25T21:00:00.000Z 2021-07-05T20:59:59.999Z", "month"],
    ["2021-06-29/2021-07-05", "2021-06-28T21:00:00.000Z 2021-07-05T20:59:59.999Z", "week"],
    ["2021-07-05/2021-07-06", "2021-07-04T21:00:00.000Z 2021-07-06T20:59:59.999Z", "days"],
    ["2021-07-05T12:00/2021-07-05T18:00", "2021-07-05T09:00:00.000Z 2021-07-05T14:59:59.999Z", "part-of-day"],
    ["2021-07-05T18:00/2021-07-05T24:00", "2021-07-05T15:00:00.000Z 2021-07-05T20:59:59.999Z", "part-of-day"],
    ["2021-07-05T16:00/2021-07-05T16:00", "2021-07-05T13:00:00.000Z 2021-07-05T13:00:59.999Z", "minute"],
    ["2021-21", "2021-02-28T21:00:00.000Z 2021-05-31T20:59:59.999Z", "year"],
    ["2021-24", "2021-11-30T21:00:00.000Z 2022-02-28T20:59:59.999Z", "year"],
    ["2021-07-XX", "2021-06-30T21:00:00.000Z 2021-07-31T20:59:59.999Z", "month"],
    ["2021-07-1X", "2021-07-09T21:00:00.000Z 2021-07-19T20:59:59.999Z", "month"],
    ["2021-XX", "2020-12-31T21:00:00.000Z 2021-12-31T20:59:59.999Z", "year"],
    ["202X", "2019-12-31T21:00:00.000Z 2029-12-31T20:59:59.999Z", "longer"],
    ["[2021-07-05,2021-07-06]", "2021-07-04T21:00:00.000Z 2021-07-06T20:59:59.999Z", "days"],
    ["{2021-07..2021-09}", "2021-06-30T21:00:00.000Z 2021-09-30T20:59:59.999Z", "year"],
    ["Y12000", "+011999-12-31T21:00:00.000Z +012000-12-31T20:59:59.999Z", "year"],
  ])("%s", (text, bounds, precision) => {
    expect(read(text).bounds).toBe(bounds);
    expect(read(text).precision).toBe(precision);
  });

  it("widens for approximate dates and not for uncertain ones", () => {
    expect(read("2021-07-06~").bounds).toBe("2021-07-04T21:00:00.000Z 2021-07-07T20:59:59.999Z");
    expect(read("2021-07~").bounds).toBe("2021-06-23T21:00:00.000Z 2021-08-07T20:59:59.999Z");
    expect(read("2020~").bounds).toBe("2019-10-02T21:00:00.000Z 2021-03-31T20:59:59.999Z");
    expect(read("2021-07~-06").bounds).toBe("2021-06-28T21:00:00.000Z 2021-07-13T20:59:59.999Z");
    expect(read("2021-07-06?").bounds).toBe(read("2021-07-06").bounds);
    expect(read("2021-07-06%").bounds).toBe(read("2021-07-06~").bounds);
    expect(read("2021-07-06%")).toMatchObject({ approximate: true, uncertain: true, precision: "day" });
  });

  it("stands far bounds for open and unknown ends", () => {
    expect(read("2021-07/..")).toMatchObject({ openStart: false, openEnd: true, latest: openLatest });
    expect(read("2021-07/")).toMatchObject({ openEnd: true, latest: openLatest, edtf: "2021-07/" });
    expect(read("../2021")).toMatchObject({ openStart: true, earliest: openEarliest, precision: "longer" });
    expect(read("[..2021]")).toMatchObject({ openStart: true, openEnd: false });
    const last = read("9999-12-31T23:00/..", "Etc/GMT+12");
    expect(last.latest.getTime()).toBeGreaterThan(last.earliest.getTime());
    expect(read("../-0043").bounds).toMatch(/^-004712-01-01T00:00:00.000Z -000043-12-31T/);
  });

  it("follows the changes of the clocks", () => {
    const day = 86_400_000;
    const length = (text: string, zone: string) => {
      const { earliest, latest } = read(text, zone);
      return latest.getTime() + 1 - earliest.getTime();
    };
    expect(length("2021-03-28", "Europe/London")).toBe(day - 3_600_000);
    expect(length("2021-10-31", "Europe/London")).toBe(day + 3_600_000);
    expect(read("2021-10-31", "Europe/London").precision).toBe("day");
    // Beirut's clocks jump at midnight: 28 March 2021 begins at 01:00.
    expect(read("2021-03-28", "Asia/Beirut").earliest.toISOString()).toBe("2021-03-27T22:00:00.000Z");
    // An hour that happens twice is both of them.
    expect(length("2021-10-31T01:30", "Europe/London")).toBe(3_600_000 + 60_000);
  });

  it("reads years before 1 as astronomers count", () => {
    expect(read("-0044-03-15", "UTC").earliest.toISOString()).toBe("-000044-03-15T00:00:00.000Z");
    expect(read("0000", "UTC").bounds).toBe("0000-01-01T00:00:00.000Z 0000-12-31T23:59:59.999Z");
    expect(read("-01XX", "UTC").bounds).toBe("-000199-01-01T00:00:00.000Z -000100-12-31T23:59:59.999Z");
  });
});

describe("normalised text", () => {
  it.each([
    ["~2020", "2020~"],
    [" 2021-07-06 ~", "2021-07-06~"],
    ["2021‑07–06", "2021-07-06"],
    ["2021-07-05t16:00:00", "2021-07-05T16:00"],
    ["2021-07-05T16:00+00:00", "2021-07-05T16:00Z"],
    ["2021-07-xx", "2021-07-XX"],
    ["2021-06-26 / 2021-07-05", "2021-06-26/2021-07-05"],
    ["Y1E4", "Y10000"],
    ["?2021-07", "2021?-07"],
  ])("%s is %s", (text, normalised) => expect(read(text).edtf).toBe(normalised));
});

describe("what is refused", () => {
  it.each([
    ["", "Give a date."],
    ["soon", "not a date in EDTF"],
    ["2021-13", "not a date in EDTF"],
    ["2021-02-29", "has only 28 days"],
    ["2021-07-06/2021-07-01", "ends before it begins"],
    ["2021-07-06/2021-07-05", "ends before it begins"],
    ["2021-08/2021-07", "ends before it begins"],
    ["../..", "a date at one end"],
    ["20", "20XX"],
    ["199", "199X"],
    ["Y300000", "can be stored"],
    ["-5000", "can be stored"],
    [`[${"2021,".repeat(60)}2021]`, "200 characters"],
  ])("%s", (text, part) => expect(problem(text)).toContain(part));

  it("a zone that does not exist", () => {
    expect(parseOccurred("2021", "Asia/Atlantis")).toEqual({
      ok: false,
      message: "Asia/Atlantis is not a time zone of the IANA list.",
    });
  });
});

describe("for any date", () => {
  it("earliest is never after latest, and the normalised text means the same", () => {
    fc.assert(
      fc.property(arbitraryEdtf, arbitraryZone, (text, zone) => {
        const result = parseOccurred(text, zone);
        if (!result.ok) return;
        expect(result.earliest.getTime()).toBeLessThanOrEqual(result.latest.getTime());
        const again = parseOccurred(result.edtf, zone);
        expect(again).toEqual(result);
      }),
      { numRuns: 500 },
    );
  });

  it("no text at all makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
        expect(typeof parseOccurred(text, baghdad).ok).toBe("boolean");
      }),
    );
  });

  it("the parts of a day make up the day without a gap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (days) => {
        const day = addDays("1970-01-01", days);
        const parts = partsOfDay.map(({ name }) => read(partOfDayEdtf(day, name)));
        expect(parts[0]?.earliest).toEqual(read(day).earliest);
        expect(parts.at(-1)?.latest).toEqual(read(day).latest);
      }),
      { numRuns: 100 },
    );
  });
});
