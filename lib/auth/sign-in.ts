import "server-only";
import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies } from "next/headers";
import { baseUrl } from "@/lib/env";
import { auth } from "./auth";

// What the limit per address and the list of sessions need to know about the browser.
const passedOn = ["x-forwarded-for", "x-real-ip", "user-agent", "cookie"];

/**
 * Signs a browser in: the session cookie goes with the answer of the server action that calls this.
 * It takes the same way as the HTTP endpoint, so that the limit of attempts holds here too.
 * @returns null, or a sentence that says why not.
 */
export async function signIn(
  credentials: { email: string; password: string },
  browser: Headers,
): Promise<string | null> {
  const headers = new Headers({ "content-type": "application/json", origin: baseUrl() });
  for (const name of passedOn) {
    const value = browser.get(name);
    if (value !== null) headers.set(name, value);
  }
  const response = await auth().handler(
    new Request(`${baseUrl()}/api/auth/sign-in/email`, {
      method: "POST",
      headers,
      body: JSON.stringify(credentials),
    }),
  );
  if (!response.ok) {
    return problemWords(response);
  }
  const jar = await cookies();
  for (const header of response.headers.getSetCookie()) {
    for (const [name, cookie] of parseSetCookieHeader(header)) {
      jar.set(name, cookie.value, toCookieOptions(cookie));
    }
  }
  return null;
}

async function problemWords(response: Response): Promise<string> {
  if (response.status === 429) {
    return "Too many attempts. Wait ten minutes, then try again.";
  }
  const body: unknown = await response.json().catch(() => null);
  const code = body !== null && typeof body === "object" && "code" in body ? body.code : null;
  if (code === "BANNED_USER") {
    return "This account is disabled. Ask an administrator.";
  }
  if (response.status === 400 || response.status === 401) {
    return "The address or the password is not right.";
  }
  return "Signing in does not work at the moment. Try again in a minute.";
}
