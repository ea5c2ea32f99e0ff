import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { makePrincipal } from "@/scripts/test/principals";
import { listApiKeys, revokeApiKey } from "./api-keys";
import { listPeople, setDisabled, setRole } from "./people";
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
      () => listApiKeys(editor),
      () => revokeApiKey(editor, "x"),
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
