import "server-only";
import { headers } from "next/headers";
import { recordAuditEvent } from "@/lib/audit/commands";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { forgetAttempts, requireAttempt } from "./attempts";
import { auth } from "./auth";
import { endLinks } from "./one-time-links";
import { forgetDevices } from "./people";
import { type Principal, requireRole } from "./principal";

export type OwnSession = {
  token: string;
  device: string;
  address: string | null;
  startedAt: string;
  isThisOne: boolean;
};

/** The sessions of the signed-in person, the present one first. */
export async function listOwnSessions(): Promise<OwnSession[]> {
  const from = await headers();
  const [current, sessions] = await Promise.all([
    auth().api.getSession({ headers: from }),
    auth().api.listSessions({ headers: from }),
  ]);
  return sessions
    .map((session) => ({
      token: session.token,
      device: deviceWords(session.userAgent ?? ""),
      // Zeros stand for an address that was not known.
      address: session.ipAddress && /[1-9a-f]/i.test(session.ipAddress) ? session.ipAddress : null,
      startedAt: session.createdAt.toISOString(),
      isThisOne: session.token === current?.session.token,
    }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne) || b.startedAt.localeCompare(a.startedAt));
}

/** Browser and system of a user agent, as far as they can be told: "Firefox on Linux". */
function deviceWords(userAgent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1];
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera", "Mac OS X": "macOS" };
  const shown = [browser, system].filter((name) => name !== undefined).map((name) => names[name] ?? name);
  return shown.join(" on ") || "Unknown device";
}

/** Changes the password of the signed-in person, ends their other sessions and forgets trusted devices. */
export async function changeOwnPassword(
  principal: Principal | null,
  input: { current: string; next: string },
  browser: Headers,
): Promise<void> {
  requireRole(principal, "viewer");
  const id = principal.id ?? "";
  await requireAttempt("password", id);
  try {
    await auth().api.changePassword({
      body: { currentPassword: input.current, newPassword: input.next, revokeOtherSessions: true },
      headers: browser,
    });
  } catch (error) {
    throw isRefusal(error)
      ? new AppError("invalid-input", {
          message: "The present password is not right.",
          errors: [{ path: "current", message: "This is not your present password." }],
        })
      : error;
  }
  await forgetAttempts("password", id);
  await inTransaction(async (transaction) => {
    await forgetDevices(transaction, id);
    await endLinks(transaction, "password", id);
    await recordAuditEvent(transaction, principal, { action: "password-changed", target: principal.email });
  });
}

/** Ends all sessions of the signed-in person but this one, and forgets trusted devices. */
export async function endOtherSessions(principal: Principal | null, browser: Headers): Promise<void> {
  requireRole(principal, "viewer");
  await auth().api.revokeOtherSessions({ headers: browser });
  await inTransaction(async (transaction) => {
    await forgetDevices(transaction, principal.id ?? "");
    await recordAuditEvent(transaction, principal, {
      action: "sign-out-everywhere",
      target: principal.email,
    });
  });
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && "statusCode" in error && error.statusCode === 400;
