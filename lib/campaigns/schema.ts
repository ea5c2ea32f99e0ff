import { z } from "zod";

export const campaignInputSchema = z.strictObject({
  name: z.string().trim().min(1, "Give a name").max(200, "At most 200 characters"),
  description: z.string().trim().max(5000, "At most 5,000 characters").default(""),
});
export type CampaignInput = z.infer<typeof campaignInputSchema>;
