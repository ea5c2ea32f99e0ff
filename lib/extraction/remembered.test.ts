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
