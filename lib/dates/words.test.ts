import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryEdtf, arbitraryZone } from "@/lib/dates/edtf-arbitrary";
import { describeOccurred, describeZone, formatInstant } from "@/lib/dates/words";

describe("describeOccurred", () => {
  it.each([
    ["2021-07-05T12:00/2021-07-05T18:00", "afternoon of Monday 5 July 2021", "5 Jul 2021, afternoon"],
    [
      "2021-07-06T00:00/2021-07-06T06:00",
      "early morning of Tuesday 6 July 2021",
      "6 Jul 2021, early morning",
    ],
    ["2021-07-05T18:00/2021-07-06T00:00", "evening of Monday 5 July 2021", "5 Jul 2021, evening"],
    ["2021-07-05T18:00/2021-07-05T24:00", "evening of Monday 5 July 2021", "5 Jul 2021, evening"],
    ["2021-07-05T18:00/2021-07-06T06:00", "night of 5 to 6 July 2021", "5 to 6 Jul 2021, night"],
    [
      "2021-07-05T14:00/2021-07-05T16:30",
      "between 14:00 and 16:30 on Monday 5 July 2021",
      "5 Jul 2021, 14:00–16:30",
    ],
    ["2019-09-14T04:00", "4:00 on Saturday 14 September 2019", "14 Sep 2019, 4:00"],
    ["2021-07-05T16:00Z", "19:00 on Monday 5 July 2021", "5 Jul 2021, 19:00"],
    ["2021-07-06", "Tuesday 6 July 2021", "6 Jul 2021"],
    ["2021-05", "May 2021", "May 2021"],
    ["2020", "2020", "2020"],
    ["2020~", "about 2020", "about 2020"],
    ["2021-07-05?", "possibly 5 July 2021", "5 Jul 2021?"],
    ["2021-07-05%", "possibly about 5 July 2021", "about 5 Jul 2021?"],
    ["2021-06-26/2021-07-05", "between 26 June and 5 July 2021", "26 Jun – 5 Jul 2021"],
    ["2020-12-28/2021-01-03", "between 28 December 2020 and 3 January 2021", "28 Dec 2020 – 3 Jan 2021"],
    ["2021-07-05/2021-07-08", "between 5 and 8 July 2021", "5–8 Jul 2021"],
    ["2021-05/2021-07", "between May and July 2021", "May–Jul 2021"],
    ["2019/2021", "between 2019 and 2021", "2019–2021"],
    ["2021-07/..", "July 2021 or later", "Jul 2021 or later"],
    ["../2021-07-05", "5 July 2021 or earlier", "5 Jul 2021 or earlier"],
    ["2021-07-XX", "some day in July 2021", "Jul 2021"],
    ["2021-1X", "between October and December 2021", "Oct–Dec 2021"],
    ["202X", "2020s", "2020s"],
    ["2021-21", "spring 2021", "spring 2021"],
    ["2021-34", "second quarter of 2021", "second quarter of 2021"],
    ["[2021-07-05,2021-07-06]", "5 July 2021 or 6 July 2021", "5 Jul 2021 or 6 Jul 2021"],
    ["-0044-03-15", "15 March 45 BC", "15 Mar 45 BC"],
    ["not a date", "not a date", "not a date"],
  ])("%s", (edtf, long, axis) => {
    expect(describeOccurred(edtf, "Asia/Baghdad")).toBe(long);
    expect(describeOccurred(edtf, "Asia/Baghdad", { style: "axis" })).toBe(axis);
  });

  it("finds words for every date", () => {
    fc.assert(
      fc.property(
        arbitraryEdtf,
        arbitraryZone,
        fc.constantFrom("long", "short", "axis"),
        (edtf, zone, style) => {
          expect(describeOccurred(edtf, zone, { style })).not.toMatch(/undefined|NaN|^$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

it("names zones as readers know them", () => {
  expect(describeZone("Asia/Baghdad")).toBe("Baghdad time");
  expect(describeZone("America/Argentina/Buenos_Aires")).toBe("Buenos Aires time");
  expect(describeZone("Etc/UTC")).toBe("UTC");
  expect(describeZone("Etc/GMT-3")).toBe("UTC+3");
});

it("writes an instant in its zone and in UTC", () => {
  const instant = new Date("2021-07-05T13:00:00Z");
  expect(formatInstant(instant, "Asia/Baghdad")).toBe("5 July 2021, 16:00 (Baghdad time)");
  expect(formatInstant(instant, "UTC")).toBe("5 July 2021, 13:00 UTC");
  expect(formatInstant(new Date(Number.NaN), "UTC")).toBe("unknown time");
});
