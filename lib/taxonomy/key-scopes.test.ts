import { describe, expect, it } from "vitest";
import { keyScopes, roleOfKey, scopeOfStored, storedScope } from "./key-scopes";

describe("roleOfKey", () => {
  it("is the lower of the owner's role and the scope's", () => {
    const acting = keyScopes.map((scope) => roleOfKey("admin", scope, false));
    expect(acting).toEqual(["viewer", "contributor", "editor", "admin"]);
    expect(keyScopes.map((scope) => roleOfKey("contributor", scope, false))).toEqual([
      "viewer",
      "contributor",
      "contributor",
      "contributor",
    ]);
  });

  it("lets a key that may only read see what contributors see", () => {
    expect(roleOfKey("editor", "read", true)).toBe("contributor");
    expect(roleOfKey("viewer", "read", true)).toBe("viewer");
  });
});

describe("a stored scope", () => {
  it.each(keyScopes)("%s comes back", (scope) => {
    const stored = storedScope(scope);
    expect(scopeOfStored(stored)).toBe(scope);
    expect(scopeOfStored(stored && JSON.stringify(stored))).toBe(scope);
  });

  it("that is unknown allows reading alone", () => {
    expect(scopeOfStored('{"other":["publish"]}')).toBe("read");
    expect(scopeOfStored('{"sightline":["everything"]}')).toBe("read");
  });
});
