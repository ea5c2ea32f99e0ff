import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { eventTypes } from "@/lib/taxonomy/event-types";
import { linkTypes, participationRoles } from "@/lib/taxonomy/terms";

const countSchema = z
  .object({ min: z.int().nonnegative(), max: z.int().nonnegative().nullable() })
  .refine(({ min, max }) => max === null || max >= min, "max is below min")
  .nullable();

const placeSchema = z.object({
  names: z.array(z.string().min(1)),
  country: z.string().length(2).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  toleranceKm: z.number().positive().nullish(),
});

const incidentSchema = z.object({
  key: z.string().regex(/^[a-z0-9-]+$/),
  /** false: background, which may be found or missed. */
  core: z.boolean(),
  title: z.string().min(1),
  /** EDTF; occurredAlso holds other readings of the same words. */
  occurred: z.string().min(1),
  occurredAlso: z.array(z.string().min(1)).optional(),
  place: placeSchema.nullable(),
  /** Any of them is right, best first. */
  eventTypes: z.array(z.enum(eventTypes)).min(1),
  killed: countSchema,
  injured: countSchema,
  participants: z.array(
    z.object({ names: z.array(z.string().min(1)).min(1), role: z.enum(participationRoles) }),
  ),
  /** Words of the report that locate the incident. */
  cue: z.string().min(1),
});

const goldSchema = z.object({
  article: z.string(),
  publishedOn: z.iso.date(),
  /** false: the reader is not told the date and has to find it in the text. */
  publishedOnGiven: z.boolean().default(true),
  incidents: z.array(incidentSchema),
  links: z.array(z.object({ from: z.string(), to: z.string(), types: z.array(z.enum(linkTypes)).min(1) })),
});

export type GoldIncident = z.infer<typeof incidentSchema>;
export type GoldArticle = z.infer<typeof goldSchema>;
export type GoldReport = { gold: GoldArticle; text: string };

/** Every report of a folder with its labels (NAME.txt, NAME.gold.json), by name. Throws on a label out of shape. */
export function readGoldReports(folder: string): GoldReport[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".gold.json"));
  return files.sort().map((file) => {
    const gold = goldSchema.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8")));
    return { gold, text: readFileSync(path.join(folder, path.basename(gold.article)), "utf8") };
  });
}
