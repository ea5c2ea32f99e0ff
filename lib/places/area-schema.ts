import { z } from "zod";

const coordinates = { latitude: z.number(), longitude: z.number() };

/** How many kilometres a map of places may show from its left to its right edge, from near to far. */
export const areaWidthsKm = [10, 25, 60, 150, 400, 1000, 2500, 6000] as const;

/** A map around a point, for choosing the coordinates of a place. */
export const placeAreaSchema = z.object({
  view: z.object({ ...coordinates, width: z.number(), height: z.number(), pixelsPerRadian: z.number() }),
  countries: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      label: z.object({ x: z.number(), y: z.number() }).nullable(),
    }),
  ),
  /** Known places in it, Sightline's own and large ones first. */
  places: z.array(z.object({ slug: z.string(), name: z.string(), ...coordinates })),
  /** What follows from the point that was asked about. */
  suggestion: z.object({
    country: z.object({ code: z.string(), name: z.string() }).nullable(),
    timeZone: z.string(),
  }),
});
export type PlaceArea = z.infer<typeof placeAreaSchema>;
