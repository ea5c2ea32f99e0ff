import { describe, expect, it } from "vitest";
import { describeCredibility, describeReliability, participationWords } from "./words";

describe("participationWords", () => {
  it("says who blames", () => {
    expect(
      participationWords({
        role: "perpetrator",
        attribution: "alleged",
        attributedBy: "the coalition spokesperson",
      }),
    ).toEqual({ before: "blamed on", after: ", by the coalition spokesperson" });
  });

  it("names a source for what is not blame", () => {
    expect(
      participationWords({ role: "target", attribution: "claimed", attributedBy: "Sabereen News" }),
    ).toEqual({
      before: "said to be directed at",
      after: ", according to Sabereen News",
    });
  });

  it("stands alone when nobody is named", () => {
    expect(participationWords({ role: "claimant", attribution: "confirmed", attributedBy: null })).toEqual({
      before: "claimed by",
      after: "",
    });
  });
});

describe("Admiralty grades", () => {
  it("carry their words", () => {
    expect(describeReliability("B")).toBe("B, usually reliable");
    expect(describeCredibility(6)).toBe("6, truth cannot be judged");
  });

  it("are left out when not given or not of the code", () => {
    expect(describeReliability(null)).toBeNull();
    expect(describeReliability("Z")).toBeNull();
    expect(describeCredibility(9)).toBeNull();
  });
});
