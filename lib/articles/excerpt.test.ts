import { describe, expect, it } from "vitest";
import { excerptOf, readsWholeText } from "./excerpt";

const text = ["One.", "Two holds a quote.", "Three.", "Four.", "Five holds one as well."].join("\n\n");
const spanOf = (words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const quotes = [spanOf("a quote"), spanOf("Five holds")];

const shownTexts = (source: string, parts: ReturnType<typeof excerptOf>) =>
  parts.map((part) =>
    part.kind === "shown" ? part.spans.map(({ start, end }) => source.slice(start, end)) : part.paragraphs,
  );

describe("excerptOf", () => {
  it("shows readers the paragraphs that hold quotes and counts the others", () => {
    expect(shownTexts(text, excerptOf(text, quotes, false))).toEqual([
      1,
      ["Two holds a quote."],
      2,
      ["Five holds one as well."],
    ]);
  });

  it("shows nothing of an article without quotes", () => {
    expect(shownTexts(text, excerptOf(text, [], false))).toEqual([5]);
  });

  it("shows all of it to whom reads the whole text: who signed in, and everybody in the demo", () => {
    expect(excerptOf(text, quotes, true).filter((part) => part.kind === "shown")).toHaveLength(5);
    expect(readsWholeText({ demo: true }, false)).toBe(true);
    expect(readsWholeText({ demo: false }, true)).toBe(true);
    expect(readsWholeText({ demo: false }, false)).toBe(false);
  });

  it("cuts a long paragraph down to its quotes, at whole words", () => {
    const long = `${"before ".repeat(200)}THE QUOTE${" after".repeat(200)}`;
    const start = long.indexOf("THE QUOTE");
    const [part] = excerptOf(long, [{ start, end: start + 9 }], false);
    const shown = part?.kind === "shown" ? part.spans.map((span) => long.slice(span.start, span.end)) : [];
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/^before .*before THE QUOTE after .*after$/);
    expect(shown[0]?.length).toBeLessThan(420);
  });

  it("joins quotes that stand close together", () => {
    const long = `${"a ".repeat(500)}Q1 ${"b ".repeat(20)}Q2 ${"c ".repeat(500)}`;
    const at = (words: string) => ({ start: long.indexOf(words), end: long.indexOf(words) + 2 });
    const [part] = excerptOf(long, [at("Q2"), at("Q1")], false);
    expect(part?.kind === "shown" && part.spans).toHaveLength(1);
  });
});
