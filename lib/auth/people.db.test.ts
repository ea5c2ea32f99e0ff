import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { makePrincipal } from "@/scripts/test/principals";
import { listApiKeys, revokeApiKey } from "./api-keys";
import { listPeople, setDisabled, setRole, signOutPerson } from "./people";
import type { Principal } from "./principal";

let admin: Principal;
let editor: Principal;
beforeAll(async () => {
  admin = await makePrincipal("admin");
  editor = await makePrincipal("editor");
});

const idOf = ({ id }: Principal): string => id ?? "";
const stored = (principal: Principal) =>
  database().user.findUniqueOrThrow({ where: { id: idOf(principal) }, select: { role: true, banned: true } });

async function makeSession(principal: Principal): Promise<void> {
  const token = `token of ${idOf(principal)}`;
  await database().session.create({
    data: { id: token, token, userId: idOf(principal), expiresAt: new Date(Date.now() + 60_000) },
  });
}

describe("people", () => {
  it("are listed for administrators, with their last session", async () => {
    await makeSession(editor);
    const people = await listPeople(admin);
    expect(people.find(({ id }) => id === editor.id)).toMatchObject({ role: "editor", isDisabled: false });
    expect(people.find(({ id }) => id === editor.id)?.lastSeenAt).not.toBeNull();
    expect(people.find(({ id }) => id === admin.id)?.lastSeenAt).toBeNull();
  });

  it("are the administrators' business alone", async () => {
    const target = { userId: idOf(admin) };
    for (const attempt of [
      () => listPeople(editor),
      () => setRole(editor, { ...target, role: "viewer" }),
      () => setDisabled(editor, { ...target, isDisabled: true }),
      () => signOutPerson(editor, target),
      () => listApiKeys(editor),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(listPeople(null)).rejects.toMatchObject({ code: "not-signed-in" });
  });
});

describe("setRole", () => {
  it("gives another role", async () => {
    const somebody = await makePrincipal("viewer");
    await setRole(admin, { userId: idOf(somebody), role: "contributor" });
    expect((await stored(somebody)).role).toBe("contributor");
    await expect(setRole(admin, { userId: "nobody", role: "viewer" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("leaves an administrator, also when two give up the role at once", async () => {
    const second = await makePrincipal("admin");
    await database().user.updateMany({
      where: { role: "admin", id: { notIn: [idOf(admin), idOf(second)] } },
      data: { role: "viewer" },
    });
    const tries = await Promise.allSettled(
      [admin, second].map((one) => setRole(one, { userId: idOf(one), role: "editor" })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await database().user.update({ where: { id: idOf(admin) }, data: { role: "admin" } });
  });
});

describe("setDisabled", () => {
  it("ends the sessions of an account, and can be undone", async () => {
    const somebody = await makePrincipal("editor");
    await makeSession(somebody);
    await setDisabled(admin, { userId: idOf(somebody), isDisabled: true });
    expect(await stored(somebody)).toMatchObject({ banned: true });
    expect(await database().session.count({ where: { userId: idOf(somebody) } })).toBe(0);
    await setDisabled(admin, { userId: idOf(somebody), isDisabled: false });
    expect(await stored(somebody)).toMatchObject({ banned: false });
  });

  it("keeps the last administrator", async () => {
    await database().user.updateMany({
      where: { role: "admin", id: { not: idOf(admin) } },
      data: { role: "viewer" },
    });
    await expect(setDisabled(admin, { userId: idOf(admin), isDisabled: true })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await stored(admin)).toMatchObject({ banned: false });
  });
});

describe("signOutPerson", () => {
  it("ends sessions, sign-ins that wait for a code, and the trust in devices", async () => {
    const somebody = await makePrincipal("editor");
    await makeSession(somebody);
    for (const identifier of ["2fa-x", "trust-device-x"]) {
      const data = { id: identifier, identifier, value: idOf(somebody), expiresAt: new Date() };
      await database().verification.create({ data });
    }
    await signOutPerson(admin, { userId: idOf(somebody) });
    expect(await database().session.count({ where: { userId: idOf(somebody) } })).toBe(0);
    expect(await database().verification.count({ where: { value: idOf(somebody) } })).toBe(0);
    await expect(signOutPerson(admin, { userId: "nobody" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("what administrators do to people", () => {
  it("stands in the audit log, once for each change", async () => {
    const somebody = await makePrincipal("viewer");
    const userId = idOf(somebody);
    await setRole(admin, { userId, role: "editor" });
    await setRole(admin, { userId, role: "editor" });
    await setDisabled(admin, { userId, isDisabled: true });
    await setDisabled(admin, { userId, isDisabled: false });
    await signOutPerson(admin, { userId });
    const log = await database().auditEvent.findMany({ where: { target: somebody.email } });
    expect(log.map(({ action }) => action).sort()).toEqual([
      "account-disabled",
      "account-enabled",
      "role-changed",
      "sign-out-everywhere",
    ]);
    expect(log.find(({ action }) => action === "role-changed")).toMatchObject({
      userId: admin.id,
      details: { from: "viewer", to: "editor" },
    });
  });
});

describe("API keys", () => {
  it("are listed without the key, and revoked once", async () => {
    const key = `hash of ${editor.id}`;
    await database().apiKey.create({
      data: { id: key, key, name: "Import", start: "sl_abc", referenceId: idOf(editor) },
    });
    const [line] = await listApiKeys(admin);
    expect(line).toMatchObject({ id: key, name: "Import", start: "sl_abc", owner: editor.email });
    expect(line).not.toHaveProperty("key");
    await revokeApiKey(admin, key);
    expect(await listApiKeys(admin)).toEqual([]);
    await expect(revokeApiKey(admin, key)).rejects.toMatchObject({ code: "not-found" });
  });
});
