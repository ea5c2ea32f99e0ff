import { describe, expect, it } from "vitest";
import { countAttempt, forgetAttempts } from "./attempts";

const minute = 60_000;

describe("countAttempt", () => {
  it("allows 20 attempts at an account in ten minutes, and more after a right one or later", async () => {
    const start = Date.parse("2026-01-01T00:00:00Z");
    const attempts = await Promise.all(
      Array.from({ length: 25 }, (_, index) => countAttempt("one@example.org", start + index)),
    );
    expect(attempts.filter((isAllowed) => isAllowed)).toHaveLength(20);
    expect(await countAttempt(" One@Example.org", start + 9 * minute)).toBe(false);
    expect(await countAttempt("two@example.org", start + 9 * minute)).toBe(true);
    await forgetAttempts("two@example.org");
    expect(await countAttempt("one@example.org", start + 9 * minute)).toBe(false);
    await forgetAttempts("one@example.org");
    expect(await countAttempt("one@example.org", start + 9 * minute)).toBe(true);
    expect(await countAttempt("one@example.org", start + 11 * minute)).toBe(true);
  });
});
