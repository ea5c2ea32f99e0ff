import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { decodeCursor, encodeCursor, isCursorOf } from "./cursor";

const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("cursors", () => {
  it("come back as they were", () => {
    const position = { key: Date.parse("2020-01-03T00:00:00Z"), publicId: "7K3M9QXA" };
    expect(decodeCursor("-occurred", encodeCursor("-occurred", position))).toEqual(position);
    expect(isCursorOf("-killed", encodeCursor("-killed", { key: -1, publicId: "7K3M9QXA" }))).toBe(true);
  });

  it.each([
    ["another order", packed(["occurred", 0, "7K3M9QXA"])],
    ["an instant that the database cannot hold", packed(["-occurred", -8e15, "7K3M9QXA"])],
    ["no instant", packed(["-occurred", 1e300, "7K3M9QXA"])],
    ["half a millisecond", packed(["-occurred", 1.5, "7K3M9QXA"])],
    ["a wrong id", packed(["-occurred", 0, "x' OR 1=1"])],
    ["no JSON", "abc"],
    ["nothing", ""],
  ])("are refused: %s", (_what, cursor) => {
    expect(isCursorOf("-occurred", cursor)).toBe(false);
    expect(() => decodeCursor("-occurred", cursor)).toThrow(AppError);
  });

  it("of counts are refused beyond the database's integers", () => {
    expect(isCursorOf("-killed", packed(["-killed", 1e20, "7K3M9QXA"]))).toBe(false);
    expect(isCursorOf("-killed", packed(["-killed", 2 ** 31, "7K3M9QXA"]))).toBe(false);
  });
});
