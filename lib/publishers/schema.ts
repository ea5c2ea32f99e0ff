import { z } from "zod";
import { lineSchema } from "@/lib/one-line";
import { reliabilities } from "@/lib/taxonomy/terms";

export const publisherInputSchema = z.strictObject({
  name: lineSchema(200, "Give a name"),
  homepage: z
    .url({ protocol: /^https?$/, error: "Give an http or https address" })
    .nullable()
    .default(null),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Give an ISO 3166 code, such as IQ")
    .nullable()
    .default(null),
  reliability: z.enum(reliabilities, "Choose A to F").nullable().default(null),
  domains: z.array(z.string().trim().toLowerCase().min(3).max(253)).max(20).default([]),
});
export type PublisherInput = z.infer<typeof publisherInputSchema>;
