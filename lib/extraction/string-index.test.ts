import fc from "fast-check";
import { expect, it } from "vitest";
import { mayHold, StringIndex } from "./string-index";

const string = fc.string({ unit: fc.constantFrom(..."ab "), minLength: 1, maxLength: 5 });

it("finds the sets that have a string in the text, and no others", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(string, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.string({ unit: fc.constantFrom(..."abB-"), maxLength: 30 }), { maxLength: 4 }),
      (sets, texts) => {
        const index = new StringIndex(sets);
        for (const text of texts) {
          const held = index.read(text);
          const signs = ` ${text.toLowerCase().replaceAll("-", " ")} `;
          expect(sets.map((_, i) => mayHold(held, i))).toEqual(
            sets.map((strings) => strings.some((one) => signs.includes(one))),
          );
        }
      },
    ),
  );
});

it("tells what a long text holds", () => {
  const index = new StringIndex([["ab"], ["b"], ["ba"]]);
  const held = index.read("b ".repeat(5000));
  expect([0, 1, 2].map((set) => mayHold(held, set))).toEqual([false, true, false]);
});

it("denies nothing in a text with letters that some patterns take for others", () => {
  const index = new StringIndex([["killed"]]);
  expect(mayHold(index.read("\u212Ailled"), 0)).toBe(true);
});
