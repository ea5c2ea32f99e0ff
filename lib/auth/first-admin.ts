import "server-only";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { addUser } from "./accounts";
import { systemPrincipal } from "./principal";

/**
 * Makes the first administrator where there is none: from SIGHTLINE_ADMIN_EMAIL and
 * SIGHTLINE_ADMIN_PASSWORD, else admin@localhost with a random password.
 * @returns the account, with the password only when it was made here; null when there is an administrator.
 */
export async function ensureFirstAdministrator(): Promise<{ email: string; password: string | null } | null> {
  const existing = await database().user.count({ where: { role: "admin" } });
  if (existing > 0) {
    return null;
  }
  const { SIGHTLINE_ADMIN_EMAIL, SIGHTLINE_ADMIN_PASSWORD } = env();
  const input = {
    email: SIGHTLINE_ADMIN_EMAIL ?? "admin@localhost",
    name: "Administrator",
    role: "admin",
    password: SIGHTLINE_ADMIN_PASSWORD,
  } as const;
  return addUser(systemPrincipal, input, "first-administrator");
}
