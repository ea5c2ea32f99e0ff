import { expect, it } from "vitest";
import { remembered } from "./remembered";

it("reads a text once while it is fresh, and gives the same value", () => {
  const read: string[] = [];
  const ask = remembered((text) => {
    read.push(text);
    return { text };
  });
  const first = ask("a");
  expect([ask("b").text, ask("a"), ask("a")]).toEqual(["b", first, first]);
  expect(read).toEqual(["a", "b"]);
});

it("does not keep all texts that it ever read", () => {
  let count = 0;
  const ask = remembered((text) => {
    count += 1;
    return text.length;
  });
  for (let i = 0; i < 1000; i += 1) ask(`text ${i}`);
  expect(ask("text 0")).toBe(6);
  expect(count).toBe(1001);
});

it("keeps no long texts, and not more characters than a few paragraphs have", () => {
  let count = 0;
  const ask = remembered((text) => {
    count += 1;
    return text.length;
  });
  const long = "x".repeat(5000);
  expect([ask(long), ask(`${long}`), ask("a"), ask(long)]).toEqual([5000, 5000, 1, 5000]);
  expect(count).toBe(3);
  for (let i = 0; i < 100; i += 1) ask(`${i} ${"y".repeat(4000)}`);
  ask("a");
  expect(count).toBe(104);
});
