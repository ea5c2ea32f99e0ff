import { describe, expect, it } from "vitest";
import type { TimelineItem, TimelineStub, TimelineWindow } from "@/lib/timeline/schema";
import { arcPlan, arcsOf } from "./arcs";

const item = (publicId: string, day: string): TimelineItem => ({
  publicId,
  title: publicId,
  eventType: "attack",
  outcome: "completed",
  occurred: day,
  earliest: `${day}T00:00:00.000Z`,
  latest: `${day}T23:59:59.999Z`,
  timeZone: "UTC",
  place: null,
  country: null,
  killedMin: null,
  groups: ["iraq"],
});
const bucket = (day: number, group: string) => ({
  start: `2021-07-0${day}T00:00:00.000Z`,
  end: `2021-07-0${day + 1}T00:00:00.000Z`,
  group,
  count: 9,
});
const stub = (more: Partial<TimelineStub>): TimelineStub => ({
  publicId: "BBBBBBBB",
  other: "CCCCCCCC",
  direction: "outgoing",
  type: "follows",
  at: "2021-07-02T10:00:00.000Z",
  group: "iraq",
  ...more,
});

const data = (stubs: TimelineStub[]): TimelineWindow => ({
  items: [item("AAAAAAAA", "2021-07-03"), item("BBBBBBBB", "2021-07-05")],
  buckets: [bucket(1, "iraq"), bucket(2, "syria"), bucket(2, "iraq")],
  links: [{ from: "BBBBBBBB", to: "AAAAAAAA", type: "follows", confidence: "high" }],
  stubs,
  groups: [],
  total: 29,
  start: "2021-07-01T00:00:00.000Z",
  end: "2021-07-08T00:00:00.000Z",
  range: null,
  density: [],
});

const places: Record<string, { x: number; y: number }> = {
  AAAAAAAA: { x: 300, y: 100 },
  BBBBBBBB: { x: 500, y: 60 },
  "bucket 2021-07-02T00:00:00.000Z iraq": { x: 200, y: 30 },
  "bucket 2021-07-01T00:00:00.000Z iraq": { x: 100, y: 30 },
};
const onScreen = (id: string) => places[id] ?? null;
const endsOf = (path: string) => [/^M(\S+)/.exec(path)?.[1], / (\S+) \S+$/.exec(path)?.[1]].map(Number);

const edges = { left: 0, right: 1000 };

describe("arcsOf", () => {
  it("lead from the earlier to the later incident, lit at the selected one", () => {
    const plan = arcPlan(data([]));
    const [arc] = arcsOf(plan, "AAAAAAAA", onScreen, edges);
    expect(endsOf(arc?.path ?? "")).toEqual([300, 500]);
    expect(arc?.isLit).toBe(true);
    expect(arcsOf(plan, null, onScreen, edges)[0]?.isLit).toBe(false);
  });

  it("lead to the bucket that counts the other incident, also when it began before the window", () => {
    const plan = arcPlan(data([stub({}), stub({ other: "DDDDDDDD", at: "2020-01-01T00:00:00.000Z" })]));
    const arcs = arcsOf(plan, null, onScreen, edges).slice(1);
    expect(arcs.map(({ path }) => endsOf(path))).toEqual([
      [200, 500],
      [100, 500],
    ]);
    expect(plan.ends).toContain("bucket 2021-07-02T00:00:00.000Z iraq");
  });

  it("are short towards what is out of the window, and reach the edge from the selected incident", () => {
    const away = stub({ group: null, at: "2021-09-01T00:00:00.000Z", direction: "incoming" });
    const before = stub({ group: null, at: "2019-09-01T00:00:00.000Z", other: "DDDDDDDD" });
    const plan = arcPlan(data([away, before]));
    const ends = (selected: string | null) =>
      arcsOf(plan, selected, onScreen, edges)
        .slice(1)
        .map(({ path }) => endsOf(path)[1]);
    expect(ends(null)).toEqual([530, 470]);
    expect(ends("BBBBBBBB")).toEqual([1000, 0]);
  });

  it("point to the side of a drawn incident that is not on screen, and are none when neither is", () => {
    const plan = arcPlan(data([]));
    const only = (id: string) => (other: string) => (other === id ? onScreen(id) : null);
    expect(endsOf(arcsOf(plan, null, only("AAAAAAAA"), edges)[0]?.path ?? "")[1]).toBe(330);
    expect(endsOf(arcsOf(plan, null, only("BBBBBBBB"), edges)[0]?.path ?? "")[1]).toBe(470);
    expect(arcsOf(plan, null, () => null, edges)).toEqual([]);
  });
});
