"use server";

import { action } from "@/lib/api/action";
import { setReviewRequired } from "@/lib/settings/commands";
import { reviewSettingSchema } from "@/lib/settings/schema";

export const setReviewRequiredAction = action(reviewSettingSchema, setReviewRequired);
