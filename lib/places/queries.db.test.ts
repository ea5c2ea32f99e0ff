import { describe, expect, it } from "vitest";
import { makeIncident, makePlace } from "@/scripts/test/factories";
import { getPlace, searchPlaces } from "./queries";

describe("getPlace", () => {
  it("gives names, parent, children and the incidents inside", async () => {
    const town = await makePlace({ name: "Quorvale", aliases: ["Kurvale"], timeZone: "Asia/Baghdad" });
    const base = await makePlace({ name: "Quorvale Base", kind: "base", parentId: town.id });
    await makeIncident({ place: town });
    await makeIncident({ place: base });
    await makeIncident({ place: base }, { status: "draft" });
    expect(await getPlace("quorvale")).toEqual({
      slug: "quorvale",
      name: "Quorvale",
      kind: "town",
      country: "IQ",
      admin1: null,
      latitude: 33,
      longitude: 44,
      timeZone: "Asia/Baghdad",
      geonamesId: null,
      aliases: ["Kurvale"],
      parent: null,
      children: [{ slug: "quorvale-base", name: "Quorvale Base" }],
      incidents: 2,
      updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(await getPlace(base.slug)).toMatchObject({ parent: { slug: "quorvale" }, incidents: 1 });
    expect(await getPlace("no-such-place")).toBeNull();
  });
});

describe("searchPlaces", () => {
  it("puts Sightline's own entries first, then the better fit, then the larger place", async () => {
    await makePlace({ name: "Xarnath", source: "geonames", population: 10, slug: "xarnath-small" });
    await makePlace({ name: "Xarnath", source: "geonames", population: 5000, slug: "xarnath-large" });
    await makePlace({ name: "Xarnath Valley", source: "geonames", population: 9000, slug: "xarnath-valley" });
    await makePlace({ name: "Port of Xarnath", slug: "port-of-xarnath" });
    await makePlace({ name: "Elsewhere City", aliases: ["Xárnath the Old"], slug: "elsewhere-city" });
    const found = await searchPlaces("Xarnath");
    expect(found.map(({ slug }) => slug)).toEqual([
      "elsewhere-city",
      "port-of-xarnath",
      "xarnath-large",
      "xarnath-small",
      "xarnath-valley",
    ]);
    expect(found[0]?.matched).toBe("Xárnath the Old");
    expect(await searchPlaces("xarnath", 2)).toHaveLength(2);
  });

  it("finds misspelt names when nothing begins as typed", async () => {
    await makePlace({ name: "Vrondimere" });
    expect((await searchPlaces("Vrondimer"))[0]?.name).toBe("Vrondimere");
    expect((await searchPlaces("Wrondimere"))[0]?.name).toBe("Vrondimere");
  });

  it("takes any text, and gives nothing for none", async () => {
    expect(await searchPlaces("")).toEqual([]);
    for (const text of ["'", "\\", "%%", "\u0000", "x".repeat(5000), "a"]) {
      expect(await searchPlaces(text)).toBeInstanceOf(Array);
    }
  });
});
