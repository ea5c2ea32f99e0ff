import { z } from "zod";
import { actorKinds, type PlaceKind, placeKinds, reliabilities } from "@/lib/taxonomy/terms";

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const countryCode = z.string().regex(/^[A-Z]{2}$/);
const name = z.string().trim().min(1);

/** A line of prisma/reference/places.json; coordinates in degrees (WGS 84), country ISO 3166-1 alpha-2. */
export const curatedPlaceSchema = z.strictObject({
  slug,
  name,
  kind: z.enum(placeKinds),
  /** null for waters that belong to no single country. */
  country: countryCode.nullable(),
  admin1: name.nullable(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  parent: slug.nullable(),
  aliases: z.array(name),
});
export type CuratedPlace = z.infer<typeof curatedPlaceSchema>;

export type ReferencePlace = {
  slug: string;
  name: string;
  kind: PlaceKind;
  country: string | null;
  admin1: string | null;
  latitude: number;
  longitude: number;
  parent: string | null;
  aliases: string[];
  /** IANA name. */
  timeZone: string;
  population: number | null;
  source: "sightline" | "geonames";
};

/** A line of prisma/reference/actors.json. */
export const referenceActorSchema = z.strictObject({
  slug,
  name,
  kind: z.enum(actorKinds),
  country: countryCode.nullable(),
  parent: slug.nullable(),
  aliases: z.array(name),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .nullable(),
  description: z.string().min(1),
});
export type ReferenceActor = z.infer<typeof referenceActorSchema>;

/** A line of prisma/reference/publishers.json. */
export const referencePublisherSchema = z.strictObject({
  slug,
  name,
  homepage: z.url({ protocol: /^https$/ }),
  country: countryCode,
  /** Admiralty code; null until an editor has judged the outlet. */
  reliability: z.enum(reliabilities).nullable(),
  /** Host names of its pages, without "www.". */
  domains: z.array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)).min(1),
  aliases: z.array(name),
});
export type ReferencePublisher = z.infer<typeof referencePublisherSchema>;
