import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/db/client";
import { startMailServer } from "@/scripts/test/mail-server";
import { makePrincipal } from "@/scripts/test/principals";
import { auth } from "./auth";
import {
  acceptInvitation,
  getInvitation,
  invitePerson,
  renewInvitation,
  type SentInvitation,
  withdrawInvitation,
} from "./invitations";
import { listPeople, setRole } from "./people";
import type { Principal } from "./principal";

const password = "correct horse battery";
let admin: Principal;
let server: Awaited<ReturnType<typeof startMailServer>>;

beforeAll(async () => {
  server = await startMailServer({ user: "desk", password: "mail-secret" });
  vi.stubEnv("SIGHTLINE_SMTP_URL", server.url);
  vi.stubEnv("SIGHTLINE_MAIL_FROM", "desk@example.org");
  vi.spyOn(console, "warn").mockImplementation(() => {});
  admin = await makePrincipal("admin");
});
afterAll(() => server.stop());

const tokenOf = (text: string | null | undefined) => /\/invitation\/([\w-]{43})/.exec(text ?? "")?.[1] ?? "";
/** The token of the newest mail. */
const mailed = () => tokenOf(server.mails.at(-1)?.text);
const idOf = async (email: string) =>
  (await database().user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
const accept = (token: string, name = "Ann Lee") => acceptInvitation({ token, name, password }, "192.0.2.1");
const signIn = (email: string) => auth().api.signInEmail({ body: { email, password } });
const acts = (target: string) =>
  database().auditEvent.findMany({ where: { target }, select: { action: true }, orderBy: { id: "asc" } });

describe("an invitation", () => {
  it("goes by mail, and makes an account of its role once it is accepted", async () => {
    const sent = await invitePerson(admin, { email: "Ann@example.org", role: "editor" });
    expect(sent).toMatchObject({ email: "ann@example.org", link: null });
    expect(Date.parse(sent.expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect(server.mails.at(-1)).toMatchObject({ to: "ann@example.org", from: "desk@example.org" });
    await expect(signIn("ann@example.org")).rejects.toThrow();
    const line = (await listPeople(admin)).find(({ email }) => email === "ann@example.org");
    expect(line).toMatchObject({ isInvited: true, invitedUntil: sent.expiresAt });
    expect(await getInvitation(mailed())).toEqual({ email: "ann@example.org", role: "editor" });

    expect(await accept(mailed())).toEqual({ email: "ann@example.org" });
    expect((await signIn("ann@example.org")).user).toMatchObject({ name: "Ann Lee", role: "editor" });
    expect(await getInvitation(mailed())).toBeNull();
    await expect(accept(mailed())).rejects.toMatchObject({ code: "not-found" });
    expect((await acts("ann@example.org")).map(({ action }) => action)).toEqual([
      "invited",
      "sign-in-failed",
      "invitation-accepted",
      "sign-in",
    ]);
  });

  it("is stored as a hash", async () => {
    await invitePerson(admin, { email: "hash@example.org", role: "viewer" });
    expect(mailed()).toHaveLength(43);
    expect(JSON.stringify(await database().verification.findMany())).not.toContain(mailed());
  });

  it("is shown to the administrator when the mail is refused", async () => {
    const sent = await invitePerson(admin, { email: "refused@example.org", role: "viewer" });
    expect(await getInvitation(tokenOf(sent.link))).toMatchObject({ email: "refused@example.org" });
  });

  it("is accepted by one of several that try at once", async () => {
    await invitePerson(admin, { email: "raced@example.org", role: "viewer" });
    const token = mailed();
    const tries = await Promise.allSettled([1, 2, 3].map((number) => accept(token, `Name ${number}`)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().account.count({ where: { user: { email: "raced@example.org" } } })).toBe(1);
  });

  it("expires", async () => {
    await invitePerson(admin, { email: "late@example.org", role: "viewer" });
    await database().verification.updateMany({ data: { expiresAt: new Date(0) } });
    expect(await getInvitation(mailed())).toBeNull();
    await expect(accept(mailed())).rejects.toMatchObject({ code: "not-found" });
  });

  it.each([{ name: " " }, { password: "short" }, { token: "unknown" }])(
    "is not accepted with %j",
    async (bad) => {
      await invitePerson(admin, { email: `${Object.keys(bad)[0]}@example.org`, role: "viewer" });
      await expect(
        acceptInvitation({ token: mailed(), name: "A", password, ...bad }, null),
      ).rejects.toThrow();
      expect(await getInvitation(mailed())).not.toBeNull();
    },
  );
});

describe("renewInvitation and withdrawInvitation", () => {
  it("replace the link, and take it back with the account", async () => {
    await invitePerson(admin, { email: "twice@example.org", role: "viewer" });
    const [first, userId] = [mailed(), await idOf("twice@example.org")];
    await renewInvitation(admin, { userId });
    expect(await getInvitation(first)).toBeNull();
    expect(await getInvitation(mailed())).not.toBeNull();
    await withdrawInvitation(admin, { userId });
    expect(await getInvitation(mailed())).toBeNull();
    expect(await database().user.count({ where: { id: userId } })).toBe(0);
    await expect(renewInvitation(admin, { userId })).rejects.toMatchObject({ code: "not-found" });
  });

  it("leave alone whoever has accepted", async () => {
    const somebody = { userId: (await makePrincipal("viewer")).id ?? "" };
    await expect(renewInvitation(admin, somebody)).rejects.toMatchObject({ code: "conflict" });
    await expect(withdrawInvitation(admin, somebody)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("inviting", () => {
  it("refuses a second account of an address, also when two are made at once", async () => {
    const invite = () => invitePerson(admin, { email: "double@example.org", role: "viewer" });
    const tries = await Promise.allSettled<SentInvitation>([invite(), invite(), invite()]);
    const codes = tries.map((one) => (one.status === "fulfilled" ? "done" : one.reason.code));
    expect(codes.sort()).toEqual(["conflict", "conflict", "done"]);
  });

  it.each([{ email: "nobody" }, { role: "owner" as "viewer" }])("refuses %j", async (bad) => {
    await expect(invitePerson(admin, { email: "bad@example.org", role: "viewer", ...bad })).rejects.toThrow();
    expect(await database().user.count({ where: { email: "bad@example.org" } })).toBe(0);
  });

  it("is for administrators", async () => {
    const editor = await makePrincipal("editor");
    const userId = editor.id ?? "";
    for (const attempt of [
      () => invitePerson(editor, { email: "x@example.org", role: "admin" }),
      () => renewInvitation(editor, { userId }),
      () => withdrawInvitation(editor, { userId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("does not make the administrator whom a site needs before it is accepted", async () => {
    await database().user.updateMany({
      where: { role: "admin", id: { not: admin.id ?? "" } },
      data: { role: "viewer" },
    });
    await invitePerson(admin, { email: "next@example.org", role: "admin" });
    const step = () => setRole(admin, { userId: admin.id ?? "", role: "editor" });
    await expect(step()).rejects.toMatchObject({ code: "conflict" });
    await accept(mailed());
    await step();
  });
});
