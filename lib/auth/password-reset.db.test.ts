import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/db/client";
import { startMailServer } from "@/scripts/test/mail-server";
import { makePrincipal } from "@/scripts/test/principals";
import { addUser } from "./accounts";
import { auth } from "./auth";
import {
  askForPasswordLink,
  getPasswordLink,
  makePasswordLink,
  resetPassword,
  sendPasswordLink,
} from "./password-reset";
import { setDisabled } from "./people";
import { type Principal, systemPrincipal } from "./principal";

const password = "correct horse battery";
const next = "another horse battery";
const email = "ann@example.org";
let admin: Principal;
let userId: string;
let server: Awaited<ReturnType<typeof startMailServer>>;

beforeAll(async () => {
  server = await startMailServer({ user: "desk", password: "mail-secret" });
  vi.stubEnv("SIGHTLINE_SMTP_URL", server.url);
  vi.stubEnv("SIGHTLINE_MAIL_FROM", "desk@example.org");
  vi.spyOn(console, "warn").mockImplementation(() => {});
  admin = await makePrincipal("admin");
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.mails.length = 0;
  await database().user.deleteMany({ where: { email } });
  userId = (await addUser(systemPrincipal, { email, role: "editor", password })).id;
});

const mailed = () => /\/new-password\/([\w-]{43})/.exec(server.mails.at(-1)?.text ?? "")?.[1] ?? "";
const signIn = (word: string) => auth().api.signInEmail({ body: { email, password: word } });

describe("a password link by mail", () => {
  it("changes the password once and ends all sessions", async () => {
    await signIn(password);
    await sendPasswordLink(email, null);
    const token = mailed();
    expect(server.mails).toMatchObject([{ to: email }]);
    expect(await getPasswordLink(token)).toEqual({ email });
    await database().verification.create({
      data: { id: "1", identifier: "2fa-1", value: userId, expiresAt: new Date(Date.now() + 60_000) },
    });

    await resetPassword({ token, password: next }, "192.0.2.1");
    expect(await database().session.count({ where: { userId } })).toBe(0);
    expect(await database().verification.count({ where: { value: userId } })).toBe(0);
    await expect(signIn(password)).rejects.toThrow();
    expect((await signIn(next)).user.id).toBe(userId);
    await expect(resetPassword({ token, password: "a third horse battery" }, null)).rejects.toMatchObject({
      code: "not-found",
    });
    const log = await database().auditEvent.findMany({
      where: { target: email, action: { contains: "reset" } },
    });
    expect(log.map(({ action, userId: by, ipAddress }) => [action, by, ipAddress]).sort()).toEqual([
      ["password-reset", userId, "192.0.2.1"],
      ["password-reset-asked", null, null],
    ]);
  });

  it("goes to nobody without an account, with a disabled one, or who has not accepted an invitation", async () => {
    await sendPasswordLink("nobody@example.org", null);
    await database().user.create({ data: { id: "invited", name: "I", email: "invited@example.org" } });
    await sendPasswordLink("invited@example.org", null);
    await database().user.update({ where: { id: userId }, data: { banned: true } });
    await sendPasswordLink(email, null);
    expect(server.mails).toEqual([]);
  });

  it("ends with a newer link, with the account, and with time", async () => {
    await sendPasswordLink(email, null);
    const first = mailed();
    await sendPasswordLink(email, null);
    expect(await getPasswordLink(first)).toBeNull();
    expect(await getPasswordLink(mailed())).not.toBeNull();
    await setDisabled(admin, { userId, isDisabled: true });
    await expect(resetPassword({ token: mailed(), password: next }, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await setDisabled(admin, { userId, isDisabled: false });
    await sendPasswordLink(email, null);
    await database().verification.updateMany({ data: { expiresAt: new Date(0) } });
    expect(await getPasswordLink(mailed())).toBeNull();
  });

  it("is used by one of several at once, and not with a short password", async () => {
    await sendPasswordLink(email, null);
    const token = mailed();
    await expect(resetPassword({ token, password: "short" }, null)).rejects.toThrow();
    const words = ["first horse battery", "second horse battery", "third horse battery"];
    const tries = await Promise.allSettled(
      words.map((word) => resetPassword({ token, password: word }, null)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("askForPasswordLink", () => {
  it("answers the same for every address, and limits requests alike", async () => {
    for (const asked of [email, "nobody@example.org"]) {
      for (const _ of [1, 2, 3, 4, 5]) {
        expect(await askForPasswordLink(` ${asked.toUpperCase()}`, "192.0.2.9")).toBe(asked);
      }
      await expect(askForPasswordLink(asked, "192.0.2.9")).rejects.toMatchObject({
        code: "too-many-requests",
      });
    }
    expect(server.mails).toEqual([]);
  });

  it("limits a network address, whatever accounts it names, and refuses what is no address", async () => {
    await expect(askForPasswordLink("nobody", null)).rejects.toThrow("Give an e-mail address");
    for (let count = 0; count < 50; count += 1)
      await askForPasswordLink(`n${count}@example.org`, "192.0.2.8");
    await expect(askForPasswordLink("n50@example.org", "192.0.2.8")).rejects.toMatchObject({
      code: "too-many-requests",
    });
  });
});

describe("makePasswordLink", () => {
  it("gives an administrator a link to pass on", async () => {
    const made = await makePasswordLink(admin, { userId });
    const token = made.link.split("/").at(-1) ?? "";
    expect(await getPasswordLink(token)).toEqual({ email });
    await resetPassword({ token, password: next }, null);
    expect((await signIn(next)).user.id).toBe(userId);
  });

  it("refuses accounts that are disabled or still invited, and everybody but administrators", async () => {
    await expect(makePasswordLink(admin, { userId: "nobody" })).rejects.toMatchObject({ code: "not-found" });
    await expect(makePasswordLink(await makePrincipal("editor"), { userId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await setDisabled(admin, { userId, isDisabled: true });
    await expect(makePasswordLink(admin, { userId })).rejects.toMatchObject({ code: "conflict" });
    await database().account.deleteMany({ where: { userId } });
    await database().user.update({ where: { id: userId }, data: { banned: false } });
    await expect(makePasswordLink(admin, { userId })).rejects.toMatchObject({ code: "conflict" });
  });
});
