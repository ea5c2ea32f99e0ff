import { describe, expect, it } from "vitest";
import type { TimelineItem } from "@/lib/timeline/schema";
import { nearestStop, stopInGroup, stopWords, timelineStops } from "./stops";

const item = (publicId: string, day: string, over: Partial<TimelineItem> = {}): TimelineItem => ({
  publicId,
  title: "Rockets hit Ain al-Asad",
  eventType: "shelling-artillery-missile-attack",
  outcome: "completed",
  occurred: day,
  earliest: `${day}T00:00:00.000Z`,
  latest: `${day}T23:59:59.999Z`,
  timeZone: "UTC",
  place: "Ain al-Asad",
  country: "IQ",
  killedMin: 0,
  groups: ["all"],
  ...over,
});

describe("timelineStops", () => {
  it("stands in time order, buckets among incidents, each incident once", () => {
    const stops = timelineStops({
      items: [item("BBBBBBBB", "2021-07-05"), item("AAAAAAAA", "2021-01-02", { groups: ["a", "b"] })],
      buckets: [{ start: "2021-03-01T00:00:00Z", end: "2021-04-01T00:00:00Z", group: "all", count: 12 }],
    });
    expect(stops.map((stop) => stop.kind)).toEqual(["incident", "bucket", "incident"]);
    expect(stops[0]?.id).toBe("AAAAAAAA");
  });
});

describe("stopInGroup", () => {
  const stops = timelineStops({
    items: [
      item("AAAAAAAA", "2021-07-05", { groups: ["iraq"] }),
      item("BBBBBBBB", "2021-07-09", { groups: ["yemen"] }),
      item("CCCCCCCC", "2021-01-01", { groups: ["yemen"] }),
      item("DDDDDDDD", "2021-07-05", { groups: ["syria", "yemen"] }),
    ],
    buckets: [
      { start: "2021-07-01T00:00:00.000Z", end: "2021-07-03T00:00:00.000Z", group: "yemen", count: 12 },
    ],
  });
  const groups = ["iraq", "lebanon", "syria", "yemen"];
  const step = (id: string, direction: "up" | "down") => {
    const from = stops.find((stop) => stop.id === id);
    const found = from && stopInGroup(stops, groups, from, direction);
    return found ? [found.stop.id, found.group] : null;
  };

  it("leads to what is nearest in time in the next group that has anything", () => {
    expect(step("AAAAAAAA", "down")).toEqual(["DDDDDDDD", "syria"]);
    expect(step("BBBBBBBB", "up")).toEqual(["DDDDDDDD", "syria"]);
    expect(step("CCCCCCCC", "up")).toEqual(["DDDDDDDD", "syria"]);
  });

  it("leaves from the outermost group of an incident that stands in several", () => {
    expect(step("DDDDDDDD", "up")).toEqual(["AAAAAAAA", "iraq"]);
    expect(step("DDDDDDDD", "down")).toBeNull();
    expect(step("AAAAAAAA", "up")).toBeNull();
  });

  it("reaches counts", () => {
    const yemen = stops.filter(({ kind }) => kind === "bucket");
    expect(nearestStop(stops, Date.parse("2021-07-02T00:00:00Z"))).toBe(yemen[0]);
    expect(nearestStop([], 0)).toBeUndefined();
  });
});

describe("stopWords", () => {
  it("says title, date, type, deaths and position", () => {
    const [stop] = timelineStops({ items: [item("AAAAAAAA", "2021-07-05")], buckets: [] });
    expect(stop && stopWords(stop, 3, 41)).toBe(
      "Rockets hit Ain al-Asad, 5 July 2021, Shelling, artillery or missile attack, no deaths reported, 3 of 41",
    );
  });

  it("tells the time by the clocks that are asked for", () => {
    const known = {
      occurred: "2021-07-05T01:30",
      earliest: "2021-07-04T22:30:00.000Z",
      latest: "2021-07-04T22:30:59.999Z",
      timeZone: "Asia/Baghdad",
    };
    const [stop] = timelineStops({ items: [item("AAAAAAAA", "2021-07-05", known)], buckets: [] });
    expect(stop && stopWords(stop, 1, 1)).toContain("5 July 2021, 1:30");
    expect(stop && stopWords(stop, 1, 1, "UTC")).toContain("4 July 2021, 22:30");
  });

  it("says what a bucket holds and how to open it", () => {
    const [stop] = timelineStops({
      items: [],
      buckets: [{ start: "2021-03-01T00:00:00.000Z", end: "2021-04-01T00:00:00.000Z", group: "", count: 12 }],
    });
    expect(stop && stopWords(stop, 1, 1)).toBe("12 incidents from 1 March 2021, Enter zooms in, 1 of 1");
  });
});
