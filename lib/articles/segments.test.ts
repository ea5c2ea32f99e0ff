import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphSpans, segments } from "./segments";

describe("segments", () => {
  it("cuts where overlapping marks begin and end", () => {
    const a = { start: 2, end: 6 };
    const b = { start: 4, end: 8 };
    expect(segments("0123456789", [a, b])).toEqual([
      { start: 0, end: 2, text: "01", marks: [] },
      { start: 2, end: 4, text: "23", marks: [a] },
      { start: 4, end: 6, text: "45", marks: [a, b] },
      { start: 6, end: 8, text: "67", marks: [b] },
      { start: 8, end: 10, text: "89", marks: [] },
    ]);
  });

  it("keeps to its window", () => {
    const mark = { start: 0, end: 5 };
    expect(segments("0123456789", [mark], { start: 3, end: 7 })).toEqual([
      { start: 3, end: 5, text: "34", marks: [mark] },
      { start: 5, end: 7, text: "56", marks: [] },
    ]);
  });

  it("joins up to the text and gives each character its marks", () => {
    const span = fc.record({ start: fc.nat(40), end: fc.nat(40) });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span, { maxLength: 6 }), (text, marks) => {
        const pieces = segments(text, marks);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        for (const piece of pieces) {
          expect(piece.end).toBeGreaterThan(piece.start);
          for (let at = piece.start; at < piece.end; at++) {
            expect(piece.marks).toEqual(marks.filter((mark) => mark.start <= at && at < mark.end));
          }
        }
      }),
    );
  });
});

describe("paragraphSpans", () => {
  it("leaves out blank lines and space at the ends", () => {
    const text = "  First.\n\n \nSecond one. \r\n";
    expect(paragraphSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "First.",
      "Second one.",
    ]);
  });
});
