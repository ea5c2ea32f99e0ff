import { z } from "zod";
import { lineSchema } from "@/lib/one-line";
import { actorKinds } from "@/lib/taxonomy/terms";

const name = lineSchema(200, "Give a name");

export const actorInputSchema = z.strictObject({
  name,
  kind: z.enum(actorKinds, "Choose a kind").default("other"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Give an ISO 3166 code, such as IQ")
    .nullable()
    .default(null),
  parent: z.string().max(100).nullable().default(null),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, "Give a Wikidata id, such as Q12345")
    .nullable()
    .default(null),
  description: z.string().trim().max(1000, "At most 1,000 characters").default(""),
  aliases: z.array(name).max(50, "At most 50 other names").default([]),
});
export type ActorInput = z.infer<typeof actorInputSchema>;
