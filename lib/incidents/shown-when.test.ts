import { describe, expect, it } from "vitest";
import { parseOccurred } from "@/lib/dates/edtf";
import { shownWhen } from "./shown-when";

function dated(occurred: string, timeZone = "Asia/Baghdad") {
  const read = parseOccurred(occurred, timeZone);
  if (!read.ok) throw new Error(occurred);
  return {
    occurred,
    timeZone,
    earliest: read.earliest.toISOString(),
    latest: read.latest.toISOString(),
  };
}

describe("shownWhen", () => {
  it("tells a minute by the clocks of the zone that is asked for", () => {
    const minute = dated("2021-07-05T01:30");
    expect(shownWhen(minute, null)).toBe("5 July 2021, 1:30");
    expect(shownWhen(minute, "UTC")).toBe("4 July 2021, 22:30");
    expect(shownWhen(minute, "America/New_York")).toBe("4 July 2021, 18:30");
    expect(shownWhen(minute, "Asia/Baghdad")).toBe("5 July 2021, 1:30");
  });

  it("tells a part of a day by its bounds", () => {
    const afternoon = dated("2021-07-05T12:00/2021-07-05T18:00");
    expect(shownWhen(afternoon, null)).toBe("5 July 2021, afternoon");
    expect(shownWhen(afternoon, "UTC")).toBe("5 July 2021, 9:00–15:00");
    expect(shownWhen(dated("2021-07-05T00:00/2021-07-05T06:00"), "UTC")).toMatch(/4 July 2021.*5 July 2021/);
  });

  it("keeps the day of the place where no time of day is known", () => {
    for (const occurred of ["2021-07-05", "2021-07", "2021-06-26/2021-07-05", "2021-07-05/..", "~2020"]) {
      expect(shownWhen(dated(occurred), "UTC")).toBe(shownWhen(dated(occurred), null));
    }
  });
});
