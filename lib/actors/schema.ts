import { z } from "zod";
import { lineSchema, linesSchema } from "@/lib/one-line";
import { actorKinds } from "@/lib/taxonomy/terms";

const name = lineSchema(200, "Give a name");

const fields = {
  name,
  kind: z.enum(actorKinds, "Choose a kind"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Give an ISO 3166 code, such as IQ")
    .nullable(),
  parent: z.string().max(100).nullable(),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d{0,15}$/, "Give a Wikidata id, such as Q12345")
    .nullable(),
  description: linesSchema(1000),
  aliases: z.array(name).max(50, "At most 50 other names"),
};

export const actorInputSchema = z.strictObject({
  name: fields.name,
  kind: fields.kind.default("other"),
  country: fields.country.default(null),
  parent: fields.parent.default(null),
  wikidata: fields.wikidata.default(null),
  description: fields.description.default(""),
  aliases: fields.aliases.default([]),
});
export type ActorInput = z.infer<typeof actorInputSchema>;

/** A change: only what is given changes; other names are replaced as a whole. */
export const actorPatchSchema = z.strictObject({
  ...z.object(fields).partial().shape,
  takeAliasesFrom: z
    .array(z.string().max(100))
    .max(50)
    .optional()
    .meta({ description: "Slugs of actors that lose the other names which this actor gets" }),
});
export type ActorPatch = z.infer<typeof actorPatchSchema>;
