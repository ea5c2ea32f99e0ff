import "server-only";
import { recordAuditEvent } from "@/lib/audit/commands";
import { database, type Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { type Role, roles } from "@/lib/taxonomy/terms";
import { shownAddress } from "./address";
import { endLinks, linkEnds } from "./one-time-links";
import { type Principal, requireRole } from "./principal";

/** What makes an account one that somebody can sign in to. */
export const withPassword = { providerId: "credential", password: { not: null } } as const;

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDisabled: boolean;
  /** Has chosen no password yet. */
  isInvited: boolean;
  /** Until when the link of the invitation works, ISO; null when there is none. */
  invitedUntil: string | null;
  hasTwoFactor: boolean;
  /** Last use of a session that still lasts, ISO. */
  lastSeenAt: string | null;
};

/** Everybody with an account, by name. Administrators. */
export async function listPeople(principal: Principal | null): Promise<Person[]> {
  requireRole(principal, "admin");
  const invitations = await linkEnds(database(), "invitation");
  const rows = await database().user.findMany({
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      banned: true,
      twoFactorEnabled: true,
      accounts: { where: withPassword, select: { id: true } },
      sessions: { select: { updatedAt: true }, orderBy: { updatedAt: "desc" }, take: 1 },
    },
    orderBy: [{ name: "asc" }, { email: "asc" }],
  });
  return rows.map(({ email, role, banned, sessions, twoFactorEnabled, accounts, ...row }) => ({
    ...row,
    email: shownAddress(email),
    role: roles.find((known) => known === role) ?? "viewer",
    isDisabled: banned,
    isInvited: accounts.length === 0,
    invitedUntil: invitations.get(row.id)?.toISOString() ?? null,
    hasTwoFactor: twoFactorEnabled,
    lastSeenAt: sessions[0]?.updatedAt.toISOString() ?? null,
  }));
}

/** Throws conflict when nobody but this person could administrate the site; locks the administrators. */
async function requireOtherAdministrator(transaction: Transaction, userId: string): Promise<void> {
  const others = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" AS u WHERE role = 'admin' AND NOT banned
      AND EXISTS (SELECT FROM account WHERE user_id = u.id AND password IS NOT NULL)
    ORDER BY id FOR UPDATE`;
  if (!others.some(({ id }) => id !== userId)) {
    throw new AppError("conflict", {
      message: "This is the only administrator. Give somebody else the role admin first.",
    });
  }
}

type Account = { id: string; name: string; email: string; role: string; banned: boolean };

/** The account, its e-mail address as people read it; throws not-found. */
export async function requireAccount(transaction: Transaction, userId: string): Promise<Account> {
  const user = await transaction.user.findUnique({
    where: { id: userId },
    select: { id: true, name: true, email: true, role: true, banned: true },
  });
  if (!user) {
    throw new AppError("not-found", { message: "There is no such account." });
  }
  return { ...user, email: shownAddress(user.email) };
}

/** Ends all sessions, sign-ins that wait for a code, and devices that need none. */
export async function endSessions(transaction: Transaction, userId: string): Promise<void> {
  await transaction.session.deleteMany({ where: { userId } });
  await forgetDevices(transaction, userId);
}

/** Ends sign-ins that wait for a code, and the trust in devices that need none. */
export async function forgetDevices(transaction: Transaction, userId: string): Promise<void> {
  await transaction.verification.deleteMany({
    where: {
      value: userId,
      OR: [{ identifier: { startsWith: "2fa-" } }, { identifier: { startsWith: "trust-device-" } }],
    },
  });
}

/** Gives somebody another role; the last administrator keeps theirs. Administrators. */
export async function setRole(
  principal: Principal | null,
  { userId, role }: { userId: string; role: Role },
): Promise<void> {
  requireRole(principal, "admin");
  await inTransaction(async (transaction) => {
    const account = await requireAccount(transaction, userId);
    if (role === account.role) {
      return;
    }
    if (role !== "admin") {
      await requireOtherAdministrator(transaction, userId);
    }
    await transaction.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
    await recordAuditEvent(transaction, principal, {
      action: "role-changed",
      target: account.email,
      details: { from: account.role, to: role },
    });
  });
}

/** Disables an account, which ends its sessions and its keys' use, or enables it again. Administrators. */
export async function setDisabled(
  principal: Principal | null,
  { userId, isDisabled }: { userId: string; isDisabled: boolean },
): Promise<void> {
  requireRole(principal, "admin");
  await inTransaction(async (transaction) => {
    const account = await requireAccount(transaction, userId);
    if (isDisabled) {
      await requireOtherAdministrator(transaction, userId);
      await endSessions(transaction, userId);
      await endLinks(transaction, "password", userId);
    }
    await transaction.user.update({
      where: { id: userId },
      data: { banned: isDisabled },
      select: { id: true },
    });
    await recordAuditEvent(transaction, principal, {
      action: isDisabled ? "account-disabled" : "account-enabled",
      target: account.email,
    });
  });
}

/** Signs somebody out on every device; their API keys go on working. Administrators. */
export async function signOutPerson(
  principal: Principal | null,
  { userId }: { userId: string },
): Promise<void> {
  requireRole(principal, "admin");
  await inTransaction(async (transaction) => {
    const account = await requireAccount(transaction, userId);
    await endSessions(transaction, userId);
    await recordAuditEvent(transaction, principal, { action: "sign-out-everywhere", target: account.email });
  });
}

/**
 * Takes the second factor from somebody who lost it, and signs them out everywhere: the password alone signs
 * them in again. Administrators.
 */
export async function resetTwoFactor(
  principal: Principal | null,
  { userId }: { userId: string },
): Promise<void> {
  requireRole(principal, "admin");
  await inTransaction(async (transaction) => {
    const account = await requireAccount(transaction, userId);
    const { count } = await transaction.twoFactor.deleteMany({ where: { userId } });
    if (count === 0) {
      throw new AppError("conflict", { message: `${account.name} has no two-factor sign-in.` });
    }
    await transaction.user.update({
      where: { id: userId },
      data: { twoFactorEnabled: false },
      select: { id: true },
    });
    await endSessions(transaction, userId);
    await recordAuditEvent(transaction, principal, { action: "two-factor-reset", target: account.email });
  });
}
