import { describe, expect, it } from "vitest";
import { parseOccurred } from "@/lib/dates/edtf";
import { readTypedDate } from "@/lib/dates/typed";
import { boundsWords, whenWords } from "./when-words";

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

function typed(text: string, timeZone = "Asia/Baghdad") {
  const read = readTypedDate(text, { timeZone, referenceDay: "2021-07-06" });
  if (!read.ok) throw new Error(read.message);
  const dated = {
    occurred: read.edtf,
    earliest: read.earliest.toISOString(),
    latest: read.latest.toISOString(),
    timeZone,
  };
  return boundsWords(dated);
}

describe("boundsWords", () => {
  it.each([
    ["5 July 2021 afternoon", "5 July 2021, 12:00–18:00", "5 July 2021, 9:00–15:00 UTC"],
    [
      "early June 2021",
      "1 June 2021, 0:00 – 11 June 2021, 0:00",
      "31 May 2021, 21:00 – 10 June 2021, 21:00 UTC",
    ],
    [
      "2021-06-26/2021-07-05",
      "26 June 2021, 0:00 – 6 July 2021, 0:00",
      "25 June 2021, 21:00 – 5 July 2021, 21:00 UTC",
    ],
    [
      "last Tuesday",
      "29 June 2021, 0:00 – 30 June 2021, 0:00",
      "28 June 2021, 21:00 – 29 June 2021, 21:00 UTC",
    ],
    ["14:30 on 5 July 2021", "5 July 2021, 14:30", "5 July 2021, 11:30 UTC"],
    ["since May 2021", "from 1 May 2021, 0:00", "from 30 April 2021, 21:00 UTC"],
    ["before 5 July 2021", "until 6 July 2021, 0:00", "until 5 July 2021, 21:00 UTC"],
  ])("says the bounds of %s", (text, local, utc) => {
    expect(typed(text)).toMatchObject({ local, utc });
  });

  it("reaches as far as an approximate date does", () => {
    expect(typed("~2020", "UTC").local).toMatch(/^\d+ \w+ 2019, .* – \d+ \w+ 2021, /);
  });
});
