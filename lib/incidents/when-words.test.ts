import { describe, expect, it } from "vitest";
import { parseOccurred } from "@/lib/dates/edtf";
import { whenWords } from "./when-words";

const wordsOf = (occurred: string, timeZone = "Asia/Baghdad") => {
  const read = parseOccurred(occurred, timeZone);
  if (!read.ok) throw new Error(read.message);
  return whenWords({
    occurred,
    timeZone,
    earliest: read.earliest.toISOString(),
    latest: read.latest.toISOString(),
  });
};

describe("whenWords", () => {
  it("gives local and universal time of a part of a day", () => {
    expect(wordsOf("2021-07-05T12:00/2021-07-05T18:00")).toEqual({
      local: "afternoon of Monday 5 July 2021",
      zone: "Baghdad time",
      utc: "5 July 2021, 9:00–15:00 UTC",
      precision: "known to the part of the day",
    });
  });

  it("gives one instant for a minute", () => {
    expect(wordsOf("2021-07-05T16:04").utc).toBe("5 July 2021, 13:04 UTC");
  });

  it("gives both days where a local day crosses a universal one", () => {
    expect(wordsOf("2021-07-05").utc).toBe("4 July 2021, 21:00 – 5 July 2021, 21:00 UTC");
  });

  it("leaves the zone out of a month", () => {
    expect(wordsOf("2021-05~")).toEqual({
      local: "about May 2021",
      zone: null,
      utc: null,
      precision: "known to the month, approximate",
    });
  });

  it("does not repeat UTC", () => {
    expect(wordsOf("2021-07-05", "UTC")).toMatchObject({ zone: "UTC", utc: null });
  });
});
