import { describe, expect, it } from "vitest";
import type { TimelineWindow } from "@/lib/timeline/schema";
import { neighboursOf, type Wanted, WindowCache } from "./window-cache";

const day = 86_400_000;
const iso = (days: number) => new Date(days * day).toISOString();
const bucket = { start: iso(10), end: iso(11), group: "all", count: 3 };

const answer = (from: number, to: number, buckets: TimelineWindow["buckets"] = [bucket]): TimelineWindow => ({
  items: [],
  buckets,
  links: [],
  stubs: [],
  groups: [],
  total: 3,
  start: iso(from),
  end: iso(to),
  range: { start: iso(0), end: iso(100) },
  density: [],
});
const wanted = (from: number, to: number, more: Partial<Wanted> = {}): Wanted => ({
  filterQuery: "",
  group: "none",
  span: { start: from * day, end: to * day },
  width: 1000,
  ...more,
});

describe("WindowCache", () => {
  it("finds an answer for a window that it covers, at about the same scale", () => {
    const cache = new WindowCache();
    const known = answer(6, 24);
    cache.keep(wanted(10, 20), known);
    expect(cache.find(wanted(12, 22))).toBe(known);
    expect(cache.find(wanted(12, 25))).toBeNull();
    expect(cache.find(wanted(12, 17))).toBeNull();
    expect(cache.find(wanted(6, 24))).toBeNull();
    expect(cache.find(wanted(12, 22, { group: "country" }))).toBeNull();
    expect(cache.find(wanted(12, 22, { filterQuery: "type=battles" }))).toBeNull();
  });

  it("needs no scale where every incident is drawn by itself, and nothing where nothing can be", () => {
    const cache = new WindowCache();
    const known = answer(6, 101, []);
    cache.keep(wanted(10, 20), known);
    expect(cache.find(wanted(12, 13))).toBe(known);
    expect(cache.find(wanted(50, 5000))).toBe(known);
    expect(cache.find(wanted(5, 13))).toBeNull();
  });

  it("forgets what is old, what is too much, and everything when told", () => {
    const cache = new WindowCache();
    cache.keep(wanted(10, 20), answer(6, 24), 0);
    expect(cache.find(wanted(10, 20), 119_000)).not.toBeNull();
    expect(cache.find(wanted(10, 20), 121_000)).toBeNull();
    cache.keep(wanted(10, 20), answer(6, 24));
    for (let n = 0; n < 24; n += 1) cache.keep(wanted(60, 70), answer(56, 74));
    expect(cache.find(wanted(10, 20))).toBeNull();
    expect(cache.find(wanted(60, 70))).not.toBeNull();
    cache.clear();
    expect(cache.find(wanted(60, 70))).toBeNull();
  });
});

describe("neighboursOf", () => {
  it("are a step in, later, earlier and out, of the same filter", () => {
    const spans = neighboursOf(wanted(10, 20, { group: "type" })).map(({ span, group }) => [
      span.start / day,
      span.end / day,
      group,
    ]);
    expect(spans).toEqual([
      [12.5, 17.5, "type"],
      [17, 27, "type"],
      [3, 13, "type"],
      [5, 25, "type"],
    ]);
  });
});
