import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/db/client";
import { makePrincipal } from "@/scripts/test/principals";
import { totpCode } from "@/scripts/test/totp";
import { addUser } from "./accounts";
import { countAttempt } from "./attempts";
import { changeOwnPassword, endOtherSessions } from "./own-account";
import { resetTwoFactor } from "./people";
import { type Principal, systemPrincipal } from "./principal";
import { giveCode, signIn } from "./sign-in";
import {
  confirmTwoFactor,
  hasTwoFactor,
  renewBackupCodes,
  startTwoFactor,
  stopTwoFactor,
} from "./two-factor";

// A browser's cookies, as the server action of a request would set them.
const jar = vi.hoisted(() => new Map<string, string>());
const store = vi.hoisted(() => ({
  set: (name: string, value: string, options?: { maxAge?: number }) => {
    if (value === "" || options?.maxAge === 0) jar.delete(name);
    else jar.set(name, value);
  },
}));
vi.mock("next/headers", () => ({ cookies: async () => store, headers: async () => new Headers() }));

const password = "correct horse battery";
const email = "ann@example.org";
let admin: Principal;
let ann: Principal;

const browser = () =>
  new Headers({ cookie: [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ") });
const isSignedIn = () => jar.has("sightline.session_token");

beforeAll(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  admin = await makePrincipal("admin");
});

beforeEach(async () => {
  jar.clear();
  await database().user.deleteMany({ where: { email } });
  const { id } = await addUser(systemPrincipal, { email, name: "Ann", role: "editor", password });
  ann = { id, name: "Ann", email, role: "editor", via: "session" };
  expect(await signIn({ email, password }, browser())).toEqual({ is: "signed-in" });
});

const ownId = () => ann.id ?? "";

/** Two-factor sign-in turned on, and nobody signed in. */
async function enrolled() {
  const started = await startTwoFactor(ann, { password }, browser());
  await confirmTwoFactor(ann, { code: totpCode(started.secret) }, browser());
  jar.clear();
  return started;
}

describe("setting up two-factor sign-in", () => {
  it("needs the password and a right code, then asks for a code at each sign-in", async () => {
    await expect(startTwoFactor(ann, { password: "wrong horse battery" }, browser())).rejects.toMatchObject({
      details: { errors: [{ path: "password" }] },
    });
    const { uri, secret, backupCodes } = await startTwoFactor(ann, { password }, browser());
    expect(uri).toMatch(/^otpauth:\/\/totp\/Sightline/);
    expect(new Set(backupCodes).size).toBe(10);
    const wrong = totpCode(secret, Date.now() - 3_600_000);
    await expect(confirmTwoFactor(ann, { code: wrong }, browser())).rejects.toMatchObject({
      details: { errors: [{ path: "code" }] },
    });
    expect(await hasTwoFactor(ownId())).toBe(false);
    await confirmTwoFactor(ann, { code: totpCode(secret) }, browser());
    expect(await hasTwoFactor(ownId())).toBe(true);
    expect(isSignedIn()).toBe(true);

    jar.clear();
    expect(await signIn({ email, password }, browser())).toEqual({ is: "code-needed" });
    expect(isSignedIn()).toBe(false);
    expect(await giveCode({ code: wrong, trustDevice: false }, browser())).toMatch(/not right/);
    expect(isSignedIn()).toBe(false);
    expect(await giveCode({ code: ` ${totpCode(secret)} `, trustDevice: false }, browser())).toBeNull();
    expect(isSignedIn()).toBe(true);
  });

  it("keeps secret and backup codes unreadable in the database", async () => {
    const { secret, backupCodes } = await enrolled();
    const stored = JSON.stringify(await database().twoFactor.findMany());
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(backupCodes[0]);
  });

  it("is for the person at the browser", async () => {
    await expect(startTwoFactor(null, { password }, browser())).rejects.toMatchObject({
      code: "not-signed-in",
    });
    const key: Principal = { ...ann, via: "api-key" };
    await expect(stopTwoFactor(key, { password }, browser())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("signing in with two factors", () => {
  it("takes each backup code once, with or without its hyphen", async () => {
    const { backupCodes } = await enrolled();
    const [first = "", second = ""] = backupCodes;
    await signIn({ email, password }, browser());
    expect(await giveCode({ code: first, trustDevice: false }, browser())).toBeNull();
    jar.clear();
    await signIn({ email, password }, browser());
    expect(await giveCode({ code: first, trustDevice: false }, browser())).toMatch(/not right/);
    expect(await giveCode({ code: second.replace("-", ""), trustDevice: false }, browser())).toBeNull();
    expect(isSignedIn()).toBe(true);
  });

  it("does not ask a trusted device again, until the person signs out everywhere else", async () => {
    const { secret } = await enrolled();
    await signIn({ email, password }, browser());
    await giveCode({ code: totpCode(secret), trustDevice: true }, browser());
    jar.delete("sightline.session_token");
    expect(await signIn({ email, password }, browser())).toEqual({ is: "signed-in" });
    await endOtherSessions(ann, browser());
    jar.delete("sightline.session_token");
    expect(await signIn({ email, password }, browser())).toEqual({ is: "code-needed" });
  });

  it("ends after five wrong codes, and is locked after ten", async () => {
    const { secret } = await enrolled();
    const wrong = { code: totpCode(secret, Date.now() - 3_600_000), trustDevice: false };
    for (const _ of [1, 2]) {
      jar.clear();
      await signIn({ email, password }, browser());
      for (const _try of [1, 2, 3, 4, 5]) await giveCode(wrong, browser());
    }
    expect(await giveCode({ ...wrong, code: totpCode(secret) }, browser())).not.toBeNull();
    jar.clear();
    await signIn({ email, password }, browser());
    const problem = await giveCode({ code: totpCode(secret), trustDevice: false }, browser());
    expect(problem).toMatch(/quarter of an hour/);
    expect(isSignedIn()).toBe(false);
  });

  it("needs the first step", async () => {
    await enrolled();
    expect(await giveCode({ code: "123456", trustDevice: false }, browser())).toMatch(/from the beginning/);
  });

  it("stands in the audit log, step by step", async () => {
    const { secret } = await enrolled();
    const ofAnn = { target: email };
    const before = await database().auditEvent.count({ where: ofAnn });
    await signIn({ email, password }, browser());
    await giveCode({ code: totpCode(secret, Date.now() - 3_600_000), trustDevice: false }, browser());
    await giveCode({ code: totpCode(secret), trustDevice: false }, browser());
    const log = await database().auditEvent.findMany({
      where: ofAnn,
      orderBy: { id: "asc" },
      skip: before,
    });
    expect(log).toMatchObject([
      { action: "sign-in-failed", userId: null, details: { method: "password and code" } },
      { action: "sign-in", userId: ownId(), details: { method: "password and code" } },
    ]);
    expect(JSON.stringify(log)).not.toContain(password);
  });
});

describe("turning two-factor sign-in off", () => {
  it("needs the password", async () => {
    const { secret } = await enrolled();
    await signIn({ email, password }, browser());
    await giveCode({ code: totpCode(secret), trustDevice: false }, browser());
    const wrong = { password: "wrong horse battery" };
    await expect(stopTwoFactor(ann, wrong, browser())).rejects.toMatchObject({ code: "invalid-input" });
    await stopTwoFactor(ann, { password }, browser());
    expect(await hasTwoFactor(ownId())).toBe(false);
    jar.clear();
    expect(await signIn({ email, password }, browser())).toEqual({ is: "signed-in" });
  });

  it("is done by an administrator for whoever lost the phone, who is signed out everywhere", async () => {
    await enrolled();
    await expect(resetTwoFactor(ann, { userId: ownId() })).rejects.toMatchObject({ code: "forbidden" });
    await resetTwoFactor(admin, { userId: ownId() });
    expect(await database().session.count({ where: { userId: ownId() } })).toBe(0);
    expect(await signIn({ email, password }, browser())).toEqual({ is: "signed-in" });
    await expect(resetTwoFactor(admin, { userId: ownId() })).rejects.toMatchObject({ code: "conflict" });
    await expect(resetTwoFactor(admin, { userId: "nobody" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("renewBackupCodes", () => {
  it("makes the former codes useless", async () => {
    const { secret, backupCodes } = await enrolled();
    await signIn({ email, password }, browser());
    await giveCode({ code: totpCode(secret), trustDevice: false }, browser());
    const renewed = await renewBackupCodes(ann, { password }, browser());
    expect(renewed.backupCodes).toHaveLength(10);
    jar.clear();
    await signIn({ email, password }, browser());
    expect(await giveCode({ code: backupCodes[0] ?? "", trustDevice: false }, browser())).toMatch(
      /not right/,
    );
    expect(await giveCode({ code: renewed.backupCodes[0] ?? "", trustDevice: false }, browser())).toBeNull();
  });

  it("says so where two-factor sign-in is off", async () => {
    await expect(renewBackupCodes(ann, { password }, browser())).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("changeOwnPassword", () => {
  const next = "another horse battery";

  it("ends the other sessions", async () => {
    jar.clear();
    await signIn({ email, password }, browser());
    await changeOwnPassword(ann, { current: password, next }, browser());
    expect(await database().session.count({ where: { userId: ownId() } })).toBe(1);
    expect(await signIn({ email, password }, browser())).toMatchObject({ is: "refused" });
    expect(await signIn({ email, password: next }, browser())).toEqual({ is: "signed-in" });
  });

  it("needs the present password, and is limited like signing in", async () => {
    const wrong = () => changeOwnPassword(ann, { current: "wrong horse battery", next }, browser());
    await expect(wrong()).rejects.toMatchObject({ details: { errors: [{ path: "current" }] } });
    for (let count = 1; count < 20; count += 1) await countAttempt("password", ownId());
    await expect(wrong()).rejects.toMatchObject({ code: "too-many-requests" });
  });
});
