import "server-only";
import { recordAuditEvent } from "@/lib/audit/commands";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { forgetAttempts, requireAttempt } from "./attempts";
import { auth } from "./auth";
import { forgetDevices } from "./people";
import { type Principal, requireRole } from "./principal";

// Each of these acts for the signed-in person alone: Better Auth reads who that is from the browser's cookie,
// and the answer of the server action renews the cookie where the session changes.
type Own = { id: string };

async function requireOwn(principal: Principal | null): Promise<Own> {
  requireRole(principal, "viewer");
  if (principal.via !== "session" || principal.id === null) {
    throw new AppError("forbidden", { message: "Sign in to change your account." });
  }
  await requireAttempt("password", principal.id);
  return { id: principal.id };
}

const wrong = (path: string, message: string) =>
  new AppError("invalid-input", { message, errors: [{ path, message }] });

const messages: Record<string, () => AppError> = {
  INVALID_PASSWORD: () => wrong("password", "This is not your password."),
  INVALID_CODE: () =>
    wrong("code", "This is not the code of the moment. Wait for the next one, then try again."),
  TOTP_ALREADY_ENABLED: () => new AppError("conflict", { message: "Two-factor sign-in is on already." }),
  TOTP_NOT_ENABLED: () => new AppError("conflict", { message: "Begin again: there is nothing to confirm." }),
  TWO_FACTOR_NOT_ENABLED: () => new AppError("conflict", { message: "Two-factor sign-in is off." }),
};

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const body = error instanceof Error && "body" in error ? error.body : null;
    const code = typeof body === "object" && body !== null && "code" in body ? String(body.code) : "";
    throw messages[code]?.() ?? error;
  }
}

export type TwoFactorStart = {
  /** otpauth address, for the QR code. */
  uri: string;
  /** The same secret to type, Base32. */
  secret: string;
  backupCodes: string[];
};

/** Makes a secret and backup codes; they count once confirmTwoFactor has seen a code. */
export async function startTwoFactor(
  principal: Principal | null,
  { password }: { password: string },
  browser: Headers,
): Promise<TwoFactorStart> {
  const { id } = await requireOwn(principal);
  const started = await translated(
    auth().api.enableTwoFactor({ body: { password, method: "totp" }, headers: browser }),
  );
  if (!("totpURI" in started)) {
    throw new Error("a secret was asked for, and none was made");
  }
  await forgetAttempts("password", id);
  const { totpURI: uri, backupCodes } = started;
  return { uri, secret: new URL(uri).searchParams.get("secret") ?? "", backupCodes };
}

/** Turns two-factor sign-in on, once the app shows the right code. */
export async function confirmTwoFactor(
  principal: Principal | null,
  { code }: { code: string },
  browser: Headers,
): Promise<void> {
  const { id } = await requireOwn(principal);
  await translated(auth().api.verifyTOTP({ body: { code: code.replace(/\s/g, "") }, headers: browser }));
  await forgetAttempts("password", id);
  await record(principal, "two-factor-on");
}

/** Turns two-factor sign-in off, and forgets the devices that were trusted. */
export async function stopTwoFactor(
  principal: Principal | null,
  { password }: { password: string },
  browser: Headers,
): Promise<void> {
  const { id } = await requireOwn(principal);
  await translated(auth().api.disableTwoFactor({ body: { password }, headers: browser }));
  await forgetAttempts("password", id);
  await inTransaction((transaction) => forgetDevices(transaction, id));
  await record(principal, "two-factor-off");
}

/** Makes new backup codes; the former ones stop working. */
export async function renewBackupCodes(
  principal: Principal | null,
  { password }: { password: string },
  browser: Headers,
): Promise<{ backupCodes: string[] }> {
  const { id } = await requireOwn(principal);
  const { backupCodes } = await translated(
    auth().api.generateBackupCodes({ body: { password }, headers: browser }),
  );
  await forgetAttempts("password", id);
  await record(principal, "backup-codes-made");
  return { backupCodes };
}

async function record(
  principal: Principal | null,
  action: "two-factor-on" | "two-factor-off" | "backup-codes-made",
): Promise<void> {
  requireRole(principal, "viewer");
  await recordAuditEvent(database(), principal, { action, target: principal.email });
}

/** Whether somebody signs in with two factors. */
export async function hasTwoFactor(userId: string): Promise<boolean> {
  return (await database().user.count({ where: { id: userId, twoFactorEnabled: true } })) > 0;
}
