import "server-only";
import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { admin, twoFactor } from "better-auth/plugins";
import { createAccessControl } from "better-auth/plugins/access";
import { adminAc, defaultStatements, userAc } from "better-auth/plugins/admin/access";
import { database } from "@/lib/db/client";
import { baseUrl, env } from "@/lib/env";
import { storedAddress } from "./address";
import { countAttempt, forgetAttempts } from "./attempts";
import { auditSignIns } from "./audit-sign-ins";

const access = createAccessControl(defaultStatements);
const ordinary = access.newRole(userAc.statements);
const administrator = access.newRole(adminAc.statements);

const limitsAttempts = () => env().NODE_ENV === "production";

const readSignIn = createAuthMiddleware(async (context) => {
  if (context.path === "/sign-in/email" && typeof context.body?.email === "string") {
    if (limitsAttempts() && !(await countAttempt("account", storedAddress(context.body.email.trim())))) {
      throw new APIError("TOO_MANY_REQUESTS", { message: "Too many attempts. Wait ten minutes." });
    }
    return { context: { body: { ...context.body, email: storedAddress(context.body.email.trim()) } } };
  }
  return undefined;
});

const endSignIn = createAuthMiddleware(async (context) => {
  if (limitsAttempts() && context.path === "/sign-in/email" && context.context.newSession) {
    await forgetAttempts("account", context.context.newSession.user.email);
  }
});

function createAuth() {
  const secret = env().SIGHTLINE_SECRET;
  if (!secret) {
    throw new Error("SIGHTLINE_SECRET is not set: start Sightline with npm start, which sets it.");
  }
  const url = baseUrl();
  return betterAuth({
    appName: "Sightline",
    baseURL: url,
    secret,
    trustedOrigins: [url, `http://localhost:${env().PORT}`, `http://127.0.0.1:${env().PORT}`],
    telemetry: { enabled: false },
    database: prismaAdapter(database(), { provider: "postgresql", transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: limitsAttempts(),
      storage: "database",
      window: 60,
      max: 300,
      customRules: {
        "/sign-in/email": { window: 60, max: 20 },
        "/two-factor/*": { window: 60, max: 20 },
      },
    },
    advanced: { useSecureCookies: url.startsWith("https:"), cookiePrefix: "sightline" },
    hooks: { before: readSignIn, after: endSignIn },
    plugins: [
      admin({
        defaultRole: "viewer",
        adminRoles: ["admin"],
        ac: access,
        roles: { viewer: ordinary, contributor: ordinary, editor: ordinary, admin: administrator },
      }),
      apiKey({
        schema: { apikey: { modelName: "apiKey" } },
        defaultPrefix: "sl_",
        requireName: true,
        rateLimit: { enabled: false },
        enableSessionForAPIKeys: false,
      }),
      twoFactor({ issuer: "Sightline" }),
      // After two-factor's own hook: a session that still waits for its code is none.
      auditSignIns(),
      nextCookies(),
    ],
  });
}

let instance: ReturnType<typeof createAuth> | undefined;

/** Better Auth of this process; made at the first use, so that a build needs no secret. */
export function auth(): ReturnType<typeof createAuth> {
  instance ??= createAuth();
  return instance;
}
