import { z } from "zod";
import { reliabilities } from "@/lib/taxonomy/terms";

export const publisherInputSchema = z.strictObject({
  name: z.string().trim().min(1, "Give a name").max(200, "At most 200 characters"),
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
