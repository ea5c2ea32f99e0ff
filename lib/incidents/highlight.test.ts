import { describe, expect, it } from "vitest";
import { markedParts, markedTerms, quoted } from "./highlight";

const marked = (text: string, q: string, meant: string[] = []) =>
  markedParts(text, markedTerms(q, meant))
    .map(({ text: part, isMarked }) => (isMarked ? `[${part}]` : part))
    .join("");

describe("what is marked", () => {
  it.each([
    ["words in any inflection", "Rockets strike a convoy", "rocket striking", "[Rockets] [strike] a convoy"],
    ["diacritics or not", "Qā’im and Şırnak", "sirnak", "Qā’im and [Şırnak]"],
    ["the words of a phrase", "The green zone", '"green zone"', "The [green] [zone]"],
    ["nothing that is excluded", "Mortar and rocket", 'rocket -mortar -"and so"', "Mortar and [rocket]"],
    ["no little words", "Of the town", "of town", "Of the [town]"],
    ["markup as text", "<b>Bold</b> town", "bold", "<b>[Bold]</b> town"],
  ])("%s", (_what, text, q, expected) => {
    expect(marked(text, q)).toBe(expected);
  });

  it("has what unknown words were taken for", () => {
    expect(marked("Explosion in Baghdad", "Bagdhad", ["baghdad"])).toBe("Explosion in [Baghdad]");
  });

  it("gives a text whole without a search", () => {
    expect(markedParts("A text", markedTerms(""))).toEqual([{ text: "A text", isMarked: false }]);
  });
});

describe("quoted", () => {
  it("puts the given words in quotation marks, once", () => {
    expect(quoted("Bagdhad rocket", ["bagdhad"])).toBe('"Bagdhad" rocket');
    expect(quoted('"Bagdhad zone" bagdhad', ["bagdhad"])).toBe('"Bagdhad zone" "bagdhad"');
  });
});
