import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { makePrincipal } from "@/scripts/test/principals";
import { setReviewRequired } from "./commands";
import { isReviewRequired, reviewRequiredKey } from "./queries";
import { reviewSettingSchema } from "./schema";

beforeEach(async () => {
  await database().setting.deleteMany({ where: { key: reviewRequiredKey } });
});

describe("setReviewRequired", () => {
  it("is off at first, and stays what an administrator said last", async () => {
    const admin = await makePrincipal("admin");
    expect(await isReviewRequired()).toBe(false);
    expect(await setReviewRequired(admin, { isRequired: true })).toEqual({ isRequired: true });
    expect(await isReviewRequired()).toBe(true);
    await setReviewRequired(admin, { isRequired: false });
    expect(await isReviewRequired()).toBe(false);
    const acts = await database().auditEvent.findMany({ where: { userId: admin.id } });
    expect(acts.map(({ action, target }) => `${action} ${target}`)).toEqual([
      "setting-changed review-required",
      "setting-changed review-required",
    ]);
  });

  it("is for administrators, and takes yes or no", async () => {
    await expect(setReviewRequired(null, { isRequired: true })).rejects.toMatchObject({
      code: "not-signed-in",
    });
    await expect(
      setReviewRequired(await makePrincipal("editor"), { isRequired: true }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await isReviewRequired()).toBe(false);
    expect(reviewSettingSchema.safeParse({ isRequired: "yes" }).success).toBe(false);
  });

  it("survives being said by several at once", async () => {
    const admin = await makePrincipal("admin");
    await Promise.all([true, true, true, true].map((isRequired) => setReviewRequired(admin, { isRequired })));
    expect(await isReviewRequired()).toBe(true);
  });
});
