"use server";

import { z } from "zod";
import { action } from "@/lib/api/action";
import { changeOwnPassword, endOtherSessions } from "@/lib/auth/own-account";
import { requireRole } from "@/lib/auth/principal";

export const changePasswordAction = action(
  z.strictObject({
    current: z.string().min(1, "Give your present password").max(200),
    next: z.string().min(12, "At least 12 characters").max(200, "At most 200 characters"),
  }),
  async (principal, input) => {
    requireRole(principal, "viewer");
    await changeOwnPassword(input);
  },
);

export const endOtherSessionsAction = action(z.strictObject({}), async (principal) => {
  requireRole(principal, "viewer");
  await endOtherSessions();
});
