"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { action } from "@/lib/api/action";
import { createOwnApiKey, newKeySchema, revokeApiKey } from "@/lib/auth/api-keys";
import { changeOwnPassword, endOtherSessions } from "@/lib/auth/own-account";
import { newPasswordSchema } from "@/lib/auth/password";
import { confirmTwoFactor, renewBackupCodes, startTwoFactor, stopTwoFactor } from "@/lib/auth/two-factor";

const password = z.string().min(1, "Give your password").max(200);

export const changePasswordAction = action(
  z.strictObject({ current: password, next: newPasswordSchema }),
  async (principal, input) => changeOwnPassword(principal, input, await headers()),
);

export const endOtherSessionsAction = action(z.strictObject({}), async (principal) =>
  endOtherSessions(principal, await headers()),
);

export const startTwoFactorAction = action(z.strictObject({ password }), async (principal, input) =>
  startTwoFactor(principal, input, await headers()),
);

export const confirmTwoFactorAction = action(
  z.strictObject({ code: z.string().max(20) }),
  async (principal, input) => confirmTwoFactor(principal, input, await headers()),
);

export const stopTwoFactorAction = action(z.strictObject({ password }), async (principal, input) =>
  stopTwoFactor(principal, input, await headers()),
);

export const renewBackupCodesAction = action(z.strictObject({ password }), async (principal, input) =>
  renewBackupCodes(principal, input, await headers()),
);

// The form is the administrators' one, which also says for whom.
export const createOwnKeyAction = action(
  newKeySchema.extend({ email: z.string().max(300) }),
  async (principal, { email: _email, ...input }) => createOwnApiKey(principal, input),
);

export const revokeOwnKeyAction = action(
  z.strictObject({ id: z.string().min(1).max(100) }),
  async (principal, { id }) => revokeApiKey(principal, id),
);
