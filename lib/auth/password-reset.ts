import "server-only";
import { z } from "zod";
import { nobody, recordAuditEvent } from "@/lib/audit/commands";
import { database, type Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { baseUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { sendMail } from "@/lib/mail/send";
import { paths } from "@/lib/paths";
import { addressSchema, shownAddress, storedAddress } from "./address";
import { requireAttempt } from "./attempts";
import { makeLink, ownerOfLink, spendLink } from "./one-time-links";
import { hashPassword, newPasswordSchema } from "./password";
import { endSessions, requireAccount, withPassword } from "./people";
import { type Principal, requireRole } from "./principal";

const HOUR_MS = 3_600_000;

const hasPassword = async (transaction: Transaction, userId: string): Promise<boolean> =>
  (await transaction.account.count({ where: { userId, ...withPassword } })) > 0;

/**
 * Counts a request for a password link and checks its words; the same for every address, so that nobody
 * learns from it who has an account. Throws invalid-input or too-many-requests.
 * @returns the address to give to sendPasswordLink, after the answer
 */
export async function askForPasswordLink(email: string, address: string | null): Promise<string> {
  const asked = addressSchema.parse(email.trim());
  await requireAttempt("reset-address", address ?? "unknown");
  await requireAttempt("reset-account", storedAddress(asked));
  return asked;
}

/** Mails a link of one hour to whoever signs in with the address; nobody otherwise. */
export async function sendPasswordLink(email: string, address: string | null): Promise<void> {
  const user = await database().user.findFirst({
    where: { email: storedAddress(email), banned: false, accounts: { some: withPassword } },
    select: { id: true },
  });
  if (!user) {
    return;
  }
  const { token } = await inTransaction(async (transaction) => {
    await recordAuditEvent(transaction, nobody(address), { action: "password-reset-asked", target: email });
    return makeLink(transaction, "password", { userId: user.id, lifetimeMs: HOUR_MS });
  });
  await sendMail({
    to: email,
    subject: "A new password for Sightline",
    text: [
      `Somebody, probably you, asked for a new password at ${baseUrl()}.`,
      `Choose it here within an hour:\n${baseUrl() + paths.newPassword(token)}`,
      "The link works once. If it was not you, do nothing: your password stays as it is.",
    ].join("\n\n"),
  });
}

export type PasswordLink = { email: string; link: string; expiresAt: string };

/** Makes a link of one day by which somebody chooses a new password, to pass on. Administrators. */
export async function makePasswordLink(
  principal: Principal | null,
  { userId }: { userId: string },
): Promise<PasswordLink> {
  requireRole(principal, "admin");
  return inTransaction(async (transaction) => {
    const { name, email, banned } = await requireAccount(transaction, userId);
    if (banned) {
      throw new AppError("conflict", { message: `The account of ${name} is disabled. Enable it first.` });
    }
    if (!(await hasPassword(transaction, userId))) {
      throw new AppError("conflict", { message: `${name} has no password yet. Send the invitation again.` });
    }
    const made = await makeLink(transaction, "password", { userId, lifetimeMs: 24 * HOUR_MS });
    await recordAuditEvent(transaction, principal, { action: "password-link-made", target: email });
    const link = baseUrl() + paths.newPassword(made.token);
    return { email, link, expiresAt: made.expiresAt.toISOString() };
  });
}

/** Whose password a link changes; null when it does not work any more. */
export async function getPasswordLink(token: string): Promise<{ email: string } | null> {
  const id = await ownerOfLink(database(), "password", token);
  const user = await database().user.findFirst({
    where: { id: id ?? "", banned: false },
    select: { email: true },
  });
  return user && { email: shownAddress(user.email) };
}

export const newPasswordInputSchema = z.strictObject({
  token: z.string().max(100),
  password: newPasswordSchema,
});

const dead = () =>
  new AppError("not-found", { message: "This link was used already, or is too old. Ask for a new one." });

/**
 * Gives an account the password that its owner chose, uses the link up and signs out everywhere. A second
 * factor stays.
 * @param address network address of who uses the link
 */
export async function resetPassword(
  input: z.input<typeof newPasswordInputSchema>,
  address: string | null,
): Promise<{ email: string }> {
  const { token, password } = newPasswordInputSchema.parse(input);
  if ((await getPasswordLink(token)) === null) {
    throw dead();
  }
  const hash = await hashPassword(password);
  return inTransaction(async (transaction) => {
    const userId = await ownerOfLink(transaction, "password", token);
    if (userId === null || !(await spendLink(transaction, "password", token))) {
      throw dead();
    }
    const { name, email } = await requireAccount(transaction, userId);
    await transaction.account.updateMany({
      where: { userId, providerId: "credential" },
      data: { password: hash },
    });
    await endSessions(transaction, userId);
    const actor = { id: userId, name, via: "session", address } as const;
    await recordAuditEvent(transaction, actor, { action: "password-reset", target: email });
    return { email };
  });
}
