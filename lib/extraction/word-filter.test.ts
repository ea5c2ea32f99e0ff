import { expect, it } from "vitest";
import { slotOf, WordFilter } from "./word-filter";

it("denies no word that was added, and most others", () => {
  const filter = new WordFilter();
  const added = Array.from({ length: 2000 }, (_, i) => `word${i}`);
  for (const word of added) filter.add(word);
  expect(added.every((word) => filter.mayHold(slotOf(word)))).toBe(true);
  const others = Array.from({ length: 2000 }, (_, i) => `${i}other`);
  expect(others.filter((word) => filter.mayHold(slotOf(word))).length).toBeLessThan(300);
});
