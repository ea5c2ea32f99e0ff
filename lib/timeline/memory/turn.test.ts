import { setImmediate } from "node:timers";
import { describe, expect, it } from "vitest";
import { turn } from "./turn";

describe("turn", () => {
  it("comes to everybody in order, with other work in between", async () => {
    const seen: string[] = [];
    const waiting = [1, 2, 3, 4].map(async (number) => {
      await turn();
      seen.push(`turn ${number}`);
      setImmediate(() => seen.push("other work"));
    });
    await Promise.all(waiting);
    expect(seen.filter((what) => what !== "other work")).toEqual(["turn 1", "turn 2", "turn 3", "turn 4"]);
    expect(seen.indexOf("other work")).toBeLessThan(seen.indexOf("turn 3"));
  });

  it("is refused to who has gone, and comes to the next", async () => {
    const gone = new AbortController();
    const refused = turn(gone.signal);
    const next = turn();
    gone.abort(new Error("Gone."));
    await expect(refused).rejects.toThrow("Gone.");
    await expect(next).resolves.toBeUndefined();
  });
});
