import { z } from "zod";
import { lineSchema } from "@/lib/one-line";

export const campaignInputSchema = z.strictObject({
  name: lineSchema(200, "Give a name"),
  description: z.string().trim().max(5000, "At most 5,000 characters").default(""),
});
export type CampaignInput = z.infer<typeof campaignInputSchema>;
