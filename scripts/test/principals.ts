import type { Principal } from "@/lib/auth/principal";
import type { Role } from "@/lib/taxonomy/terms";
import { makeUser } from "./factories";

/** Somebody signed in, with an account of their own. */
export async function makePrincipal(role: Role): Promise<Principal> {
  const { id, name, email } = await makeUser({ role });
  return { id, name, email, role, via: "session" };
}
