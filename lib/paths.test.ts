import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLocalPath, paths } from "./paths";

const site = "https://sightline.example";

describe("isLocalPath", () => {
  it.each(["/", "/editor", "/incidents/7K3M9QXA?x=%2F%2Fevil.example#claims", "/?q=a%09b"])(
    "takes %s",
    (path) => {
      expect(isLocalPath(path)).toBe(true);
    },
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "editor",
    "",
  ])("refuses %j", (path) => {
    expect(isLocalPath(path)).toBe(false);
  });

  it("never takes what a browser would read as another site's address", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      "\t",
      "\n",
      "\r",
      ".",
      "@",
      ":",
      "evil.example",
      "a",
      " ",
      "%09",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = `/${pieces.join("")}`;
        if (isLocalPath(path)) expect(new URL(path, site).origin).toBe(site);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes the way back that the sign-in is asked for", () => {
    const next = new URL(paths.signIn("/editor/articles/new"), site).searchParams.get("next");
    expect(next !== null && isLocalPath(next)).toBe(true);
  });
});
