import "server-only";
import { z } from "zod";
import { recordAuditEvent } from "@/lib/audit/commands";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { lineSchema } from "@/lib/one-line";
import { type KeyScope, keyScopes, scopeOfStored, storedScope } from "@/lib/taxonomy/key-scopes";
import { shownAddress, storedAddress } from "./address";
import { auth } from "./auth";
import { withPassword } from "./people";
import { hasRole, type Principal, requireRole } from "./principal";

const DAY_SECONDS = 86_400;

const keyLifetimes = [30, 90, 365] as const;

export const newKeySchema = z.strictObject({
  name: lineSchema(32, "Say what the key is for"),
  scope: z.enum(keyScopes, `Choose one of ${keyScopes.join(", ")}`).default("full"),
  /** Days until it expires; null never. */
  days: z
    .union(
      keyLifetimes.map((days) => z.literal(days)),
      "Choose 30, 90 or 365 days",
    )
    .nullable()
    .default(null),
});
type NewKey = z.input<typeof newKeySchema>;

export type MadeKey = { key: string; name: string };

async function makeKey(principal: Principal, owner: { id: string; email: string }, input: NewKey) {
  const { name, scope, days } = newKeySchema.parse(input);
  const made = await auth().api.createApiKey({
    body: {
      name,
      userId: owner.id,
      permissions: storedScope(scope),
      ...(days === null ? {} : { expiresIn: days * DAY_SECONDS }),
    },
  });
  await recordAuditEvent(database(), principal, {
    action: "key-made",
    target: name,
    details: { owner: shownAddress(owner.email), scope, days },
  });
  return { key: made.key, name };
}

/** Makes an API key for somebody; the key is stored only as a hash and cannot be shown again. Administrators. */
export async function createApiKey(
  principal: Principal | null,
  { email, ...input }: NewKey & { email: string },
): Promise<MadeKey> {
  requireRole(principal, "admin");
  const owner = await database().user.findUnique({
    where: { email: storedAddress(email.trim().toLowerCase()), accounts: { some: withPassword } },
    select: { id: true, email: true },
  });
  if (!owner) {
    throw new AppError("not-found", { message: `Nobody signs in with the address ${email}.` });
  }
  return makeKey(principal, owner, input);
}

/** Makes an API key for oneself. Contributors, signed in: a key makes no keys. */
export async function createOwnApiKey(principal: Principal | null, input: NewKey): Promise<MadeKey> {
  requireRole(principal, "contributor");
  return makeKey(principal, ownerOf(principal), input);
}

function ownerOf(principal: Principal): { id: string; email: string } {
  if (principal.via !== "session" || principal.id === null || principal.email === null) {
    throw new AppError("forbidden", { message: "Sign in to manage your keys." });
  }
  return { id: principal.id, email: principal.email };
}

export type ApiKeyLine = {
  id: string;
  name: string;
  /** First characters of the key. */
  start: string;
  owner: string;
  scope: KeyScope;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
};

async function listKeys(where: { referenceId?: string }): Promise<ApiKeyLine[]> {
  const rows = await database().apiKey.findMany({
    where,
    select: {
      id: true,
      name: true,
      start: true,
      permissions: true,
      createdAt: true,
      lastRequest: true,
      expiresAt: true,
      user: { select: { email: true } },
    },
    orderBy: { createdAt: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name ?? "",
    start: row.start ?? "",
    owner: shownAddress(row.user.email),
    scope: scopeOfStored(row.permissions),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastRequest?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }));
}

/** All API keys, newest first; never the keys themselves. Administrators. */
export async function listApiKeys(principal: Principal | null): Promise<ApiKeyLine[]> {
  requireRole(principal, "admin");
  return listKeys({});
}

/** The signed-in person's own keys, newest first. Contributors. */
export async function listOwnApiKeys(principal: Principal | null): Promise<ApiKeyLine[]> {
  requireRole(principal, "contributor");
  return listKeys({ referenceId: ownerOf(principal).id });
}

/** Makes a key useless from now on. Its owner, or administrators. */
export async function revokeApiKey(principal: Principal | null, keyId: string): Promise<void> {
  requireRole(principal, "viewer");
  const owned = hasRole(principal, "admin") ? {} : { referenceId: ownerOf(principal).id };
  await inTransaction(async (transaction) => {
    const key = await transaction.apiKey.findFirst({
      where: { id: keyId, ...owned },
      select: { name: true, user: { select: { email: true } } },
    });
    const { count } = key ? await transaction.apiKey.deleteMany({ where: { id: keyId } }) : { count: 0 };
    if (!key || count === 0) {
      throw new AppError("not-found", { message: "There is no such key any more." });
    }
    await recordAuditEvent(transaction, principal, {
      action: "key-revoked",
      target: key.name,
      details: { owner: shownAddress(key.user.email) },
    });
  });
}
