import { expect, it } from "vitest";
import { tokenize } from "./tokens";
import { isOf, wordClass } from "./word-class";

it("asks each word once, whatever its other classes", () => {
  const asked: string[] = [];
  const isShort = wordClass(({ lower }) => lower.length < 4);
  const isVowel = wordClass(({ lower }) => {
    asked.push(lower);
    return /^[aeiou]/.test(lower);
  });
  const tokens = tokenize("An ox and an owl", { start: 0, end: 16 });
  expect(tokens.map((token) => isOf(token, isShort))).toEqual([true, true, true, true, true]);
  expect(tokens.map((token) => isOf(token, isVowel))).toEqual([true, true, true, true, true]);
  expect(asked).toEqual(["an", "ox", "and", "an", "owl"]);
});
