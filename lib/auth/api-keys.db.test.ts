import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import type { KeyScope } from "@/lib/taxonomy/key-scopes";
import { makeUser } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { createApiKey, createOwnApiKey, listApiKeys, listOwnApiKeys, revokeApiKey } from "./api-keys";
import { type Principal, requireRole } from "./principal";
import { principalOfRequest } from "./session";

let admin: Principal;
let editor: Principal;
beforeAll(async () => {
  [admin, editor] = [await makePrincipal("admin"), await makePrincipal("editor")];
});

const ask = (key: string, method: string) =>
  principalOfRequest(
    new Request("http://localhost/api/v1/incidents", {
      method,
      headers: { authorization: `Bearer ${key}`, "x-forwarded-for": "192.0.2.4" },
    }),
  );

describe("the scope of a key", () => {
  it.each([
    ["read", "contributor", "viewer"],
    ["write", "contributor", "contributor"],
    ["publish", "editor", "editor"],
    ["full", "admin", "admin"],
  ] as const)("%s reads as %s and writes as %s, for an administrator", async (scope, reading, writing) => {
    const { key } = await createOwnApiKey(admin, { name: "Import", scope });
    expect(await ask(key, "GET")).toMatchObject({ role: reading, via: "api-key", address: "192.0.2.4" });
    expect(await ask(key, "POST")).toMatchObject({ role: writing });
    expect(await ask(key, "DELETE")).toMatchObject({ role: writing });
  });

  it("never gives more than the owner's role", async () => {
    const contributor = await makePrincipal("contributor");
    const { key } = await createOwnApiKey(contributor, { name: "Import", scope: "publish" });
    const owner = await ask(key, "POST");
    expect(owner).toMatchObject({ role: "contributor" });
    expect(() => requireRole(owner, "editor")).toThrow("Your role is contributor");
  });

  it("is named when it refuses", async () => {
    const { key } = await createOwnApiKey(editor, { name: "Import", scope: "write" });
    const owner = await ask(key, "POST");
    expect(() => requireRole(owner, "editor")).toThrow(/The scope of this API key/);
  });

  it("is full where none was chosen", async () => {
    const { key } = await createApiKey(admin, { email: editor.email ?? "", name: "Shell" });
    expect(await ask(key, "POST")).toMatchObject({ role: "editor", id: editor.id });
  });
});

describe("own keys", () => {
  it("are listed and revoked by their owner alone, and by administrators", async () => {
    const [owner, other] = [await makePrincipal("contributor"), await makePrincipal("contributor")];
    const { key } = await createOwnApiKey(owner, { name: "Mine", scope: "read", days: 30 });
    const [line] = await listOwnApiKeys(owner);
    expect(line).toMatchObject({ name: "Mine", scope: "read", owner: owner.email, lastUsedAt: null });
    expect(JSON.stringify(line)).not.toContain(key);
    const days = (Date.parse(line?.expiresAt ?? "") - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    await ask(key, "GET");
    expect((await listOwnApiKeys(owner))[0]?.lastUsedAt).not.toBeNull();

    const id = line?.id ?? "";
    expect(await listOwnApiKeys(other)).toEqual([]);
    await expect(revokeApiKey(other, id)).rejects.toMatchObject({ code: "not-found" });
    const revoked = await Promise.allSettled([revokeApiKey(owner, id), revokeApiKey(admin, id)]);
    expect(revoked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(ask(key, "GET")).rejects.toMatchObject({ code: "not-signed-in" });
  });

  it("are for contributors who are signed in", async () => {
    const viewer = await makePrincipal("viewer");
    await expect(createOwnApiKey(viewer, { name: "X" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listOwnApiKeys(null)).rejects.toMatchObject({ code: "not-signed-in" });
    const byKey: Principal = { ...editor, via: "api-key" };
    await expect(createOwnApiKey(byKey, { name: "X" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listApiKeys(editor)).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([{ name: " " }, { scope: "all" as KeyScope }, { days: 5 as 30 }])(
    "are not made with %j",
    async (bad) => {
      await expect(createOwnApiKey(editor, { name: "Good", ...bad })).rejects.toThrow();
    },
  );

  it("stand in the audit log, without the key", async () => {
    const somebody = await makePrincipal("editor");
    const { key } = await createOwnApiKey(somebody, { name: "Logged", scope: "publish" });
    await revokeApiKey(somebody, (await listOwnApiKeys(somebody))[0]?.id ?? "");
    const log = await database().auditEvent.findMany({ where: { target: "Logged" }, orderBy: { id: "asc" } });
    expect(log).toMatchObject([
      { action: "key-made", userId: somebody.id, details: { owner: somebody.email, scope: "publish" } },
      { action: "key-revoked", userId: somebody.id },
    ]);
    expect(JSON.stringify(log)).not.toContain(key);
  });
});

describe("createApiKey", () => {
  it("makes keys for people with a password", async () => {
    const invited = await makeUser({ role: "editor", accounts: {} });
    await expect(createApiKey(admin, { email: invited.email, name: "X" })).rejects.toMatchObject({
      code: "not-found",
    });
    const own = { email: editor.email ?? "", name: "X" };
    await expect(createApiKey(editor, own)).rejects.toMatchObject({ code: "forbidden" });
  });
});
