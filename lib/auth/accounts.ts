import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { recordAuditEvent } from "@/lib/audit/commands";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { type Role, roles } from "@/lib/taxonomy/terms";
import { addressSchema, storedAddress } from "./address";
import { auth } from "./auth";
import { type Principal, requireRole } from "./principal";

const newUserSchema = z.strictObject({
  email: addressSchema,
  name: z.string().trim().min(1).max(100).optional(),
  role: z.enum(roles, `Choose one of ${roles.join(", ")}`),
  password: z.string().min(12, "At least 12 characters").max(200).optional(),
});

// 18 random bytes: 144 bits, 24 characters.
const newPassword = () => randomBytes(18).toString("base64url");

/** Throws conflict when the address has an account already. */
export async function refuseSecond(email: string): Promise<void> {
  if ((await database().user.count({ where: { email: storedAddress(email) } })) > 0) {
    throw new AppError("conflict", { message: `There is an account for ${email} already.` });
  }
}

/**
 * Makes an account with a password.
 * @param event what the audit log calls it, when not the making of an account
 * @returns the password when one was made; it is stored only as a hash and cannot be shown again.
 */
export async function addUser(
  principal: Principal | null,
  input: z.input<typeof newUserSchema>,
  event?: "first-administrator",
): Promise<{ id: string; email: string; role: Role; password: string | null }> {
  requireRole(principal, "admin");
  const { email, name, role, password } = newUserSchema.parse(input);
  await refuseSecond(email);
  const made = password ? null : newPassword();
  const body = {
    email: storedAddress(email),
    name: name ?? email.split("@")[0] ?? email,
    password: password ?? made ?? undefined,
    // Better Auth types roles as user and admin until its client is told otherwise; ours are configured.
    role: role as "admin",
  };
  const { user } = await auth()
    .api.createUser({ body })
    .catch(async (error: unknown) => {
      await refuseSecond(email);
      throw error;
    });
  const action = event ?? "account-made";
  await recordAuditEvent(database(), principal, { action, target: email, details: { role } });
  return { id: user.id, email, role, password: made };
}
