import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

const SECONDS = 1000;

/** True when mail can be sent at all. */
export const isMailConfigured = (): boolean => env().SIGHTLINE_SMTP_URL !== undefined;

export type Mail = { to: string; subject: string; text: string };

/**
 * Sends a mail as plain text.
 * @returns false when mail is not configured or the server did not take it; the log then says why, without
 *   the words of the mail or anything of SIGHTLINE_SMTP_URL.
 */
export async function sendMail({ to, subject, text }: Mail): Promise<boolean> {
  const { SIGHTLINE_SMTP_URL: url, SIGHTLINE_MAIL_FROM: from } = env();
  if (url === undefined) {
    return false;
  }
  const transport = createTransport({
    url,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 20 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from, to: { name: "", address: to }, subject, text });
    return true;
  } catch (error) {
    log.error(
      { mail: subject, ...reasonOf(error) },
      "A mail was not taken by the server of SIGHTLINE_SMTP_URL.",
    );
    return false;
  } finally {
    transport.close();
  }
}

// The message may repeat what was sent, the codes cannot: nodemailer's own, and the server's (RFC 5321).
function reasonOf(error: unknown): { code?: unknown; responseCode?: unknown } {
  if (typeof error !== "object" || error === null) {
    return {};
  }
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return { code, responseCode };
}
