import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { log } from "@/lib/log";
import { startMailServer } from "@/scripts/test/mail-server";
import { isMailConfigured, sendMail } from "./send";

const account = { user: "desk", password: "mail-secret" };
let server: Awaited<ReturnType<typeof startMailServer>>;

beforeAll(async () => {
  server = await startMailServer(account);
  vi.stubEnv("SIGHTLINE_SMTP_URL", server.url);
  vi.stubEnv("SIGHTLINE_MAIL_FROM", "Sightline desk <desk@example.org>");
});
afterAll(() => server.stop());

describe("sendMail", () => {
  it("hands plain text to the server, from the address that is set", async () => {
    expect(isMailConfigured()).toBe(true);
    const mail = { to: "ann@example.org", subject: "Hello", text: "Bonjour à tous" };
    expect(await sendMail(mail)).toBe(true);
    expect(server.mails).toMatchObject([{ from: "desk@example.org", to: "ann@example.org" }]);
    expect(server.mails[0]?.text).toMatch(/Subject: Hello[\s\S]*Bonjour/);
  });

  it("cannot be made to write to anybody else, or to add a header", async () => {
    server.mails.length = 0;
    await sendMail({ to: "ann@example.org\r\nBcc: eve@example.org", subject: "a\r\nX-Evil: 1", text: "b" });
    expect(server.mails.every(({ to }) => !to.split(", ").includes("eve@example.org"))).toBe(true);
    expect(server.mails.every(({ text }) => !/^(X-Evil|Bcc):/m.test(text))).toBe(true);
  });

  it("answers false when the server refuses, and logs no secret", async () => {
    const told = vi.spyOn(log, "error").mockImplementation(() => {});
    expect(await sendMail({ to: "refused@example.org", subject: "Hello", text: "token-of-a-link" })).toBe(
      false,
    );
    const words = JSON.stringify(told.mock.calls);
    expect(words).toContain("EENVELOPE");
    expect(words).not.toMatch(/mail-secret|token-of-a-link/);
  });
});
