import { describe, expect, it } from "vitest";
import { isAtNow, isInSpan, type NewIncident, newsQuery, spanAtNow, spanOfNews } from "./live-news";

const day = 86_400_000;
const at = (days: number) => new Date(days * day).toISOString();
const incident = (from: number, to = from): NewIncident => ({
  publicId: "AAAAAAAA",
  title: "New",
  earliest: at(from),
  latest: at(to),
});
const update = (days: number) => ({
  kind: "published" as const,
  publicId: "AAAAAAAA",
  version: 2,
  at: at(days),
});

describe("newsQuery", () => {
  it("asks under the same filter for what changed since the first update", () => {
    const params = new URLSearchParams(newsQuery("type=battles&q=mine", [update(11), update(10)]));
    expect(params.getAll("type")).toEqual(["battles"]);
    expect(params.get("updatedSince")).toBe(new Date(10 * day - 60_000).toISOString());
  });

  it("keeps a later bound of the filter", () => {
    const query = newsQuery(`updatedSince=${at(12)}`, [update(10)]);
    expect(new URLSearchParams(query).getAll("updatedSince")).toEqual([at(12)]);
  });
});

describe("now", () => {
  const span = { start: 0, end: 100 * day };
  it("stands near the end of the window, which keeps its length", () => {
    const moved = spanAtNow(span, 500 * day);
    expect(moved.end - moved.start).toBeCloseTo(100 * day);
    expect(moved.end).toBeCloseTo(503 * day);
    expect(isAtNow(moved, 500 * day)).toBe(true);
    expect(isAtNow(moved, 504 * day)).toBe(true);
    expect(isAtNow(moved, 510 * day)).toBe(false);
    expect(isAtNow(span, 500 * day)).toBe(false);
  });
});

describe("spanOfNews", () => {
  const span = { start: 0, end: 10 * day };
  it("stays where something new is in view, and else goes to the newest", () => {
    expect(spanOfNews([incident(50), incident(5)], span)).toBe(span);
    const moved = spanOfNews([incident(50), incident(70)], span);
    expect(moved).toEqual({ start: 65 * day, end: 75 * day });
    expect(isInSpan(incident(70), moved)).toBe(true);
  });

  it("shows a part of what took longer than the window is", () => {
    const long = incident(100, 500);
    expect(isInSpan(long, spanOfNews([long], span))).toBe(true);
  });
});
