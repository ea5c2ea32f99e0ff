import { describe, expect, it } from "vitest";
import { readArguments } from "./arguments";

const shape = {
  usage: "Use: add EMAIL --role ROLE [--name NAME]",
  verb: "add",
  operands: 1,
  options: ["role", "name"],
  required: ["role"],
} as const;

describe("readArguments", () => {
  it("reads words and options in any order", () => {
    const read = readArguments(["--role", "editor", "add", "a@example.org", "--name=Ann"], shape);
    expect(read).toEqual({ operands: ["a@example.org"], options: { role: "editor", name: "Ann" } });
  });

  it.each([
    [[]],
    [["remove", "a@example.org", "--role", "editor"]],
    [["add", "--role", "editor"]],
    [["add", "a@example.org"]],
    [["add", "a@example.org", "b@example.org", "--role", "editor"]],
    [["add", "a@example.org", "--role"]],
    [["add", "a@example.org", "--role", "editor", "--colour", "red"]],
  ])("answers %j with how to use the command", (args) => {
    expect(() => readArguments(args, shape)).toThrow(shape.usage);
  });
});
