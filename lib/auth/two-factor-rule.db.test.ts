import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { makePrincipal } from "@/scripts/test/principals";
import { requireRole, systemPrincipal } from "./principal";
import { isTwoFactorRequired, needsTwoFactor, setTwoFactorRequired } from "./two-factor-rule";

const required = { isRequired: true };

describe("the rule of two-factor sign-in", () => {
  it("is off at first, and turned on by an administrator who has it", async () => {
    const admin = await makePrincipal("admin");
    expect(await isTwoFactorRequired()).toBe(false);
    await expect(setTwoFactorRequired(admin, required)).rejects.toMatchObject({ code: "conflict" });
    await database().user.update({ where: { id: admin.id ?? "" }, data: { twoFactorEnabled: true } });
    await Promise.all([setTwoFactorRequired(admin, required), setTwoFactorRequired(admin, required)]);
    expect(await isTwoFactorRequired()).toBe(true);
    const change = { action: "setting-changed", userId: admin.id, details: { from: false, to: true } };
    expect(await database().auditEvent.findMany()).toMatchObject([change]);
    await setTwoFactorRequired(systemPrincipal, { isRequired: false });
    expect(await isTwoFactorRequired()).toBe(false);
  });

  it("is for administrators to change", async () => {
    await expect(setTwoFactorRequired(null, required)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(setTwoFactorRequired(await makePrincipal("editor"), required)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("counts for editors and administrators without it", async () => {
    await setTwoFactorRequired(systemPrincipal, required);
    const needs = (role: "viewer" | "contributor" | "editor" | "admin", hasTwoFactor = false) =>
      needsTwoFactor({ role, hasTwoFactor });
    expect(
      await Promise.all([needs("viewer"), needs("contributor"), needs("editor"), needs("admin")]),
    ).toEqual([false, false, true, true]);
    expect(await needs("admin", true)).toBe(false);
    const limited = { ...(await makePrincipal("viewer")), limitedBy: "two-factor" } as const;
    expect(() => requireRole(limited, "editor")).toThrow("Set it up on your account page first.");
  });
});
