import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { checkJsonInput } from "./json-input";

function refusal(input: unknown, rawMembers?: string[]): AppError | null {
  try {
    checkJsonInput(input, rawMembers);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

const nested = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));

describe("checkJsonInput", () => {
  it("lets ordinary input pass, with characters outside the basic plane", () => {
    expect(
      refusal({ title: "Drei Raketen 🚀", killed: { min: 0, max: null }, claims: [{ value: "x" }] }),
    ).toBeNull();
    expect(refusal(null)).toBeNull();
  });

  it("names every field that holds NUL or half of a character", () => {
    const error = refusal({ title: "a\0", claims: [{ value: { name: "\ud83d" } }], summary: "good" });
    expect(error?.code).toBe("invalid-input");
    expect(error?.details.errors?.map(({ path }) => path).sort()).toEqual(["claims.0.value.name", "title"]);
    expect(refusal({ body: { "a\0": 1 } })?.code).toBe("invalid-input");
  });

  it("leaves raw members of the outermost object to whoever cleans them", () => {
    expect(refusal({ text: "a\0b" }, ["text"])).toBeNull();
    expect(refusal({ other: { text: "a\0b" } }, ["text"])?.details.errors?.[0]?.path).toBe("other.text");
  });

  it("refuses what is too deep or too much to check", () => {
    expect(refusal(nested(30))).toBeNull();
    expect(refusal(nested(40))?.code).toBe("too-large");
    expect(refusal(nested(100_000))?.code).toBe("too-large");
    expect(refusal({ claims: Array.from({ length: 400_000 }, () => ({})) })?.code).toBe("too-large");
    expect(refusal({ claims: Array.from({ length: 10_000 }, () => ({})) })).toBeNull();
  });
});
