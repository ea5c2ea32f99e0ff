import "server-only";
import { headers } from "next/headers";
import { AppError } from "@/lib/errors";
import { auth } from "./auth";

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

/** Changes the password of the signed-in person and ends their other sessions. */
export async function changeOwnPassword(input: { current: string; next: string }): Promise<void> {
  try {
    await auth().api.changePassword({
      body: { currentPassword: input.current, newPassword: input.next, revokeOtherSessions: true },
      headers: await headers(),
    });
  } catch (error) {
    throw isRefusal(error)
      ? new AppError("invalid-input", {
          message: "The present password is not right.",
          errors: [{ path: "current", message: "This is not your present password." }],
        })
      : error;
  }
}

/** Ends all sessions of the signed-in person but this one. */
export async function endOtherSessions(): Promise<void> {
  await auth().api.revokeOtherSessions({ headers: await headers() });
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && "statusCode" in error && error.statusCode === 400;
