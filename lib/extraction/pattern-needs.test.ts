import { describe, expect, it } from "vitest";
import { firstWordsOf, needsOf, signsOf } from "./pattern-needs";

describe("needsOf", () => {
  it.each([
    ["alternatives", /(?:killed|wounded) by/, [["killed", "wounde"]]],
    ["the ends of words", /\b(?:he|she)\b/, [[" he ", " she "]]],
    ["what stands in front or behind", /(?<=\band )himself(?= died)/, [["himsel"], [" died"]]],
    ["optional letters", /tanks? on/, [["tank o", "tanks "]]],
    ["small classes and any digit", /[Oo]n \d\d [MJ]ay/, [["00 may", "00 jay"]]],
    ["what is repeated at least once", /(?:bomb)+ \w+ mosque/, [["mosque"], ["bomb"]]],
    ["nothing of what may be missing", /(?:bombs )?\w+/, []],
    ["nothing of what must not stand there", /(?!killed)\w+(?<!dead)/, []],
    ["nothing where one alternative asks for nothing", /killed|\w+/, []],
  ])("reads %s", (_, pattern, needs) => {
    expect(needsOf(pattern)).toEqual(needs);
  });

  it("takes the ends of a piece for no end of a word", () => {
    expect(needsOf(/\bkilled\b/, true)).toEqual([["killed"]]);
  });
});

it("tells with which words a match begins", () => {
  expect(firstWordsOf(/^(?:in (?:an )?revenge|retaliat\w+)/)).toEqual(["in ", "retaliat"]);
  expect(firstWordsOf(/^(?:in revenge|within days of)/)).toEqual(["in ", "within "]);
  expect(firstWordsOf(/^\w+ after/)).toBeNull();
  expect(signsOf("U.S.-2nd")).toBe("u s  0nd ");
});
