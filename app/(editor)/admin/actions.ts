"use server";

import { z } from "zod";
import { action } from "@/lib/api/action";
import { addUser, createApiKey } from "@/lib/auth/accounts";
import { addressSchema } from "@/lib/auth/address";
import { revokeApiKey, setDisabled, setRole } from "@/lib/auth/people";
import { roles } from "@/lib/taxonomy/terms";

const userId = z.string().min(1).max(100);

export const addUserAction = action(
  z.strictObject({
    email: addressSchema,
    name: z.string().trim().max(100, "At most 100 characters"),
    role: z.enum(roles, "Choose a role"),
  }),
  async (principal, { name, ...input }) => addUser(principal, { ...input, name: name || undefined }),
);

export const setRoleAction = action(z.strictObject({ userId, role: z.enum(roles) }), setRole);

export const setDisabledAction = action(z.strictObject({ userId, isDisabled: z.boolean() }), setDisabled);

export const createApiKeyAction = action(
  z.strictObject({
    email: addressSchema,
    name: z.string().trim().min(1, "Say what the key is for").max(32, "At most 32 characters"),
  }),
  createApiKey,
);

export const revokeApiKeyAction = action(
  z.strictObject({ id: z.string().min(1).max(100) }),
  async (principal, { id }) => revokeApiKey(principal, id),
);
