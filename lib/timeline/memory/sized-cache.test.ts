import { expect, it } from "vitest";
import { SizedCache } from "./sized-cache";

it("keeps what was used last and never more than it may", () => {
  const cache = new SizedCache<number[]>(10, (value) => value.length);
  cache.keep("a", [1, 2, 3, 4]);
  cache.keep("b", [1, 2, 3, 4]);
  expect(cache.find("a")).toHaveLength(4);
  cache.keep("c", [1, 2, 3]);
  expect(cache.find("b")).toBeUndefined();
  expect(cache.find("a")).toHaveLength(4);
  expect(cache.isFullFor(3)).toBe(false);
  expect(cache.isFullFor(4)).toBe(true);
  expect(cache.keep("d", new Array<number>(11).fill(0))).toHaveLength(11);
  expect(cache.find("d")).toBeUndefined();
});

it("makes a value only when it has none", () => {
  const cache = new SizedCache<number>(10, () => 1);
  expect(cache.get("a", () => 1)).toBe(1);
  expect(cache.get("a", () => 2)).toBe(1);
  cache.clear();
  expect(cache.get("a", () => 3)).toBe(3);
});
