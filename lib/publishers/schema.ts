import { z } from "zod";
import { lineSchema } from "@/lib/one-line";
import { reliabilities } from "@/lib/taxonomy/terms";

/** As addresses of articles are compared: in lower case, without scheme, "www." and path. */
const bareDomain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/.*$/, "");

const fields = {
  name: lineSchema(200, "Give a name"),
  homepage: z
    .url({ protocol: /^https?$/, error: "Give an http or https address" })
    .max(500)
    .nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Give an ISO 3166 code, such as IQ")
    .nullable(),
  reliability: z.enum(reliabilities, "Choose A to F").nullable(),
  domains: z
    .array(
      z
        .string()
        .max(253, "At most 253 characters")
        .overwrite(bareDomain)
        .regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u, "Give a domain, such as rudaw.net"),
    )
    .max(20, "At most 20 domains"),
};

export const publisherInputSchema = z.strictObject({
  name: fields.name,
  homepage: fields.homepage.default(null),
  country: fields.country.default(null),
  reliability: fields.reliability.default(null),
  domains: fields.domains.default([]),
});
export type PublisherInput = z.infer<typeof publisherInputSchema>;

/** A change: only what is given changes; domains are replaced as a whole. */
export const publisherPatchSchema = z.strictObject(fields).partial();
export type PublisherPatch = z.infer<typeof publisherPatchSchema>;
