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
});
