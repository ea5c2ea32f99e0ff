import { describe, expect, it } from "vitest";
import type { TimelineItem } from "@/lib/timeline/schema";
import { stopWords, timelineStops } from "./stops";

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

describe("stopWords", () => {
  it("says title, date, type, deaths and position", () => {
    const [stop] = timelineStops({ items: [item("AAAAAAAA", "2021-07-05")], buckets: [] });
    expect(stop && stopWords(stop, 3, 41)).toBe(
      "Rockets hit Ain al-Asad, 5 July 2021, Shelling, artillery or missile attack, no deaths reported, 3 of 41",
    );
  });

  it("says what a bucket holds and how to open it", () => {
    const [stop] = timelineStops({
      items: [],
      buckets: [{ start: "2021-03-01T00:00:00.000Z", end: "2021-04-01T00:00:00.000Z", group: "", count: 12 }],
    });
    expect(stop && stopWords(stop, 1, 1)).toBe("12 incidents from 1 March 2021, Enter zooms in, 1 of 1");
  });
});
