import { describe, expect, it } from "vitest";
import { locatorMap } from "./locator";

const box = { width: 360, height: 240 };
const inside = (map: { x: number; y: number }) =>
  map.x >= 0 && map.x <= box.width && map.y >= 0 && map.y <= box.height;

describe("locatorMap", () => {
  it("puts a base in Iraq in the middle of Iraq and its neighbours", () => {
    const map = locatorMap({ latitude: 33.786, longitude: 42.441, precision: "exact" }, box);
    expect(map.x).toBeCloseTo(180, 5);
    expect(map.y).toBeCloseTo(120, 5);
    expect(map.countries.filter((country) => country.own).map((country) => country.name)).toEqual(["Iraq"]);
    expect(map.countries.map((country) => country.name)).toEqual(
      expect.arrayContaining(["Syria", "Jordan", "Saudi Arabia", "Iran"]),
    );
    expect(map.radius).toBeNull();
  });

  it("draws a circle that follows the scale", () => {
    const map = locatorMap({ latitude: 33, longitude: 44, precision: "province" }, box);
    expect(map.radius).toBeCloseTo((120 / 1300) * 360, 5);
    expect(map.scaleBar).toEqual({ km: 200, pixels: 55.4 });
  });

  it.each([
    [-16.5, 179.9],
    [71, -179.5],
    [89.9, 0],
    [-89.9, 120],
  ])("stays whole at %d, %d", (latitude, longitude) => {
    const map = locatorMap({ latitude, longitude, precision: "country" }, box);
    expect(Number.isFinite(map.x) && Number.isFinite(map.y)).toBe(true);
    expect(map.countries.every((country) => !country.path.includes("NaN"))).toBe(true);
  });

  it("finds the countries on both sides of the antimeridian", () => {
    const map = locatorMap({ latitude: -17.8, longitude: 178, precision: "exact" }, box);
    expect(inside(map)).toBe(true);
    expect(map.countries.map((country) => country.name)).toContain("Fiji");
  });
});
