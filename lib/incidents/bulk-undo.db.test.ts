import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { bulkIdOf, publish, stateOf, stepOf } from "@/scripts/test/bulk";
import { changeIncident, makeCampaign, makeIncident } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { makePrincipal } from "@/scripts/test/principals";
import { applyBulk } from "./bulk-commands";
import { listBulkChanges } from "./bulk-queries";
import { undoBulk } from "./bulk-undo";
import { getPublicIncident } from "./permalink-queries";
import { isTombstone } from "./tombstone";

let contributor: Principal;
let editor: Principal;
let admin: Principal;
beforeAll(async () => {
  contributor = await makePrincipal("contributor");
  editor = await makePrincipal("editor");
  admin = await makePrincipal("admin");
});

describe("undoBulk", () => {
  it("puts each back as it was, and keeps and names what was changed since", async () => {
    const made = [
      await makeIncident({}, { status: "draft" }),
      await makeIncident({}, { status: "in_review" }),
      await makeIncident({}, { status: "draft" }),
    ];
    const { id } = await applyBulk(editor, stepOf(publish, made));
    const [first, second, third] = made;
    if (!first || !second || !third) throw new Error("three were made");
    await changeIncident(third.id, { title: "Changed since" });
    expect(await undoBulk(editor, bulkIdOf(id))).toEqual({
      undone: 2,
      left: 0,
      kept: [{ publicId: third.publicId, title: "Changed since", reason: "It was changed since." }],
    });
    expect((await stateOf(first)).incident).toMatchObject({ status: "draft", publishedAt: null, version: 3 });
    expect((await stateOf(second)).incident).toMatchObject({ status: "in_review", version: 3 });
    expect((await stateOf(third)).incident).toMatchObject({ status: "published", version: 3 });
    expect((await historyOf(first.publicId)).map(({ action }) => action)).toEqual(["create", "bulk", "undo"]);
  });

  it("leaves a tombstone where a publication is undone, under the name that was public", async () => {
    const made = await makeIncident({ title: "Known by this name" }, { status: "draft" });
    const never = await makeIncident({}, { status: "draft" });
    const { id } = await applyBulk(editor, stepOf(publish, [made]));
    expect(await isTombstone(made.publicId)).toBe(false);
    await undoBulk(editor, bulkIdOf(id));
    await changeIncident(made.id, { title: "Not for readers" });
    expect(await getPublicIncident(made.publicId)).toMatchObject({
      status: "retracted",
      title: "Known by this name",
      reason: expect.stringContaining("undone"),
      version: 3,
    });
    expect(await getPublicIncident(never.publicId)).toBeNull();
    expect([await isTombstone(made.publicId), await isTombstone(never.publicId)]).toEqual([true, false]);
  });

  it("brings a retracted incident back to the public with the date of its first publication", async () => {
    const made = await makeIncident();
    const { id } = await applyBulk(editor, stepOf({ kind: "retract", reason: "A hoax" }, [made]));
    const row = () => database().incident.findUniqueOrThrow({ where: { id: made.id } });
    expect(await row()).toMatchObject({ status: "retracted", retractReason: "A hoax" });
    await undoBulk(editor, bulkIdOf(id));
    expect(await row()).toMatchObject({ status: "published", retractReason: null });
    expect((await stateOf(made)).incident.publishedAt).toBe(made.record.incident.publishedAt);
  });

  it("happens once, also when two ask for it at the same moment", async () => {
    const made = await makeIncident({}, { status: "draft" });
    const { id } = await applyBulk(editor, stepOf({ kind: "submit" }, [made]));
    const results = await Promise.allSettled([undoBulk(editor, bulkIdOf(id)), undoBulk(admin, bulkIdOf(id))]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
    expect(await historyOf(made.publicId)).toHaveLength(3);
  });

  it("is for who made the change, and for editors", async () => {
    const own = await makeIncident({ createdById: contributor.id }, { status: "draft" });
    const { id } = await applyBulk(contributor, stepOf({ kind: "submit" }, [own]));
    const another = await makePrincipal("contributor");
    await expect(undoBulk(another, bulkIdOf(id))).rejects.toMatchObject({ code: "forbidden" });
    expect(await listBulkChanges({ ...another })).toEqual([]);
    expect(await undoBulk(contributor, bulkIdOf(id))).toMatchObject({ undone: 1, left: 0 });
    expect((await stateOf(own)).incident.status).toBe("draft");
    await expect(undoBulk(editor, "00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("listBulkChanges", () => {
  it("says in words what was done, by whom, and whether it can be undone", async () => {
    const campaign = await makeCampaign();
    const made = await makeIncident();
    const { id } = await applyBulk(editor, stepOf({ kind: "add-campaign", campaign: campaign.slug }, [made]));
    const [latest] = await listBulkChanges(admin, 1);
    expect(latest).toMatchObject({
      id,
      words: `Added to the campaign ${campaign.name}`,
      count: 1,
      by: editor.name,
      undoneAt: null,
      mayUndo: true,
    });
    await undoBulk(admin, bulkIdOf(id));
    expect(await listBulkChanges(admin, 1)).toMatchObject([{ undoneBy: admin.name, mayUndo: false }]);
  });
});
