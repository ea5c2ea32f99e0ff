import { describe, expect, it } from "vitest";
import { readOccurred } from "./occurred";

const bounds = (text: string, zone = "UTC"): string => {
  const read = readOccurred(text, zone);
  return read.ok ? `${read.earliest.toISOString()} ${read.latest.toISOString()}` : read.message;
};

describe("readOccurred", () => {
  it.each(["-0043", "-0043/-0042", "../-0043", "Y12000", "0000-12"])("refuses %s", (text) => {
    expect(bounds(text)).toBe("Give a date in the years 1 to 9999.");
  });

  it("keeps what lies inside, whatever the zone", () => {
    expect(bounds("2021-07-06")).toBe("2021-07-06T00:00:00.000Z 2021-07-06T23:59:59.999Z");
    expect(bounds("0001-01-01", "Etc/GMT-12")).toMatch(/^0001-01-01T00:00:00.000Z 0001-01-01T11:59/);
    expect(bounds("9999-12-31", "Etc/GMT+12")).toMatch(/ 9999-12-31T23:59:59.999Z$/);
    expect(bounds("../2021")).toBe("0001-01-01T00:00:00.000Z 2021-12-31T23:59:59.999Z");
    expect(bounds("2021/..")).toBe("2021-01-01T00:00:00.000Z 9999-12-31T23:59:59.999Z");
  });

  it("says what is wrong with a date that is none", () => {
    expect(bounds("2021-13-45")).not.toContain("Z");
  });
});
