import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { systemPrincipal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { makePrincipal } from "@/scripts/test/principals";
import { nobody, recordAuditEvent } from "./commands";
import { listAuditEvents } from "./queries";
import { readAuditFilter } from "./schema";

let admin: Principal;
// Two events of one millisecond have no order.
const aMomentLater = () => database().$executeRaw`SELECT pg_sleep(0.005)`;

beforeAll(async () => {
  admin = await makePrincipal("admin");
  await recordAuditEvent(
    database(),
    { ...admin, address: "192.0.2.1" },
    {
      action: "role-changed",
      target: "ann@example.org",
      details: { from: "viewer", to: "editor" },
    },
  );
  await aMomentLater();
  await recordAuditEvent(database(), nobody(null), { action: "sign-in-failed", target: "Bob@example.org" });
  await aMomentLater();
  await recordAuditEvent(database(), systemPrincipal, { action: "key-made", target: "Importer" });
});

const list = (query: Record<string, string>, limit = 50) =>
  listAuditEvents(admin, readAuditFilter(query), limit);
const actions = async (query: Record<string, string>) =>
  (await list(query)).lines.map(({ action }) => action);

describe("the audit log", () => {
  it("shows who did what to whom from where, newest first", async () => {
    const { lines, hasMore } = await list({});
    expect(hasMore).toBe(false);
    expect(lines).toMatchObject([
      { action: "key-made", userName: "Sightline", target: "Importer", details: { via: "system" } },
      { action: "sign-in-failed", userName: "Nobody signed in", ipAddress: null },
      {
        action: "role-changed",
        userName: admin.name,
        details: { from: "viewer", to: "editor" },
        ipAddress: "192.0.2.1",
      },
    ]);
  });

  it("is filtered by person, act and day", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect(await actions({ who: "bob@EXAMPLE" })).toEqual(["sign-in-failed"]);
    expect(await actions({ who: admin.name })).toEqual(["role-changed"]);
    expect(await actions({ who: "100%" })).toEqual([]);
    expect(await actions({ action: "key-made" })).toEqual(["key-made"]);
    expect(await actions({ from: today, to: today })).toHaveLength(3);
    expect(await actions({ from: tomorrow })).toEqual([]);
    expect(await actions({ action: "nonsense", from: "yesterday" })).toHaveLength(3);
  });

  it("is read page by page", async () => {
    const first = await list({}, 2);
    expect(first).toMatchObject({
      hasMore: true,
      lines: [{ action: "key-made" }, { action: "sign-in-failed" }],
    });
    const before = first.lines[1]?.id ?? "";
    expect(await list({ before }, 2)).toMatchObject({ hasMore: false, lines: [{ action: "role-changed" }] });
  });

  it("is for administrators", async () => {
    const editor = await makePrincipal("editor");
    await expect(listAuditEvents(editor, readAuditFilter({}), 1)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listAuditEvents(null, readAuditFilter({}), 1)).rejects.toMatchObject({
      code: "not-signed-in",
    });
  });

  it("rolls back with the act that it tells of", async () => {
    const act = database().$transaction(async (transaction) => {
      await recordAuditEvent(transaction, admin, { action: "invited", target: "never@example.org" });
      throw new Error("the act failed");
    });
    await expect(act).rejects.toThrow("the act failed");
    expect(await actions({ who: "never@" })).toEqual([]);
  });
});
