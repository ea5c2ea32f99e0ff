import { describe, expect, it } from "vitest";
import { ownAnswer } from "./own-answer";

describe("ownAnswer", () => {
  it("gives what has the members", () => {
    const answer = { data: [1], total: 1 };
    expect(ownAnswer<typeof answer>(answer, ["data", "total"])).toBe(answer);
  });

  it.each([null, undefined, "data", 3, [], { data: [] }])("refuses %j", (value) => {
    expect(() => ownAnswer<{ data: number[]; total: number }>(value, ["data", "total"])).toThrow(
      "something else",
    );
  });
});
