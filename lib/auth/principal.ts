import { AppError } from "@/lib/errors";
import { type Role, roles } from "@/lib/taxonomy/terms";

/** Who acts: a signed-in person or the owner of an API key. */
export type Principal = {
  id: string | null;
  name: string;
  email: string | null;
  role: Role;
  via: "session" | "api-key" | "system";
};

/** The system itself: reference data, the demo, bulk imports from the shell. */
export const systemPrincipal: Principal = {
  id: null,
  name: "Sightline",
  email: null,
  role: "admin",
  via: "system",
};

/** True when the role is at least the given one; viewer < contributor < editor < admin. */
export const hasRole = (principal: Pick<Principal, "role">, role: Role): boolean =>
  roles.indexOf(principal.role) >= roles.indexOf(role);

const mayDo: Record<Role, string> = {
  viewer: "read",
  contributor: "import articles and draft incidents",
  editor: "publish, change and retract incidents",
  admin: "manage people and settings",
};

/**
 * Throws not-signed-in or forbidden, with a sentence, unless the principal has at least the role.
 * Commands call it first; pages only hide what it would refuse.
 */
export function requireRole(principal: Principal | null, role: Role): asserts principal is Principal {
  if (!principal) {
    throw new AppError("not-signed-in", { message: "Sign in, or send an API key, to do this." });
  }
  if (!hasRole(principal, role)) {
    throw new AppError("forbidden", {
      message: `Your role is ${principal.role}; only the role ${role} or above may ${mayDo[role]}.`,
    });
  }
}
