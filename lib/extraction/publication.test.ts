import { describe, expect, it } from "vitest";
import { splitParagraphs } from "./paragraphs";
import { findPublication } from "./publication";

function read(text: string, publishedOn: string | null = null) {
  const paragraphs = splitParagraphs(text);
  return findPublication(text, paragraphs, paragraphs, { publishedOn, today: "2025-03-01" });
}

describe("findPublication", () => {
  it("takes the given date first", () => {
    expect(read("January 2, 2019\nA bomb.", "2019-05-05")).toEqual({ on: "2019-05-05", from: "given" });
  });

  it("reads a date line and a dateline", () => {
    expect(read("Bomb kills five\n\nWednesday, January 30, 2019\n\nA bomb went off.").on).toBe("2019-01-30");
    expect(read("KABUL, Afghanistan (Nov. 20, 2011) – A force detained two.")).toEqual({
      on: "2011-11-20",
      from: "text",
    });
  });

  it("infers the latest year in which weekday and date agree", () => {
    expect(read("The drone came down early on July 6, the embassy said on Tuesday.")).toEqual({
      on: "2021-07-06",
      from: "inferred",
    });
  });

  it("does not infer from two weekdays or two dates", () => {
    expect(read("On July 6 or July 7, or on Monday or Tuesday, something fell.").on).toBeNull();
  });

  it("never lies after today", () => {
    expect(read("On Sunday, March 2, a bomb went off.").on).toBe("2014-03-02");
  });

  it.each([
    ["LIMA, 28 NOV 88 (AGENCY) -- A bomb was found.", "1988-11-28", "text"],
    ["Shells hit a market\n\n07.08.2014 14:20\n\nShells fell this morning.", "2014-08-07", "text"],
    ["Updated at 10:31 GMT, Wednesday 7 July 2021\n\nRockets fell.", "2021-07-07", "text"],
    ["Seized plane lands\n\nDUBAI, December 19.\n\nIt was seized in 1973.", "1973-12-19", "inferred"],
    ["ERBIL, July 7 (Agency) - Rockets fell, the first since 2020.", "2020-07-07", "inferred"],
  ])("reads dates as they are printed: %s", (text, on, from) => {
    expect(read(text)).toEqual({ on, from });
  });

  it("has a date that is two days decided by a weekday, and says that it is inferred", () => {
    const text = (day: string) => `Published: 06/07/2021\n\nRockets fell on ${day}.`;
    expect(read(text("Tuesday, 6 July"))).toEqual({ on: "2021-07-06", from: "inferred" });
    expect(read(text("Monday"))).toEqual({ on: "2021-06-07", from: "inferred" });
  });

  it("is as late as the last day that the text tells", () => {
    expect(read("Rockets fell on Monday, July 5.\n\nA drone came down on Tuesday, July 6.").on).toBe(
      "2021-07-06",
    );
  });

  it("does not take the day of something long past for its own", () => {
    expect(read("On Monday police arrested four men over the bomb of 5 October.").on).toBeNull();
    expect(read("Bells rang for the anniversary of the bombings of 11 March 2004.").on).toBeNull();
    expect(read("PORT SUDAN, May 24 - Guns were fired at 1945 hours.").on).toBeNull();
  });
});
