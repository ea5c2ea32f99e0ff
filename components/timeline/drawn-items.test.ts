import { describe, expect, it } from "vitest";
import type { TimelineWindow } from "@/lib/timeline/schema";
import { type DrawnItem, drawnDifference, drawnItems } from "./drawn-items";

const month = 30 * 86_400_000;
const start = Date.parse("2021-07-01T00:00:00Z");
const view = { start, end: start + month, width: 1000 };
const nothing = { selected: null, active: null, linked: new Set<string>() };

const data: TimelineWindow = {
  items: [
    {
      publicId: "AAAAAAAA",
      title: "On a day",
      eventType: "armed-clash",
      outcome: "completed",
      occurred: "2021-07-05T16:00",
      earliest: "2021-07-05T16:00:00.000Z",
      latest: "2021-07-05T16:00:59.999Z",
      timeZone: "UTC",
      place: null,
      country: null,
      killedMin: null,
      groups: ["iraq", "syria"],
    },
    {
      publicId: "BBBBBBBB",
      title: "Some time in the year",
      eventType: "attack",
      outcome: "completed",
      occurred: "2021",
      earliest: "2021-01-01T00:00:00.000Z",
      latest: "2021-12-31T23:59:59.999Z",
      timeZone: "UTC",
      place: null,
      country: null,
      killedMin: null,
      groups: ["iraq"],
    },
  ],
  buckets: [
    { start: "2021-07-01T00:00:00.000Z", end: "2021-07-02T00:00:00.000Z", group: "iraq", count: 4 },
    { start: "2021-07-01T00:00:00.000Z", end: "2021-07-02T00:00:00.000Z", group: "gone", count: 1 },
  ],
  stubs: [],
  links: [],
  groups: [
    { key: "iraq", label: "Iraq", count: 6 },
    { key: "syria", label: "Syria", count: 1 },
  ],
  total: 6,
  start: "2021-07-01T00:00:00.000Z",
  end: "2021-07-31T00:00:00.000Z",
  range: null,
  density: [],
};

describe("drawnItems", () => {
  const drawn = drawnItems(data, view, { ...nothing, selected: "AAAAAAAA" });

  it("draws a known minute as a point in each of its groups, and marks the selected one", () => {
    const points = drawn.filter((item) => item.publicId === "AAAAAAAA");
    expect(points.map((item) => item.group)).toEqual(["iraq", "syria"]);
    expect(points.every((item) => item.type === "point" && item.className.includes("sl-selected"))).toBe(
      true,
    );
  });

  it("draws an uncertain date as a span from earliest to latest", () => {
    const span = drawn.find((item) => item.publicId === "BBBBBBBB");
    expect(span).toMatchObject({ type: "range", start: start - month, end: view.end + month });
  });

  it("draws a day as a point while it is too narrow to see", () => {
    const wide = drawnItems(data, { ...view, end: start + 400 * month }, nothing);
    expect(wide.find((item) => item.publicId === "BBBBBBBB")?.type).toBe("range");
    const tiny = drawnItems(data, { ...view, end: start + 4000 * month, width: 100 }, nothing);
    expect(tiny.find((item) => item.publicId === "BBBBBBBB")?.type).toBe("point");
  });

  it("leaves out what stands in no known group", () => {
    expect(drawn.filter((item) => item.publicId === null)).toHaveLength(1);
  });
});

const byId = (items: readonly DrawnItem[]) => new Map(items.map((item) => [item.id, item]));

describe("drawnDifference", () => {
  it("names only what changed", () => {
    const before = drawnItems(data, view, nothing);
    const after = drawnItems({ ...data, buckets: [] }, view, { ...nothing, active: "BBBBBBBB" });
    const difference = drawnDifference(byId(before), after, 10);
    expect(difference.isWhole).toBe(true);
    expect(difference.drawn).toEqual(byId(after));
    expect(difference.remove).toEqual(["bucket 2021-07-01T00:00:00.000Z iraq"]);
    expect(difference.update.map((item) => item.publicId)).toEqual(["BBBBBBBB"]);
  });
  it("takes many in parts, in the order of rows, until all is drawn", () => {
    const before = drawnItems(data, view, nothing);
    const after = drawnItems(data, view, { ...nothing, active: "BBBBBBBB", selected: "AAAAAAAA" });
    const first = drawnDifference(byId(before), after, 1);
    expect(first.isWhole).toBe(false);
    expect(first.update.map((item) => item.publicId)).toEqual(["BBBBBBBB"]);
    expect([...first.drawn.keys()]).toEqual(after.map((item) => item.id));
    const second = drawnDifference(first.drawn, after, 10);
    expect(second.update.map((item) => item.publicId)).toEqual(["AAAAAAAA", "AAAAAAAA"]);
    expect(second).toMatchObject({ isWhole: true, drawn: byId(after), remove: [] });
    expect(drawnDifference(new Map(), after, 1).drawn.size).toBe(1);
  });
});
