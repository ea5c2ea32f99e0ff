import { describe, expect, it } from "vitest";
import { mercatorView, toPixel, toPoint } from "./mercator";

const box = { width: 400, height: 300 };

describe("a Mercator view", () => {
  it.each([
    [33.786, 42.441, 200],
    [-17.8, 179.95, 60],
    [64, -20, 2000],
    [0, 0, 20],
  ])("gives the point back that stands at a pixel (%d, %d)", (latitude, longitude, km) => {
    const view = mercatorView({ latitude, longitude }, km, box);
    expect(toPixel(view, { latitude, longitude })).toEqual({ x: 200, y: 150 });
    for (const pixel of [
      { x: 0, y: 0 },
      { x: 399, y: 20 },
      { x: 123, y: 299 },
    ]) {
      const there = toPixel(view, toPoint(view, pixel));
      expect(Math.abs(there.x - pixel.x)).toBeLessThan(1);
      expect(Math.abs(there.y - pixel.y)).toBeLessThan(1);
    }
  });

  it("is as wide as was asked, and tells no more decimals than a pixel can", () => {
    const view = mercatorView({ latitude: 0, longitude: 0 }, 400, box);
    expect(toPoint(view, { x: 300, y: 150 }).longitude).toBeCloseTo(100 / 111.195, 2);
    const wide = mercatorView({ latitude: 30, longitude: 40 }, 6000, box);
    expect(String(toPoint(wide, { x: 10, y: 10 }).latitude)).toMatch(/^\d+(\.\d)?$/);
  });

  it("stays finite at the poles and across the antimeridian", () => {
    const view = mercatorView({ latitude: 90, longitude: 181 }, 600, box);
    expect(view.longitude).toBe(-179);
    expect(Number.isFinite(toPixel(view, { latitude: -90, longitude: 0 }).y)).toBe(true);
    const fiji = mercatorView({ latitude: -17, longitude: 179.9 }, 200, box);
    expect(toPixel(fiji, { latitude: -17, longitude: -179.9 }).x).toBeGreaterThan(200);
  });
});
