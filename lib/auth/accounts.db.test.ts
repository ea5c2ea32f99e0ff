import { beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/db/client";
import { roles } from "@/lib/taxonomy/terms";
import { makePrincipal } from "@/scripts/test/principals";
import { addUser } from "./accounts";
import { createApiKey } from "./api-keys";
import { auth } from "./auth";
import { ensureFirstAdministrator } from "./first-admin";
import { type Principal, systemPrincipal } from "./principal";
import { principalOfRequest } from "./session";

process.env.SIGHTLINE_ADMIN_EMAIL = "";
process.env.SIGHTLINE_ADMIN_PASSWORD = "";

// Better Auth tells the console of every refusal, and these tests are made of refusals.
vi.spyOn(console, "warn").mockImplementation(() => {});
vi.spyOn(console, "error").mockImplementation(() => {});

const password = "correct horse battery";
const signIn = (email: string, word: string) => auth().api.signInEmail({ body: { email, password: word } });
const ask = (authorization: string) =>
  principalOfRequest(new Request("http://localhost/api/v1/incidents", { headers: { authorization } }));

describe("ensureFirstAdministrator", () => {
  it("makes admin@localhost with a password shown once, where there is no administrator", async () => {
    const made = await ensureFirstAdministrator();
    expect(made).toMatchObject({ email: "admin@localhost", password: expect.stringMatching(/^\S{24}$/) });
    const { user } = await signIn("admin@localhost.localdomain", made?.password ?? "");
    expect(user).toMatchObject({ name: "Administrator", role: "admin" });
    expect(await ensureFirstAdministrator()).toBeNull();
    expect(await database().user.count({ where: { role: "admin" } })).toBe(1);
  });
});

describe("addUser", () => {
  it("makes accounts of every role, for one address each in any case", async () => {
    for (const role of roles) {
      const made = await addUser(systemPrincipal, { email: `${role}@Example.org`, role, password });
      expect(made).toMatchObject({ email: `${role}@example.org`, role, password: null });
      const stored = await database().user.findUniqueOrThrow({ where: { id: made.id } });
      expect(stored).toMatchObject({ email: `${role}@example.org`, name: role, role });
    }
    expect((await signIn("editor@example.org", password)).user).toMatchObject({ role: "editor" });
    await expect(signIn("editor@example.org", "another password")).rejects.toThrow();
  });

  it("makes a password where none is given, and stores none in the clear", async () => {
    const made = await addUser(systemPrincipal, { email: "made@example.org", role: "viewer" });
    expect((await signIn("made@example.org", made.password ?? "")).user.id).toBe(made.id);
    const stored = await database().account.findFirstOrThrow({ where: { userId: made.id } });
    expect(JSON.stringify(stored)).not.toContain(made.password);
  });

  it("refuses a second account of one address, also when two are made at once", async () => {
    const raced = { email: "raced@example.org", role: "viewer" as const, password };
    // Connections that are open already, so that nobody has to wait for one.
    await Promise.all([1, 2, 3].map(() => database().$executeRaw`SELECT pg_sleep(0.05)`));
    const all = await Promise.allSettled([1, 2, 3].map(() => addUser(systemPrincipal, raced)));
    const codes = all.map((one) => (one.status === "fulfilled" ? "done" : one.reason.code));
    expect(codes.sort()).toEqual(["conflict", "conflict", "done"]);
    await expect(addUser(systemPrincipal, { ...raced, email: "RACED@example.org" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it.each([
    { email: "nobody", role: "viewer" as const },
    { email: "a@example.org", role: "viewer" as const, password: "short" },
    { email: "a@example.org", role: "owner" as "viewer" },
  ])("refuses %j", async (input) => {
    await expect(addUser(systemPrincipal, input)).rejects.toThrow();
    expect(await database().user.count({ where: { email: "a@example.org" } })).toBe(0);
  });

  it("is for administrators", async () => {
    const input = { email: "refused@example.org", role: "admin" as const };
    await expect(addUser(await makePrincipal("editor"), input)).rejects.toMatchObject({ code: "forbidden" });
    const mine = { email: "refused@example.org", name: "Key" };
    await expect(createApiKey(await makePrincipal("editor"), mine)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("an API key", () => {
  let admin: Principal;
  beforeAll(async () => {
    admin = await makePrincipal("admin");
    await addUser(admin, { email: "robot@example.org", name: "Robot", role: "contributor", password });
  });
  const makeKey = () => createApiKey(admin, { email: "Robot@example.org", name: "Importer" });

  it("acts for its owner with the owner's role of the moment", async () => {
    const { key, name } = await makeKey();
    expect([key.startsWith("sl_"), name]).toEqual([true, "Importer"]);
    const robot = { name: "Robot", email: "robot@example.org", via: "api-key" };
    expect(await ask(`Bearer ${key}`)).toMatchObject({ ...robot, role: "contributor" });
    await database().user.update({ where: { email: "robot@example.org" }, data: { role: "viewer" } });
    expect(await ask(`bearer ${key}`)).toMatchObject({ ...robot, role: "viewer" });
    await database().user.update({ where: { email: "robot@example.org" }, data: { role: "contributor" } });
  });

  it("is stored as a hash", async () => {
    const { key } = await makeKey();
    const stored = await database().apiKey.findMany();
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain(key);
  });

  it("stops when it is disabled, has expired, or its owner is banned or gone", async () => {
    const stops = [
      (id: string) => database().apiKey.update({ where: { id }, data: { enabled: false } }),
      (id: string) => database().apiKey.update({ where: { id }, data: { expiresAt: new Date(0) } }),
      () => database().user.update({ where: { email: "robot@example.org" }, data: { banned: true } }),
      () => database().user.delete({ where: { email: "robot@example.org" } }),
    ];
    for (const stop of stops) {
      const { key } = await makeKey();
      const { id } = await database().apiKey.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
      expect(await ask(`Bearer ${key}`)).toMatchObject({ name: "Robot" });
      await stop(id);
      await expect(ask(`Bearer ${key}`)).rejects.toMatchObject({ code: "not-signed-in" });
      await database().user.updateMany({ where: { email: "robot@example.org" }, data: { banned: false } });
    }
    await expect(makeKey()).rejects.toMatchObject({ code: "not-found" });
  });

  it.each(["Bearer sl_unknown", "Bearer", "Basic YTpi", "sl_unknown"])("is not %s", async (header) => {
    await expect(ask(header)).rejects.toMatchObject({ code: "not-signed-in" });
  });
});
