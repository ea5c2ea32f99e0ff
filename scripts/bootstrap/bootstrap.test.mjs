import { describe, expect, it } from "vitest";
import { isInstalled } from "./dependencies.mjs";
import { isRecentEnough } from "./node.mjs";

describe("isRecentEnough", () => {
  it.each([
    ["22.19.0", true],
    ["24.0.0", true],
    ["23.1.0", true],
    ["22.18.9", false],
    ["20.20.2", false],
    ["18.0.0", false],
  ])("%s: %s", (version, expected) => {
    expect(isRecentEnough(version)).toBe(expected);
  });
});

describe("isInstalled", () => {
  const wanted = {
    "": { version: "0.1.0" },
    "node_modules/next": { version: "16.0.0" },
    "node_modules/tool-darwin": { version: "1.0.0", optional: true },
  };

  it("accepts what the lock file asks for, without builds for other systems", () => {
    expect(isInstalled(wanted, { "node_modules/next": { version: "16.0.0" } })).toBe(true);
  });

  it.each([
    ["another version", { "node_modules/next": { version: "15.0.0" } }],
    ["a missing package", {}],
    [
      "a foreign package",
      { "node_modules/next": { version: "16.0.0" }, "node_modules/other": { version: "1.0.0" } },
    ],
  ])("refuses %s", (_case, installed) => {
    expect(isInstalled(wanted, installed)).toBe(false);
  });
});
