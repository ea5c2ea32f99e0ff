import { describe, expect, it } from "vitest";
import { splitParagraphs } from "./paragraphs";
import { analyse, mentionsOf, sentencesOf } from "./reading";
import { sampleKnowledge } from "./sample-knowledge";

/** Town and day of each event mention of a text. */
function read(text: string): string[] {
  const paragraphs = splitParagraphs(text);
  const { sentences } = analyse(
    text,
    sentencesOf(text, paragraphs),
    paragraphs,
    "2015-03-12",
    sampleKnowledge,
  );
  return [...mentionsOf(text, sentences).values()]
    .flat()
    .map((mention) => `${mention.place?.place.name ?? "-"} ${mention.time?.when.from ?? "-"}`);
}

describe("splitClauses", () => {
  it.each([
    [
      "A bomb killed two people in Maiduguri on Monday and gunmen shot a judge in Lagos on Tuesday.",
      ["Maiduguri 2015-03-09", "Lagos 2015-03-10"],
    ],
    [
      "Gunmen attacked a church in Maiduguri on Monday, and a bomb exploded in Lagos.",
      ["Maiduguri 2015-03-09", "Lagos 2015-03-09"],
    ],
    [
      "The group overran Maiduguri in June 2014 and lost it in January 2015.",
      ["Maiduguri 2014-06-01", "- 2015-01-01"],
    ],
    [
      "Bombs killed 12 people in Maiduguri and five in Lagos on Monday.",
      ["Maiduguri 2015-03-09", "Lagos 2015-03-09"],
    ],
    [
      "Two engineers kidnapped in Maiduguri on 2 February were freed on Tuesday.",
      ["Maiduguri 2015-02-02", "Maiduguri 2015-03-10"],
    ],
    ["Gunmen attacked a church in Maiduguri and killed two people.", ["Maiduguri -"]],
    ["Protests were held in Maiduguri and Lagos on Monday.", ["Maiduguri 2015-03-09"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
