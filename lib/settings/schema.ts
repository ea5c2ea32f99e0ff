import { z } from "zod";

export const reviewSettingSchema = z.strictObject({ isRequired: z.boolean() });
export type ReviewSetting = z.infer<typeof reviewSettingSchema>;
