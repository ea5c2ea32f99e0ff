"use server";

import { z } from "zod";
import { action } from "@/lib/api/action";
import { addressSchema } from "@/lib/auth/address";
import { createApiKey, newKeySchema, revokeApiKey } from "@/lib/auth/api-keys";
import { invitationSchema, invitePerson, renewInvitation, withdrawInvitation } from "@/lib/auth/invitations";
import { makePasswordLink } from "@/lib/auth/password-reset";
import { resetTwoFactor, setDisabled, setRole, signOutPerson } from "@/lib/auth/people";
import { setTwoFactorRequired } from "@/lib/auth/two-factor-rule";
import { roles } from "@/lib/taxonomy/terms";

const userId = z.string().min(1).max(100);
const ofPerson = z.strictObject({ userId });

export const invitePersonAction = action(invitationSchema, invitePerson);
export const renewInvitationAction = action(ofPerson, renewInvitation);
export const withdrawInvitationAction = action(ofPerson, withdrawInvitation);
export const makePasswordLinkAction = action(ofPerson, makePasswordLink);
export const signOutPersonAction = action(ofPerson, signOutPerson);
export const resetTwoFactorAction = action(ofPerson, resetTwoFactor);
export const setRoleAction = action(z.strictObject({ userId, role: z.enum(roles) }), setRole);
export const setDisabledAction = action(z.strictObject({ userId, isDisabled: z.boolean() }), setDisabled);

export const createApiKeyAction = action(newKeySchema.extend({ email: addressSchema }), createApiKey);

export const revokeApiKeyAction = action(
  z.strictObject({ id: z.string().min(1).max(100) }),
  async (principal, { id }) => revokeApiKey(principal, id),
);

export const setTwoFactorRequiredAction = action(
  z.strictObject({ isRequired: z.boolean() }),
  setTwoFactorRequired,
);
