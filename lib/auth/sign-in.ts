import "server-only";
import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies } from "next/headers";
import { baseUrl } from "@/lib/env";
import { auth } from "./auth";

// What the limit per address and the list of sessions need to know about the browser.
const passedOn = ["x-forwarded-for", "x-real-ip", "user-agent", "cookie"];

export type SignInAnswer =
  | { is: "signed-in" }
  /** The password was right; the code of the second factor is still to be given. */
  | { is: "code-needed" }
  | { is: "refused"; problem: string };

/**
 * Signs a browser in: the session cookie goes with the answer of the server action that calls this.
 * It takes the same way as the HTTP endpoint, so that the limit of attempts holds here too.
 */
export async function signIn(
  credentials: { email: string; password: string },
  browser: Headers,
): Promise<SignInAnswer> {
  const response = await post("sign-in/email", credentials, browser);
  if (!response.ok) {
    return { is: "refused", problem: await problemWords(response, passwordWords) };
  }
  const body: unknown = await response.json();
  const isWaiting = typeof body === "object" && body !== null && "twoFactorRedirect" in body;
  return { is: isWaiting ? "code-needed" : "signed-in" };
}

/**
 * The second step of a sign-in: six digits are the code of the app, anything else is a backup code.
 * @returns null, or a sentence that says why not
 */
export async function giveCode(
  { code, trustDevice }: { code: string; trustDevice: boolean },
  browser: Headers,
): Promise<string | null> {
  const given = code.replace(/\s/g, "");
  const isOfApp = /^\d{6}$/.test(given);
  const backup = /^[^-]{10}$/.test(given) ? `${given.slice(0, 5)}-${given.slice(5)}` : given;
  const response = await post(
    isOfApp ? "two-factor/verify-totp" : "two-factor/verify-backup-code",
    { code: isOfApp ? given : backup, trustDevice },
    browser,
  );
  return response.ok ? null : problemWords(response, codeWords);
}

async function post(path: string, body: object, browser: Headers): Promise<Response> {
  const headers = new Headers({ "content-type": "application/json", origin: baseUrl() });
  for (const name of passedOn) {
    const value = browser.get(name);
    if (value !== null) headers.set(name, value);
  }
  const response = await auth().handler(
    new Request(`${baseUrl()}/api/auth/${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
  );
  const jar = await cookies();
  for (const header of response.headers.getSetCookie()) {
    for (const [name, cookie] of parseSetCookieHeader(header)) {
      jar.set(name, cookie.value, toCookieOptions(cookie));
    }
  }
  return response;
}

const passwordWords = "The address or the password is not right.";
const codeWords = "This code is not right. Wait for the next one, or use a backup code.";

const wordsByCode: Record<string, string> = {
  BANNED_USER: "This account is disabled. Ask an administrator.",
  INVALID_TWO_FACTOR_COOKIE: "That took too long. Sign in again from the beginning.",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "Too many wrong codes. Sign in again from the beginning.",
  ACCOUNT_TEMPORARILY_LOCKED: "Too many wrong codes. Wait a quarter of an hour, then try again.",
};

async function problemWords(response: Response, wrong: string): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const code = body !== null && typeof body === "object" && "code" in body ? String(body.code) : "";
  const known = wordsByCode[code];
  if (known !== undefined) {
    return known;
  }
  if (response.status === 429) {
    return "Too many attempts. Wait ten minutes, then try again.";
  }
  if (response.status === 400 || response.status === 401) {
    return wrong;
  }
  return "Signing in does not work at the moment. Try again in a minute.";
}
