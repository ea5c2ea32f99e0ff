import "server-only";
import { database, type Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { type Role, roles } from "@/lib/taxonomy/terms";
import { shownAddress } from "./address";
import { type Principal, requireRole } from "./principal";

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDisabled: boolean;
  /** Last use of a session that still lasts, ISO. */
  lastSeenAt: string | null;
};

/** Everybody with an account, by name. Administrators. */
export async function listPeople(principal: Principal | null): Promise<Person[]> {
  requireRole(principal, "admin");
  const rows = await database().user.findMany({
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      banned: true,
      sessions: { select: { updatedAt: true }, orderBy: { updatedAt: "desc" }, take: 1 },
    },
    orderBy: [{ name: "asc" }, { email: "asc" }],
  });
  return rows.map(({ email, role, banned, sessions, ...row }) => ({
    ...row,
    email: shownAddress(email),
    role: roles.find((known) => known === role) ?? "viewer",
    isDisabled: banned,
    lastSeenAt: sessions[0]?.updatedAt.toISOString() ?? null,
  }));
}

/** Throws conflict when nobody but this person could administrate the site; locks the administrators. */
async function requireOtherAdministrator(transaction: Transaction, userId: string): Promise<void> {
  const others = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE role = 'admin' AND NOT banned ORDER BY id FOR UPDATE`;
  if (!others.some(({ id }) => id !== userId)) {
    throw new AppError("conflict", {
      message: "This is the only administrator. Give somebody else the role admin first.",
    });
  }
}

async function requireUser(transaction: Transaction, userId: string): Promise<void> {
  if ((await transaction.user.count({ where: { id: userId } })) === 0) {
    throw new AppError("not-found", { message: "There is no such account." });
  }
}

/** Gives somebody another role; the last administrator keeps theirs. Administrators. */
export async function setRole(
  principal: Principal | null,
  { userId, role }: { userId: string; role: Role },
): Promise<void> {
  requireRole(principal, "admin");
  await inTransaction(async (transaction) => {
    await requireUser(transaction, userId);
    if (role !== "admin") {
      await requireOtherAdministrator(transaction, userId);
    }
    await transaction.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
  });
}

/** Disables an account, which ends its sessions and its keys' use, or enables it again. Administrators. */
export async function setDisabled(
  principal: Principal | null,
  { userId, isDisabled }: { userId: string; isDisabled: boolean },
): Promise<void> {
  requireRole(principal, "admin");
  await inTransaction(async (transaction) => {
    await requireUser(transaction, userId);
    if (isDisabled) {
      await requireOtherAdministrator(transaction, userId);
      await transaction.session.deleteMany({ where: { userId } });
    }
    await transaction.user.update({
      where: { id: userId },
      data: { banned: isDisabled },
      select: { id: true },
    });
  });
}

export type ApiKeyLine = {
  id: string;
  name: string;
  /** First characters of the key. */
  start: string;
  owner: string;
  createdAt: string;
  lastUsedAt: string | null;
};

/** All API keys, newest first; never the keys themselves. Administrators. */
export async function listApiKeys(principal: Principal | null): Promise<ApiKeyLine[]> {
  requireRole(principal, "admin");
  const rows = await database().apiKey.findMany({
    select: {
      id: true,
      name: true,
      start: true,
      createdAt: true,
      lastRequest: true,
      user: { select: { email: true } },
    },
    orderBy: { createdAt: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name ?? "",
    start: row.start ?? "",
    owner: shownAddress(row.user.email),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastRequest?.toISOString() ?? null,
  }));
}

/** Makes a key useless from now on. Administrators. */
export async function revokeApiKey(principal: Principal | null, keyId: string): Promise<void> {
  requireRole(principal, "admin");
  const { count } = await database().apiKey.deleteMany({ where: { id: keyId } });
  if (count === 0) {
    throw new AppError("not-found", { message: "There is no such key any more." });
  }
}
