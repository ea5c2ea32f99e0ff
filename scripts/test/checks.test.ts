import { describe, expect, it } from "vitest";
import { tally } from "./checks";

describe("tally", () => {
  it("counts what passed and failed, and keeps the output of a failure alone", () => {
    expect(tally({ exitCode: 0, output: "ok" }, 3, 0)).toEqual({ passed: 3, failed: 0, output: "" });
    expect(tally({ exitCode: 1, output: "why" }, 2, 1)).toEqual({ passed: 2, failed: 1, output: "why" });
  });

  it("takes a run that crashed after its tests, or that ran none, for a failure", () => {
    expect(tally({ exitCode: 1, output: "crash" }, 3, 0).failed).toBe(1);
    expect(tally({ exitCode: 0, output: "no tests" }, 0, 0).failed).toBe(1);
  });
});
