import { readFileSync } from "node:fs";
import { feature } from "topojson-client";
import { describe, expect, it } from "vitest";
import { distanceKm } from "@/lib/geo/distance";
import { foldName, slugify } from "@/lib/geo/fold";
import { listCuratedPlaces, listReferencePlaces } from "@/lib/reference/places";

const curated = listCuratedPlaces();
const bySlug = new Map(curated.map((place) => [place.slug, place]));
const byName = new Map(curated.flatMap((place) => namesOf(place).map((folded) => [folded, place.slug])));

function namesOf(place: { name: string; aliases: readonly string[] }): string[] {
  return [...new Set([place.name, ...place.aliases].map(foldName))];
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Words of running text that no place may be called, or every report would be full of places. */
const everydayWords =
  "a an and as at base border camp city coalition crossing east embassy field for gate hit in it jam " +
  "mat may north of on port sad sour south state that the this to us van was west will";

describe("prisma/reference/places.json", () => {
  it("has unique slugs", () => {
    expect(repeated(curated.map((place) => place.slug))).toEqual([]);
  });

  it("gives a spelling to one entry only", () => {
    expect(repeated(curated.flatMap(namesOf))).toEqual([]);
  });

  it("names no place by an everyday word", () => {
    const words = new Set(everydayWords.split(" "));
    expect(curated.flatMap(namesOf).filter((folded) => words.has(folded) || folded.length < 2)).toEqual([]);
  });

  it("has parents that exist, lead to the country and never in a circle", () => {
    for (const place of curated) {
      let step = place;
      for (let depth = 0; step.parent; depth++) {
        const parent = bySlug.get(step.parent);
        if (!parent || depth > 3) throw new Error(`${place.slug}: parent ${step.parent}`);
        expect(parent.country, place.slug).toBe(place.country);
        step = parent;
      }
      expect(step.kind === "country" || step.country === null, place.slug).toBe(true);
    }
  });

  it("ends the slugs of provinces, and of nothing else, in -province", () => {
    for (const place of curated) {
      expect(place.slug.endsWith("-province"), place.slug).toBe(place.kind === "province");
    }
  });

  it("makes every other slug from the name, with or without its qualifier", () => {
    const others = curated.filter((place) => place.kind !== "province");
    const strange = others.filter(
      ({ slug, name }) => slug !== slugify(name) && slug !== slugify(name.replace(/ \([^)]*\)$/, "")),
    );
    expect(strange.map((place) => place.slug)).toEqual([]);
  });

  it("gives points with four decimals at most", () => {
    for (const { slug, latitude, longitude } of curated) {
      expect([slug, Number(latitude.toFixed(4)), Number(longitude.toFixed(4))]).toEqual([
        slug,
        latitude,
        longitude,
      ]);
    }
  });

  it("holds more than 150 places beside countries and provinces", () => {
    const named = curated.filter((place) => place.kind !== "country" && place.kind !== "province");
    expect(named.length).toBeGreaterThanOrEqual(150);
    const sites = named.filter((place) => !["city", "town", "village", "district"].includes(place.kind));
    expect(sites.length).toBeGreaterThanOrEqual(150);
  });

  it.each([
    ["Ain al-Asad", "ain-al-asad-airbase"],
    ["Ayn al-Asad", "ain-al-asad-airbase"],
    ["Al Asad", "ain-al-asad-airbase"],
    ["Ain al-Assad air base", "ain-al-asad-airbase"],
    ["Al-Tanf", "al-tanf"],
    ["Haditha", "haditha"],
    ["Taji", "taji"],
    ["Camp Taji", "camp-taji"],
    ["Camp Victoria", "victory-base-complex"],
    ["Victory Base", "victory-base-complex"],
    ["Balad", "balad"],
    ["Balad air base", "balad-airbase"],
    ["Harir", "harir"],
    ["Harir airbase", "harir-airbase"],
    ["Irbil", "erbil"],
    ["Hewlêr", "erbil"],
    ["Arbil", "erbil"],
    ["Al-Qa’im", "al-qaim"],
    ["Abu Kamal", "albu-kamal"],
    ["Bukamal", "albu-kamal"],
    ["K-1", "k-1-airbase"],
    ["Q-West", "qayyarah-west-airfield"],
    ["Besmaya", "besmaya-range-complex"],
    ["Habbaniyah base", "al-taqaddum-airbase"],
    ["Green Zone", "green-zone"],
    ["U.S. Embassy compound in Baghdad", "us-embassy-baghdad"],
    ["US embassy in Baghdad", "us-embassy-baghdad"],
    ["Union III", "union-iii"],
    ["BDSC", "baghdad-diplomatic-support-center"],
    ["Baghdad airport", "baghdad-international-airport"],
    ["Erbil airport", "erbil-international-airport"],
    ["new US consulate in Erbil", "new-us-consulate-erbil"],
    ["Zilkan base", "zilkan-base"],
    ["Qandil", "qandil-mountains"],
    ["Sinjar", "sinjar"],
    ["Jurf al-Sakhar", "jurf-al-sakhar"],
    ["Ghazaliya", "ghazaliya"],
    ["Abqaiq", "abqaiq"],
    ["Khurais", "khurais-oil-field"],
    ["Al Dhafra", "al-dhafra-airbase"],
    ["Bagram", "bagram-airfield"],
    ["Abu Ghraib", "abu-ghraib"],
    ["Rumaila", "rumaila-oil-field"],
    ["Conoco field", "conoco-base"],
    ["Omar field", "al-omar-oil-field"],
    ["Deir ez-Zor", "deir-ez-zor"],
    ["Palmyra", "palmyra"],
    ["T4 airbase", "t4-airbase"],
    ["Marib", "marib"],
    ["Mokha", "mokha"],
    ["Hodeidah", "hodeidah"],
    ["Kerem Shalom", "kerem-shalom-crossing"],
    ["Rafah", "rafah"],
    ["Iraq-Syria border", "iraq-syria-border"],
    ["Anbar province", "anbar-province"],
    ["Baghdad", "baghdad"],
    ["Iraq", "iraq"],
  ])("knows %s as %s", (name, slug) => {
    expect(byName.get(foldName(name))).toBe(slug);
  });
});

