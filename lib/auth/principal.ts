import { AppError } from "@/lib/errors";
import { type Role, roles } from "@/lib/taxonomy/terms";

/** Who acts: a signed-in person or the owner of an API key. */
export type Principal = {
  id: string | null;
  name: string;
  email: string | null;
  /** What they may do now: less than the account's own role where limitedBy says so. */
  role: Role;
  via: "session" | "api-key" | "system";
  limitedBy?: "key-scope" | "two-factor";
  /** Network address that the request came from. */
  address?: string | null;
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
    throw new AppError("forbidden", { message: refusal(principal, role) });
  }
}

function refusal({ role: own, limitedBy }: Principal, role: Role): string {
  if (limitedBy === "key-scope") {
    return `The scope of this API key, or the role of its owner, does not allow it to ${mayDo[role]}.`;
  }
  if (limitedBy === "two-factor") {
    return "This site requires two-factor sign-in for your role. Set it up on your account page first.";
  }
  return `Your role is ${own}; only the role ${role} or above may ${mayDo[role]}.`;
}
