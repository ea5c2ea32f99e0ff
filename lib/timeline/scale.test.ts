import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketSizeFor, maxItems, resolveSpan, roomFor } from "./scale";

const hourMs = 3_600_000;
const at = (text: string) => Date.parse(text);

describe("roomFor", () => {
  it("has one incident for 8 pixels, a few on the narrowest screen and 400 on the widest", () => {
    expect(roomFor(1200)).toBe(150);
    expect([0, 1, 400].map(roomFor)).toEqual([50, 50, 50]);
    expect(roomFor(100_000)).toBe(maxItems);
  });
});

describe("bucketSizeFor", () => {
  it("gives about one bucket for 40 pixels", () => {
    const month = { start: at("2021-07-01T00:00:00Z"), end: at("2021-07-31T00:00:00Z") };
    expect(bucketSizeFor(month, 1200)).toBe(24 * hourMs);
    expect(bucketSizeFor(month, 400)).toBe(7 * 24 * hourMs);
    expect(bucketSizeFor({ start: 0, end: hourMs }, 1200)).toBe(5 * 60_000);
  });

  it("never gives more buckets than fit, at any window and width", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 600_000, max: 3e14 }),
        fc.integer({ min: 0, max: 8000 }),
        (length, width) => {
          const size = bucketSizeFor({ start: 0, end: length }, width);
          expect(length / size).toBeLessThanOrEqual(Math.max(width, 40) / 40 + 1e-9);
        },
      ),
    );
  });
});

describe("resolveSpan", () => {
  const range = { start: at("2021-07-01T00:00:00Z"), end: at("2021-07-21T00:00:00Z") };

  it("shows everything with a margin when nothing is asked for", () => {
    expect(resolveSpan({}, range)).toEqual({
      start: range.start - 24 * hourMs,
      end: range.end + 24 * hourMs,
    });
  });

  it("shows the last 30 days when nothing matches", () => {
    const now = at("2021-07-21T00:00:00Z");
    const span = resolveSpan({}, null, now);
    expect(span.start).toBeLessThan(now - 29 * 24 * hourMs);
    expect(span.end).toBeGreaterThan(now);
  });

  it("widens a window of a millisecond and cuts off years that no date has", () => {
    const narrow = resolveSpan({ start: "2021-07-05T16:00:00.000Z", end: "2021-07-05T16:00:00.001Z" }, range);
    expect(narrow.end - narrow.start).toBe(600_000);
    const wide = resolveSpan({ start: "-004000-01-01T00:00:00Z", end: "+012021-01-01T00:00:00Z" }, range);
    expect(new Date(wide.start).toISOString()).toBe("0001-01-01T00:00:00.000Z");
    expect(new Date(wide.end).toISOString()).toBe("9999-12-31T23:59:59.999Z");
  });

  it("completes a window that has one end, also outside of everything", () => {
    expect(resolveSpan({ start: "2021-07-10T00:00:00Z" }, range).end).toBe(range.end + 24 * hourMs);
    const after = resolveSpan({ start: "2025-01-01T00:00:00Z" }, range);
    expect(after.end).toBeGreaterThan(after.start);
    const before = resolveSpan({ end: "2001-01-01T00:00:00Z" }, range);
    expect(before.end).toBeGreaterThan(before.start);
  });

  it("refuses what cannot be a window, naming the field", () => {
    const path = (asked: Parameters<typeof resolveSpan>[0]) => {
      try {
        resolveSpan(asked, range);
      } catch (error) {
        return error;
      }
      return null;
    };
    const ends = { start: "2021-07-02T00:00:00Z", end: "2021-07-01T00:00:00Z" };
    expect(path(ends)).toMatchObject({ code: "invalid-input", details: { errors: [{ path: "end" }] } });
    expect(path({ start: "soon" })).toMatchObject({ details: { errors: [{ path: "start" }] } });
    expect(path({ start: ends.start, end: ends.start })).not.toBeNull();
  });
});
