import { describe, expect, it } from "vitest";
import { noProposalsWords } from "./language-words";

describe("noProposalsWords", () => {
  it.each([
    ["ar", "Arabic"],
    ["fa", "Persian"],
    ["ku", "Kurdish"],
    ["he", "Hebrew"],
    ["tr", "Turkish"],
    ["ru", "Russian"],
    ["uk", "Ukrainian"],
    ["fr", "French"],
    ["fr-CA", "French"],
    ["es_MX", "Spanish"],
  ])("names %s", (language, name) => {
    expect(noProposalsWords(language)).toBe(
      `Sightline proposes incidents for English texts only; mark this ${name} one by hand.`,
    );
  });

  it("says nothing about English and unknown languages", () => {
    for (const language of [null, "en", "EN", "en-US", "en_GB"])
      expect(noProposalsWords(language)).toBeNull();
  });

  it("does without a name where there is none", () => {
    for (const language of ["enm-x", "qqq", "not a tag", ""]) {
      expect(noProposalsWords(language)).toMatch(/mark this (?:one|Middle English one) by hand/);
    }
  });
});
