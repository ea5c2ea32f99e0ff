import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as casualtyWords from "./casualty-words";
import { allMatches, allSought, firstIn, holds, holdsIn, seek } from "./matches";
import { TIME_PATTERNS } from "./time-patterns";

describe("allMatches", () => {
  it.each([
    ["killed 3 and wounded 12", /\d+/g],
    ["no number here", /\d+/g],
    ["a1b", /\d*/g],
    ["💥1💥", /\d*/gu],
    ["💥1💥", /\d*/g],
  ])("finds in %j what matchAll finds", (text, pattern) => {
    const expected = [...text.matchAll(pattern)].map((match) => [match.index, match[0]]);
    expect(allMatches(text, pattern).map((match) => [match.index, match[0]])).toEqual(expected);
  });

  it("starts at the beginning each time", () => {
    const pattern = /\d/g;
    pattern.lastIndex = 3;
    expect(allMatches("1 2 3", pattern)).toHaveLength(3);
    expect(allMatches("1 2 3", pattern)).toHaveLength(3);
  });
});

const REPORTS = "bench/extraction/reports";
const words = readdirSync(REPORTS)
  .filter((name) => name.endsWith(".txt"))
  .flatMap((name) => readFileSync(`${REPORTS}/${name}`, "utf8").split(/(?<=\s)/));
/** Stretches of the reports, cut anywhere and put together in any order. */
const patchwork = fc
  .array(
    fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 12 }), fc.nat(3)).map(([from, count, cut]) =>
      words
        .slice(from, from + count)
        .join("")
        .slice(cut),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(""));

describe("patterns that are sought", () => {
  const times = TIME_PATTERNS.map(({ pattern }) => seek(pattern));
  const inPieces = Object.values(casualtyWords).filter(
    (value) => typeof value === "object" && "pattern" in value,
  );

  it("have the matches that they have without the question before", () => {
    fc.assert(
      fc.property(patchwork, (text) => {
        for (const wanted of times)
          expect(allSought(text, wanted).map((match) => [match.index, match[0]])).toEqual(
            allMatches(text, wanted.pattern).map((match) => [match.index, match[0]]),
          );
      }),
      { numRuns: 300 },
    );
  });

  it("have them in pieces of a text too, wherever it is cut", () => {
    fc.assert(
      fc.property(patchwork, fc.nat(60), fc.nat(60), (text, from, end) => {
        const piece = text.slice(from, text.length - end);
        for (const wanted of inPieces) {
          expect(holdsIn(text, piece, wanted)).toBe(wanted.pattern.test(piece));
          expect(firstIn(text, piece, wanted)?.index).toBe(wanted.pattern.exec(piece)?.index);
        }
      }),
      { numRuns: 500 },
    );
    expect(inPieces.length).toBeGreaterThan(8);
  });

  it("are found after others were, in the same text and in another", () => {
    const [one, other] = [seek(/\bsiege\b/), seek(/\btruce\b/i)];
    expect(holds("the siege went on", one)).toBe(true);
    expect(holds("the siege went on", other)).toBe(false);
    expect(holds("The Truce held", other)).toBe(true);
    expect(holds("The Truce held", one)).toBe(false);
  });
});
