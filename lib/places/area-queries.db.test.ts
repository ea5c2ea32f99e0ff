import { describe, expect, it } from "vitest";
import { makePlace } from "@/scripts/test/factories";
import { getPlaceArea } from "./area-queries";

describe("getPlaceArea", () => {
  it("shows the known places around a point, and says its country and its clock", async () => {
    await makePlace({ name: "Hit", latitude: 33.64, longitude: 42.82 });
    await makePlace({ name: "Far Town", latitude: 30, longitude: 47 });
    const area = await getPlaceArea({ latitude: 33.786, longitude: 42.441 }, 150);
    expect(area.places.map(({ name }) => name)).toEqual(["Hit"]);
    expect(area.suggestion).toEqual({
      country: { code: "IQ", name: "Iraq" },
      timeZone: "Asia/Baghdad",
    });
    expect(area.countries.map(({ name }) => name)).toContain("Iraq");
    expect(area.view).toMatchObject({ latitude: 33.786, longitude: 42.441 });
  });

  it("knows no country at sea, takes the neighbour's where outlines shorten a name, and crosses 180°", async () => {
    expect((await getPlaceArea({ latitude: 30, longitude: -40 }, 400)).suggestion.country).toBeNull();
    await makePlace({ name: "Bangassou", country: "CF", latitude: 4.74, longitude: 22.82 });
    const inland = await getPlaceArea({ latitude: 4.8, longitude: 22.9 }, 60);
    expect(inland.suggestion.country?.code).toBe("CF");
    await makePlace({ name: "Beyond", country: "FJ", latitude: -17, longitude: -179.9 });
    const fiji = await getPlaceArea({ latitude: -17, longitude: 179.9 }, 150);
    expect(fiji.places.map(({ name }) => name)).toEqual(["Beyond"]);
  });
});
