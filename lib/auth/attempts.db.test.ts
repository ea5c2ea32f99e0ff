import { describe, expect, it } from "vitest";
import { countAttempt, forgetAttempts, requireAttempt } from "./attempts";

const minute = 60_000;

describe("countAttempt", () => {
  it("allows 20 attempts at an account in ten minutes, and more after a right one or later", async () => {
    const start = Date.parse("2026-01-01T00:00:00Z");
    const attempts = await Promise.all(
      Array.from({ length: 25 }, (_, index) => countAttempt("account", "one@example.org", start + index)),
    );
    expect(attempts.filter((isAllowed) => isAllowed)).toHaveLength(20);
    expect(await countAttempt("account", " One@Example.org", start + 9 * minute)).toBe(false);
    expect(await countAttempt("account", "two@example.org", start + 9 * minute)).toBe(true);
    await forgetAttempts("account", "two@example.org");
    expect(await countAttempt("account", "one@example.org", start + 9 * minute)).toBe(false);
    await forgetAttempts("account", "one@example.org");
    expect(await countAttempt("account", "one@example.org", start + 9 * minute)).toBe(true);
    expect(await countAttempt("account", "one@example.org", start + 11 * minute)).toBe(true);
  });
});

describe("requireAttempt", () => {
  it("refuses the sixth request for a password link within an hour, and no other kind of attempt", async () => {
    for (const _ of [1, 2, 3, 4, 5]) await requireAttempt("reset-account", "three@example.org");
    await expect(requireAttempt("reset-account", "Three@example.org")).rejects.toMatchObject({
      code: "too-many-requests",
    });
    await requireAttempt("account", "three@example.org");
  });
});
