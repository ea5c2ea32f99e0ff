import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { takeTurn } from "./turn.mjs";

it("lets one in at a time, in one folder", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(30);
    inside -= 1;
    return inside;
  };
  const folder = `/folder/${process.pid}`;
  await Promise.all([takeTurn(folder, work), takeTurn(folder, work), takeTurn(folder, work)]);
  expect(most).toBe(1);
});

it("gives the turn back after a failure", async () => {
  const folder = `/failing/${process.pid}`;
  const failure = takeTurn(folder, () => Promise.reject(new Error("no")));
  await expect(failure).rejects.toThrow("no");
  await expect(takeTurn(folder, async () => "in")).resolves.toBe("in");
});
