import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorQuote, buildQuote } from "@/lib/claims/quote-selector";

const text =
  "Three rockets hit the base. No casualties were reported.\nOn Tuesday the embassy said it again: three rockets, no casualties.";

describe("buildQuote", () => {
  it("keeps 32 characters of context on either side", () => {
    const start = text.indexOf("On Tuesday");
    const quote = buildQuote(text, start, start + 10);
    expect(quote).toEqual({
      exact: "On Tuesday",
      prefix: "ase. No casualties were reported.\n".slice(-32),
      suffix: " the embassy said it again: thre",
      start,
      end: start + 10,
    });
  });

  it("does not cut a character of two code units", () => {
    const emoji = "😀".repeat(40);
    const quote = buildQuote(`x${emoji}word${emoji}`, 81, 85);
    expect(quote.exact).toBe("word");
    expect(quote.prefix.isWellFormed()).toBe(true);
    expect(quote.suffix.isWellFormed()).toBe(true);
  });

  it.each([
    [-1, 3],
    [3, 3],
    [5, 2],
    [0, 10_000],
    [0.5, 2],
  ])("refuses the span %s to %s", (start, end) => {
    expect(() => buildQuote(text, start, end)).toThrow(RangeError);
  });
});

describe("anchorQuote", () => {
  const start = text.indexOf("No casualties");
  const quote = buildQuote(text, start, start + 13);

  it("finds it at its position", () => expect(anchorQuote(text, quote)).toEqual({ start, end: start + 13 }));

  it("finds it by its context after the text has moved", () => {
    expect(anchorQuote(`Update. ${text}`, quote)).toEqual({ start: start + 8, end: start + 21 });
  });

  it("finds it by its words when they stand once, and gives up when they do not", () => {
    const changed = { ...quote, start: 3, prefix: "something else" };
    expect(anchorQuote(text, changed)?.start).toBe(start);
    expect(anchorQuote(`${text} No casualties at all.`, changed)).toBeNull();
    expect(anchorQuote("Nothing of it.", quote)).toBeNull();
    expect(anchorQuote(text, { ...quote, exact: "" })).toBeNull();
  });

  it("finds every span of every text again", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
        fc.nat(),
        fc.nat(),
        fc.string(),
        (body, a, b, before) => {
          const from = a % body.length;
          const to = from + 1 + (b % (body.length - from));
          const built = buildQuote(body, from, to);
          expect(anchorQuote(body, built)).toEqual({ start: from, end: to });
          const moved = anchorQuote(before + body, built);
          if (moved) expect((before + body).slice(moved.start, moved.end)).toBe(built.exact);
        },
      ),
    );
  });
});
