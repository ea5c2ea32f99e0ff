import { type Role, roles } from "./terms";

/** What a key may do at most; each scope includes those before it, full is all that its owner may do. */
export const keyScopes = ["read", "write", "publish", "full"] as const;
export type KeyScope = (typeof keyScopes)[number];

export const keyScopeWords: Record<KeyScope, string> = {
  read: "read, unpublished too",
  write: "import and draft",
  publish: "publish and retract",
  full: "all its owner may",
};

const highest: Record<KeyScope, Role> = {
  read: "contributor",
  write: "contributor",
  publish: "editor",
  full: "admin",
};

/**
 * The role in which a key acts: the lower of its owner's and its scope's. Drafts are read by contributors, so
 * that a key that may only read has their role for a read and a viewer's for everything else.
 */
export function roleOfKey(owner: Role, scope: KeyScope, isRead: boolean): Role {
  const cap = scope === "read" && !isRead ? "viewer" : highest[scope];
  return roles[Math.min(roles.indexOf(owner), roles.indexOf(cap))] ?? "viewer";
}

const PERMISSION = "sightline";

/** The scope as Better Auth stores it with a key; nothing for full. */
export const storedScope = (scope: KeyScope): Record<string, string[]> | undefined =>
  scope === "full" ? undefined : { [PERMISSION]: [scope] };

/** The scope of a stored key; read when it holds something unknown, because less is safer. */
export function scopeOfStored(permissions: string | Record<string, string[]> | null | undefined): KeyScope {
  if (!permissions) {
    return "full";
  }
  const read: unknown = typeof permissions === "string" ? JSON.parse(permissions) : permissions;
  const [scope] = (read as Record<string, string[]> | null)?.[PERMISSION] ?? [];
  return keyScopes.find((known) => known === scope) ?? "read";
}
