import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInAny } from "./match";
import { regionsIn, regionsOf } from "./regions";
import { createRows } from "./rows";

/** Whole and half degrees too, where cells and boxes meet. */
const degrees = (max: number) =>
  fc.oneof(
    fc.integer({ min: -2 * max, max: 2 * max }).map((half) => half / 2),
    fc.double({ min: -max, max, noNaN: true }),
  );
const box = fc
  .tuple(degrees(180), degrees(90), degrees(180), degrees(90))
  .map(([west, a, east, b]) => ({ west, east, south: Math.min(a, b), north: Math.max(a, b) }));

describe("regionsIn", () => {
  it("is sure only where every point is in or out of the boxes", () => {
    const point = fc.tuple(degrees(90), degrees(180));
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 3 }), point, (boxes, [latitude, longitude]) => {
        const rows = createRows(1);
        rows.length = 1;
        rows.latitude[0] = latitude;
        rows.longitude[0] = longitude;
        const [region = -1] = regionsOf(rows);
        const { possible, certain } = regionsIn(boxes, new Uint8Array(1));
        const isInside = isInAny(boxes, latitude, longitude);
        if (isInside) expect(possible[region]).toBe(1);
        else expect(certain[region]).toBe(0);
        expect(certain[region]).toBeLessThanOrEqual(possible[region] ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes what has no coordinates of its own by its place", () => {
    const rows = createRows(2);
    rows.length = 2;
    rows.latitude.fill(Number.NaN);
    rows.place.set([1, 2]);
    const tables = regionsIn([{ west: -180, south: -90, east: 180, north: 90 }], Uint8Array.of(0, 1, 0));
    const found = Array.from(regionsOf(rows), (region) => [tables.possible[region], tables.certain[region]]);
    expect(found).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });
});
