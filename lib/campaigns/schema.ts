import { z } from "zod";
import { lineSchema, linesSchema } from "@/lib/one-line";

const fields = {
  name: lineSchema(200, "Give a name"),
  description: linesSchema(5000),
};

export const campaignInputSchema = z.strictObject({
  name: fields.name,
  description: fields.description.default(""),
});
export type CampaignInput = z.infer<typeof campaignInputSchema>;

/** A change: only what is given changes. */
export const campaignPatchSchema = z.strictObject(fields).partial();
export type CampaignPatch = z.infer<typeof campaignPatchSchema>;
