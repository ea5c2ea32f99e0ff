import { describe, expect, it } from "vitest";
import { boundsAround, clusterSpots, type Spot } from "./clusters";

const spot = (label: string, x: number, count: number, group: Spot["group"] = "battles"): Spot => ({
  label,
  x,
  y: 100,
  latitude: 33,
  longitude: x / 10,
  count,
  group,
});

describe("clusterSpots", () => {
  it("merges marks that would cover each other and keeps the others", () => {
    const clusters = clusterSpots([spot("Taji", 104, 2), spot("Baghdad", 100, 30), spot("Basra", 400, 1)]);
    expect(clusters.map(({ count, spots }) => [count, spots.length])).toEqual([
      [32, 2],
      [1, 1],
    ]);
    expect(clusters[0]?.spots[0]?.label).toBe("Baghdad");
  });

  it("takes the event group of most incidents", () => {
    const [cluster] = clusterSpots([spot("a", 100, 3, "riots"), spot("b", 101, 2), spot("c", 102, 2)]);
    expect(cluster?.group).toBe("battles");
  });
});

describe("boundsAround", () => {
  it("holds every spot", () => {
    expect(boundsAround([spot("a", 100, 1), spot("b", 200, 1)])).toEqual({
      west: 9.95,
      south: 32.95,
      east: 20.05,
      north: 33.05,
    });
  });
});
