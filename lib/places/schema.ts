import { z } from "zod";
import { isTimeZone } from "@/lib/dates/zones";
import { lineSchema, oneLine } from "@/lib/one-line";
import { placeKinds } from "@/lib/taxonomy/terms";

const name = lineSchema(200, "Give a name");

const fields = {
  name,
  kind: z.enum(placeKinds, "Choose a kind"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Give an ISO 3166 code, such as IQ")
    .nullable(),
  admin1: z.string().overwrite(oneLine).max(200, "At most 200 characters").nullable(),
  parent: z.string().max(100).nullable(),
  latitude: z.number("Give the latitude").min(-90, "Give -90 to 90").max(90, "Give -90 to 90"),
  longitude: z.number("Give the longitude").min(-180, "Give -180 to 180").max(180, "Give -180 to 180"),
  timeZone: z
    .string()
    .refine(isTimeZone, "Give an IANA time zone, such as Asia/Baghdad")
    .nullable()
    .meta({ description: "null: the zone of the coordinates" }),
  geonamesId: z
    .int("Give a GeoNames id, such as 98182")
    .min(1, "Give a GeoNames id, such as 98182")
    .max(2_147_483_647, "Give a GeoNames id, such as 98182")
    .nullable(),
  aliases: z.array(name).max(50, "At most 50 other names"),
};

export const placeInputSchema = z.strictObject({
  name: fields.name,
  kind: fields.kind.default("site"),
  country: fields.country.default(null),
  admin1: fields.admin1.default(null),
  parent: fields.parent.default(null),
  latitude: fields.latitude,
  longitude: fields.longitude,
  timeZone: fields.timeZone.default(null),
  geonamesId: fields.geonamesId.default(null),
  aliases: fields.aliases.default([]),
});
export type PlaceInput = z.infer<typeof placeInputSchema>;

/** A change: only what is given changes; other names are replaced as a whole. */
export const placePatchSchema = z.strictObject(fields).partial();
export type PlacePatch = z.infer<typeof placePatchSchema>;
