import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { recordAuditEvent } from "@/lib/audit/commands";
import { database, type Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { baseUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { sendMail } from "@/lib/mail/send";
import { lineSchema } from "@/lib/one-line";
import { paths } from "@/lib/paths";
import { type Role, roles } from "@/lib/taxonomy/terms";
import { refuseSecond } from "./accounts";
import { addressSchema, shownAddress, storedAddress } from "./address";
import { endLinks, makeLink, ownerOfLink, spendLink } from "./one-time-links";
import { hashPassword, newPasswordSchema } from "./password";
import { requireAccount, withPassword } from "./people";
import { type Principal, requireRole } from "./principal";

const LIFETIME_MS = 7 * 86_400_000;

export const invitationSchema = z.strictObject({
  email: addressSchema,
  role: z.enum(roles, `Choose one of ${roles.join(", ")}`),
});

export type SentInvitation = {
  email: string;
  /** The link to pass on; null when it went by mail. */
  link: string | null;
  expiresAt: string;
};

type Fresh = { email: string; role: string; token: string; expiresAt: Date };

async function deliver(from: Principal, { email, role, token, expiresAt }: Fresh): Promise<SentInvitation> {
  const link = baseUrl() + paths.invitation(token);
  const isSent = await sendMail({
    to: email,
    subject: "Your account at Sightline",
    text: [
      `${from.name} invites you to ${baseUrl()} with the role ${role}.`,
      `Choose your name and a password here:\n${link}`,
      `The link works once, until ${expiresAt.toUTCString()}. If you did not expect it, do nothing.`,
    ].join("\n\n"),
  });
  return { email, link: isSent ? null : link, expiresAt: expiresAt.toISOString() };
}

/**
 * Makes an account without a password, and a link by which its owner chooses one; by mail where that works,
 * else to pass on. Administrators.
 */
export async function invitePerson(
  principal: Principal | null,
  input: z.input<typeof invitationSchema>,
): Promise<SentInvitation> {
  requireRole(principal, "admin");
  const { email, role } = invitationSchema.parse(input);
  await refuseSecond(email);
  const id = randomUUID();
  const made = await inTransaction(async (transaction) => {
    await transaction.user.create({
      data: { id, email: storedAddress(email), name: email.split("@")[0] ?? email, role },
      select: { id: true },
    });
    await recordAuditEvent(transaction, principal, { action: "invited", target: email, details: { role } });
    return makeLink(transaction, "invitation", { userId: id, lifetimeMs: LIFETIME_MS });
  }).catch(async (error: unknown) => {
    await refuseSecond(email);
    throw error;
  });
  return deliver(principal, { email, role, ...made });
}

async function requireInvited(transaction: Transaction, userId: string) {
  const account = await requireAccount(transaction, userId);
  if ((await transaction.account.count({ where: { userId, ...withPassword } })) > 0) {
    throw new AppError("conflict", { message: `${account.name} has accepted the invitation already.` });
  }
  return account;
}

/** Sends an invitation again, with a new link; the former one stops working. Administrators. */
export async function renewInvitation(
  principal: Principal | null,
  { userId }: { userId: string },
): Promise<SentInvitation> {
  requireRole(principal, "admin");
  const fresh = await inTransaction(async (transaction) => {
    const { email, role } = await requireInvited(transaction, userId);
    await recordAuditEvent(transaction, principal, { action: "invitation-renewed", target: email });
    const made = await makeLink(transaction, "invitation", { userId, lifetimeMs: LIFETIME_MS });
    return { email, role, ...made };
  });
  return deliver(principal, fresh);
}

/** Takes an invitation back: the account goes, and the link stops working. Administrators. */
export async function withdrawInvitation(
  principal: Principal | null,
  { userId }: { userId: string },
): Promise<void> {
  requireRole(principal, "admin");
  await inTransaction(async (transaction) => {
    const { email } = await requireInvited(transaction, userId);
    await endLinks(transaction, "invitation", userId);
    await transaction.user.deleteMany({ where: { id: userId, accounts: { none: withPassword } } });
    await recordAuditEvent(transaction, principal, { action: "invitation-withdrawn", target: email });
  });
}

const dead = () =>
  new AppError("not-found", {
    message: "This link was used already, or is too old. Ask an administrator for a new one.",
  });

/** Whom an invitation is for; null when its link does not work any more. */
export async function getInvitation(token: string): Promise<{ email: string; role: Role } | null> {
  const id = await ownerOfLink(database(), "invitation", token);
  const user = await database().user.findFirst({
    where: { id: id ?? "", banned: false, accounts: { none: withPassword } },
    select: { email: true, role: true },
  });
  return (
    user && { email: shownAddress(user.email), role: roles.find((role) => role === user.role) ?? "viewer" }
  );
}

export const acceptanceSchema = z.strictObject({
  token: z.string().max(100),
  name: lineSchema(100, "Give your name"),
  password: newPasswordSchema,
});

/**
 * Gives an invited account its name and password; the link is used up.
 * @param address network address of who accepts
 * @returns the e-mail address to sign in with
 */
export async function acceptInvitation(
  input: z.input<typeof acceptanceSchema>,
  address: string | null,
): Promise<{ email: string }> {
  const { token, name, password } = acceptanceSchema.parse(input);
  if ((await getInvitation(token)) === null) {
    throw dead();
  }
  const hash = await hashPassword(password);
  return inTransaction(async (transaction) => {
    const userId = await ownerOfLink(transaction, "invitation", token);
    if (userId === null || !(await spendLink(transaction, "invitation", token))) {
      throw dead();
    }
    const user = await transaction.user.update({
      where: { id: userId },
      data: { name },
      select: { id: true, email: true },
    });
    await transaction.account.create({
      data: { id: randomUUID(), accountId: userId, providerId: "credential", userId, password: hash },
      select: { id: true },
    });
    const email = shownAddress(user.email);
    const actor = { id: userId, name, via: "session", address } as const;
    await recordAuditEvent(transaction, actor, { action: "invitation-accepted", target: email });
    return { email };
  });
}
