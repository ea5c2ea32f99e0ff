import { z } from "zod";
import { actorKinds, placeKinds } from "@/lib/taxonomy/terms";
import actors from "@/prisma/reference/actors.json";
import places from "@/prisma/reference/places.json";
import { buildKnowledge } from "./knowledge";
import { type CityRow, townLookup } from "./town-index";

const placesSchema = z.array(
  z.object({
    slug: z.string(),
    name: z.string(),
    kind: z.enum(placeKinds),
    country: z.string().nullable(),
    admin1: z.string().nullable(),
    latitude: z.number(),
    longitude: z.number(),
    aliases: z.array(z.string()),
  }),
);
const actorsSchema = z.array(
  z.object({
    slug: z.string(),
    name: z.string(),
    kind: z.enum(actorKinds),
    country: z.string().nullable(),
    aliases: z.array(z.string()),
  }),
);

/** name, latitude, longitude, country, division */
const ROWS: [string, string, string, string, string][] = [
  ["Kyiv", "50.45", "30.52", "UA", "12"],
  ["Kharkiv", "49.98", "36.25", "UA", "07"],
  ["Tripoli", "32.88", "13.19", "LY", "77"],
  ["Lagos", "6.45", "3.39", "NG", "05"],
  ["Lagos", "37.10", "-8.67", "PT", "09"],
  ["Maiduguri", "11.85", "13.16", "NG", "27"],
  ["Bogotá", "4.61", "-74.08", "CO", "34"],
  ["Cúcuta", "7.89", "-72.50", "CO", "21"],
  ["Springfield", "39.80", "-89.64", "US", "IL"],
  ["Springfield", "42.10", "-72.59", "US", "MA"],
  ["Manila", "14.60", "120.98", "PH", "NCR"],
  ["Jolo", "6.05", "121.00", "PH", "09"],
  ["Police", "53.55", "14.57", "PL", "87"],
  ["Most", "50.50", "13.64", "CZ", "90"],
];
const POPULATIONS: Record<string, number> = {
  "kyiv UA": 2800000,
  "lagos NG": 9000000,
  "maiduguri NG": 1100000,
  "manila PH": 1600000,
};

const rows = (): CityRow[] =>
  ROWS.map(([name, lat, lng, country, admin1]) => ({ name, lat, lng, country, admin1 }));

/** The curated reference data with a handful of GeoNames towns: what the tests of extraction know. */
export const sampleKnowledge = buildKnowledge({
  places: placesSchema
    .parse(places)
    .map((place) => ({ ...place, timeZone: null, population: null, source: "sightline" })),
  actors: actorsSchema.parse(actors),
  towns: townLookup({
    rows,
    divisions: () =>
      new Map([
        ["NG.27", "Borno State"],
        ["US.IL", "Illinois"],
        ["CO.21", "Norte de Santander"],
      ]),
    populationOf: (name, country) => POPULATIONS[`${name} ${country}`] ?? null,
  }),
});