type Box = { west: number; south: number; east: number; north: number };

type Topology = Parameters<typeof feature>[0];

/** Bounding boxes of the countries of Natural Earth (1:50 million) by English name. */
function countryBoxes(): Map<string, Box> {
  const topology: Topology = JSON.parse(readFileSync("node_modules/world-atlas/countries-50m.json", "utf8"));
  const countries = topology.objects.countries;
  const collection = countries && feature(topology, countries);
  if (collection?.type !== "FeatureCollection") throw new Error("the atlas holds no countries");
  return new Map(
    collection.features.map(({ properties, geometry }) => {
      const coordinates: unknown[] = "coordinates" in geometry ? geometry.coordinates : [];
      const numbers = coordinates.flat(3).filter((value) => typeof value === "number");
      const longitudes = numbers.filter((_, index) => index % 2 === 0);
      const latitudes = numbers.filter((_, index) => index % 2 === 1);
      const box = {
        west: Math.min(...longitudes),
        south: Math.min(...latitudes),
        east: Math.max(...longitudes),
        north: Math.max(...latitudes),
      };
      return [String(properties?.name), box];
    }),
  );
}

const atlasNames: Record<string, string> = {
  "United States": "United States of America",
  "Democratic Republic of the Congo": "Dem. Rep. Congo",
  "Central African Republic": "Central African Rep.",
  "South Sudan": "S. Sudan",
};
/** Offshore: the terminal and the field lie in the sea beyond the coast. */
const offshore = new Set(["al-basrah-oil-terminal", "south-pars"]);

describe("points of the curated places", () => {
  it("lie in the bounding box of their country, with 10 km to spare", () => {
    const boxes = countryBoxes();
    const countries = new Map(
      curated.filter((place) => place.kind === "country").map((place) => [place.country, place.name]),
    );
    const outside = curated.filter((place) => {
      if (place.country === null || offshore.has(place.slug)) return false;
      const name = countries.get(place.country) ?? "";
      const box = boxes.get(atlasNames[name] ?? name);
      if (!box) throw new Error(`no box for ${place.slug}`);
      const spare = 0.1;
      return (
        place.longitude < box.west - spare ||
        place.longitude > box.east + spare ||
        place.latitude < box.south - spare ||
        place.latitude > box.north + spare
      );
    });
    expect(outside.map((place) => place.slug)).toEqual([]);
  });
});

describe("listReferencePlaces", () => {
  const places = listReferencePlaces();
  const geonames = places.filter((place) => place.source === "geonames");

  it("holds the curated places first and the cities of GeoNames after them, under unique slugs", () => {
    expect(places.slice(0, curated.length).map((place) => place.slug)).toEqual(
      curated.map((place) => place.slug),
    );
    expect(geonames.length).toBeGreaterThan(165_000);
    expect(new Set(places.map((place) => place.slug)).size).toBe(places.length);
    expect(places.every((place) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(place.slug))).toBe(true);
  });

  it("leaves out a city that a curated settlement already is", () => {
    const names = new Set(
      geonames.filter((city) => city.country === "IQ").map((city) => foldName(city.name)),
    );
    for (const name of ["Baghdad", "Erbil", "Al Qā’im", "Ḩadīthah", "Hīt", "Al Fallūjah"]) {
      expect(names.has(foldName(name)), name).toBe(false);
    }
    const erbil = bySlug.get("erbil");
    const near = geonames.filter((city) => erbil && distanceKm(city, erbil) < 1);
    expect(near.map((city) => city.name)).toEqual([]);
  });

  it("keeps a spelling of GeoNames as an alias of the curated settlement", () => {
    const place = places.find((entry) => entry.slug === "musayyib");
    expect(place?.aliases).toContain("Al-Musayab");
  });

  it("gives every place a time zone, and large cities a population", () => {
    expect(places.every((place) => place.timeZone !== "")).toBe(true);
    const get = (slug: string) => places.find((place) => place.slug === slug);
    expect(get("baghdad")).toMatchObject({ timeZone: "Asia/Baghdad", source: "sightline" });
    expect(get("baghdad")?.population).toBeGreaterThan(1_000_000);
    expect(get("kabul")?.timeZone).toBe("Asia/Kabul");
    expect(get("lagos-ng")).toMatchObject({ country: "NG", parent: "nigeria", timeZone: "Africa/Lagos" });
  });

  it("puts cities of a curated province under it", () => {
    const city = geonames.find((entry) => entry.country === "IQ" && entry.name === "Nāḩiyat ‘Atbah");
    expect(city).toMatchObject({ admin1: "Basra", parent: "basra-province" });
  });
});
