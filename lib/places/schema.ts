import { z } from "zod";
import { isTimeZone } from "@/lib/dates/zones";
import { lineSchema, oneLine } from "@/lib/one-line";
import { placeKinds } from "@/lib/taxonomy/terms";

const name = lineSchema(200, "Give a name");

export const placeInputSchema = z.strictObject({
  name,
  kind: z.enum(placeKinds, "Choose a kind").default("site"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Give an ISO 3166 code, such as IQ")
    .nullable()
    .default(null),
  admin1: z.string().overwrite(oneLine).max(200, "At most 200 characters").nullable().default(null),
  parent: z.string().max(100).nullable().default(null),
  latitude: z.number("Give the latitude").min(-90, "Give -90 to 90").max(90, "Give -90 to 90"),
  longitude: z.number("Give the longitude").min(-180, "Give -180 to 180").max(180, "Give -180 to 180"),
  timeZone: z
    .string()
    .refine(isTimeZone, "Give an IANA time zone, such as Asia/Baghdad")
    .nullable()
    .default(null),
  aliases: z.array(name).max(50, "At most 50 other names").default([]),
});
export type PlaceInput = z.infer<typeof placeInputSchema>;
