import "server-only";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { type AuditActor, nobody, recordAuditEvent } from "@/lib/audit/commands";
import { database } from "@/lib/db/client";
import { addressSchema, shownAddress } from "./address";

const codePaths = ["/two-factor/verify-totp", "/two-factor/verify-backup-code"];

type Asked = { path: string; body?: unknown; headers?: Headers | undefined };

const addressOf = ({ headers }: Asked): string | null =>
  headers?.get("x-forwarded-for")?.slice(0, 45) ?? null;

/** The account's address as it was typed; anything else may be a password in the wrong field. */
function typedAddress(body: unknown): string | null {
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : null;
  const parsed = addressSchema.safeParse(email);
  return parsed.success ? shownAddress(parsed.data) : null;
}

/** Writes into the audit log who signed in, and who could not and why. */
export function auditSignIns(): BetterAuthPlugin {
  const handler = createAuthMiddleware(async (context) => {
    const { newSession, returned } = context.context;
    const address = addressOf(context);
    const method = codePaths.includes(context.path) ? "password and code" : "password";
    if (newSession) {
      const { id, name, email } = newSession.user;
      const actor: AuditActor = { id, name, via: "session", address };
      await recordAuditEvent(database(), actor, {
        action: "sign-in",
        target: shownAddress(email),
        details: { method },
      });
      return;
    }
    if (returned instanceof APIError) {
      const cookie = context.context.createAuthCookie("two_factor").name;
      const challenge = codePaths.includes(context.path)
        ? await context.getSignedCookie(cookie, context.context.secret)
        : null;
      await recordAuditEvent(database(), nobody(address), {
        action: "sign-in-failed",
        target: challenge ? await ownerOfChallenge(challenge) : typedAddress(context.body),
        details: { method, reason: String(returned.body?.code ?? returned.status).toLowerCase() },
      });
    }
  });
  const matcher = ({ path, request }: { path?: string; request?: Request }) =>
    path === "/sign-in/email" || (codePaths.includes(path ?? "") && request !== undefined);
  return { id: "audit-sign-ins", hooks: { after: [{ matcher, handler }] } };
}

async function ownerOfChallenge(identifier: string): Promise<string | null> {
  const row = await database().verification.findFirst({ where: { identifier }, select: { value: true } });
  const user =
    row && (await database().user.findUnique({ where: { id: row.value }, select: { email: true } }));
  return user ? shownAddress(user.email) : null;
}
