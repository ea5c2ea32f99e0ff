import { describe, expect, it } from "vitest";
import { paragraphSpans } from "@/lib/articles/segments";
import { nextSentence, sentenceSpans } from "./text-selection";

const text = "Rockets hit a base. Nobody was hurt.\n\n  A spokesman said so. ";
const sentences = sentenceSpans(text, paragraphSpans(text));
const words = sentences.map(({ start, end }) => text.slice(start, end));

describe("sentenceSpans", () => {
  it("cuts paragraphs into sentences without the space around them", () => {
    expect(words).toEqual(["Rockets hit a base.", "Nobody was hurt.", "A spokesman said so."]);
  });
});

describe("nextSentence", () => {
  const [first, second, third] = sentences;
  const select = (...args: Parameters<typeof nextSentence>) => nextSentence(...args);

  it("begins at either end and stops there", () => {
    expect(select(sentences, null, 1, false)).toEqual(first);
    expect(select(sentences, null, -1, false)).toEqual(third);
    expect(third && select(sentences, third, 1, false)).toBeNull();
    expect(first && select(sentences, first, -1, false)).toBeNull();
  });

  it("goes from sentence to sentence, also from the middle of one", () => {
    expect(first && select(sentences, first, 1, false)).toEqual(second);
    expect(third && select(sentences, third, -1, false)).toEqual(second);
    expect(select(sentences, { start: 3, end: 5 }, 1, false)).toEqual(first);
  });

  it("extends and takes back", () => {
    const both = first && select(sentences, first, 1, true);
    expect(both).toEqual({ start: first?.start, end: second?.end });
    expect(both && select(sentences, both, -1, true)).toEqual(first);
  });
});
