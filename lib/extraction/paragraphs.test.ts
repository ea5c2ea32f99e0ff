import { describe, expect, it } from "vitest";
import { splitParagraphs } from "./paragraphs";
import { plainText } from "./text";

const read = (text: string) => splitParagraphs(plainText(text));

describe("splitParagraphs", () => {
  it("recognises paragraphs that are repeated, whatever their marks and case", () => {
    const paragraphs = read(
      "Rockets hit a base\nThree rockets fell.\nNobody was hurt.\nThree rockets fell\nNobody was hurt.",
    );
    expect(paragraphs.map((paragraph) => paragraph.repeats)).toEqual([null, null, null, 1, 2]);
  });

  it("tells headline, date line, byline and boilerplate from the report", () => {
    const paragraphs = read(
      "Bomb kills five in market\n\nThursday, January 24, 2019\n\nBy Jane Doe\n\nA bomb killed five people.\n\nShare this",
    );
    expect(paragraphs.map((paragraph) => paragraph.kind)).toEqual([
      "headline",
      "date",
      "byline",
      "body",
      "boilerplate",
    ]);
  });

  it.each([
    ["ERBIL, Kurdistan Region — The base was hit.", "The base"],
    ["BAGHDAD (Agency) - A bomb went off.", "A bomb"],
    ["KABUL, Afghanistan (Nov. 20, 2011) – A force detained two men.", "A force"],
    ["SPAIN: A bomb went off in a town.", "A bomb"],
    ["Beirut/Jerusalem: Ten people were killed.", "Ten"],
    ["GAZA CITY, May 3 (Agency) -- Rockets were fired.", "Rockets"],
  ])("finds where the report starts in %s", (text, start) => {
    const [paragraph] = read(text);
    expect(text.slice(paragraph?.bodyStart).startsWith(start)).toBe(true);
    expect(paragraph?.dateline).not.toBeNull();
  });

  it("does not take a clause with a dash for a dateline", () => {
    const [paragraph] = read("The attackers - three men in all - fled the scene on foot.");
    expect(paragraph?.dateline).toBeNull();
  });

  it("does not take a label in capitals for a dateline", () => {
    const [paragraph] = read("UPDATE: Ten people were killed in the raid.");
    expect(paragraph?.dateline).toBeNull();
  });

  it("joins lines that are wrapped at a fixed width", () => {
    const wrapped = Array.from(
      { length: 4 },
      (_, i) =>
        `Paragraph ${i} of a story whose lines are all wrapped by hand at\nabout seventy characters, as old wire copy and mail used to be\nand then goes on to its end.`,
    ).join("\n\n");
    expect(read(wrapped)).toHaveLength(4);
  });
});
