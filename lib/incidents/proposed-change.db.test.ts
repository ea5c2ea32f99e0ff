import { beforeEach, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { setReviewRequired } from "@/lib/settings/commands";
import { makeActor, makeArticle, makeIncident } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { claimInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { updateIncident } from "./commands";
import { getPublicIncident } from "./permalink-queries";
import { changeOrPropose, proposeChange, proposeRestore } from "./proposed-change-commands";
import { getOpenChange, listOpenChanges, listOwnChanges } from "./proposed-change-queries";

let contributor: Principal;
let editor: Principal;
beforeEach(async () => {
  contributor = await makePrincipal("contributor");
  editor = await makePrincipal("editor");
  await setReviewRequired(await makePrincipal("admin"), { isRequired: false });
});

const titles = (publicId: string) =>
  getPublicIncident(publicId).then((found) => found?.status === "published" && found.record.incident.title);

describe("proposeChange", () => {
  it("keeps what changes and nothing else, beside the published version, and tells the editors", async () => {
    const { publicId, record } = await makeIncident({ title: "Rockets hit a base" });
    const [actor, article] = [await makeActor(), await makeArticle()];
    const claim = claimInput(article, "Rockets", { field: "killed", value: { min: 0, max: 0 } });
    const change = await proposeChange(contributor, {
      publicId,
      version: 1,
      patch: {
        title: "Rockets hit a base",
        summary: "Two rockets.",
        participations: [{ actor: actor.slug, role: "accused", attribution: "alleged", attributedBy: null }],
        claims: [claim],
        reason: "A second report",
      },
    });
    expect(change).toMatchObject({ baseVersion: 1, status: "open", reason: "A second report" });
    expect(Object.keys(change.patch).toSorted()).toEqual(["claims", "participations", "summary"]);
    expect(await titles(publicId)).toBe("Rockets hit a base");
    expect((await getPublicIncident(publicId)) as object).toMatchObject({
      record: { incident: record.incident },
    });
    expect(await historyOf(publicId)).toHaveLength(1);
    const told = await database().notification.findMany({
      where: { userId: editor.id ?? "", incident: { publicId } },
    });
    expect(told).toMatchObject([{ kind: "submitted", actorName: contributor.name }]);
    expect((await listOpenChanges()).map(({ id }) => id)).toContain(change.id);
    expect(await listOwnChanges(contributor.id ?? "")).toMatchObject([{ id: change.id }]);
  });

  it("goes on with one's own open change, from the version it began with or from the stored one", async () => {
    const { publicId } = await makeIncident();
    const first = await proposeChange(contributor, {
      publicId,
      version: 1,
      patch: { title: "A" },
      seenAt: null,
    });
    await updateIncident(editor, publicId, 1, { summary: "Changed meanwhile" });
    const patch = { outcome: "failed" } as const;
    const second = await proposeChange(contributor, { publicId, version: 1, patch, seenAt: first.updatedAt });
    expect(second).toMatchObject({ id: first.id, baseVersion: 1, patch: { title: "A", outcome: "failed" } });
    const third = await proposeChange(contributor, { publicId, version: 2, patch: { title: "B" } });
    expect(third).toMatchObject({ id: first.id, baseVersion: 2, patch: { title: "B", outcome: "failed" } });
  });

  it("finds one's own open change however the address spells the incident", async () => {
    const { publicId } = await makeIncident();
    const patched = (id: string, patch: object) => changeOrPropose(contributor, id, 1, patch);
    const first = await patched(publicId, { title: "A" });
    const second = await patched(publicId.toLowerCase(), { outcome: "failed" });
    expect([first, second]).toMatchObject([
      { kind: "proposed", change: { patch: { title: "A" } } },
      { kind: "proposed", change: { patch: { title: "A", outcome: "failed" } } },
    ]);
  });

  it("refuses what it cannot resolve, and what changes nothing", async () => {
    const { publicId, record } = await makeIncident();
    const propose = (patch: object, version = 1) => proposeChange(contributor, { publicId, version, patch });
    await expect(
      propose({ place: { slug: "nowhere", precision: "exact", latitude: null, longitude: null } }),
    ).rejects.toMatchObject({ code: "invalid-input", details: { errors: [{ path: "place" }] } });
    await expect(propose({ campaigns: ["never"] })).rejects.toMatchObject({
      details: { errors: [{ path: "campaigns.0" }] },
    });
    const unknown = { actor: "nobody", role: "target", attribution: "confirmed", attributedBy: null };
    await expect(propose({ participations: [unknown] })).rejects.toMatchObject({
      details: { errors: [{ path: "participations.0.actor" }] },
    });
    await expect(propose({ title: record.incident.title })).rejects.toMatchObject({ code: "invalid-input" });
    await expect(propose({ title: "X" }, 7)).rejects.toMatchObject({ code: "version-conflict" });
    expect(await getOpenChange(publicId)).toBeNull();
  });

  it("is for people of the desk, and for published incidents", async () => {
    const { publicId } = await makeIncident();
    const draft = await makeIncident({}, { status: "draft" });
    const input = { publicId, version: 1, patch: { title: "X" } };
    await expect(proposeChange(null, input)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(proposeChange(await makePrincipal("viewer"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(proposeChange(contributor, { ...input, publicId: draft.publicId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("lets one of several who propose at once win; the others learn who did", async () => {
    const { publicId } = await makeIncident();
    const people = await Promise.all(Array.from({ length: 5 }, () => makePrincipal("contributor")));
    const answers = await Promise.allSettled(
      people.map((one) => proposeChange(one, { publicId, version: 1, patch: { title: one.name } })),
    );
    const won = answers.filter(({ status }) => status === "fulfilled");
    expect(won).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === "rejected") {
        expect(answer.reason).toMatchObject({
          code: "conflict",
          message: expect.stringContaining("proposed"),
        });
      }
    }
  });

  it("does not write over what the same person proposed in another window", async () => {
    const { publicId } = await makeIncident();
    const { updatedAt } = await proposeChange(contributor, { publicId, version: 1, patch: { title: "A" } });
    await proposeChange(contributor, { publicId, version: 1, patch: { title: "B" }, seenAt: updatedAt });
    await expect(
      proposeChange(contributor, { publicId, version: 1, patch: { title: "C" }, seenAt: updatedAt }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await getOpenChange(publicId)).toMatchObject({ patch: { title: "B" } });
  });
});

describe("changeOrPropose", () => {
  it("writes what editors change, and proposes what contributors change of the published", async () => {
    const { publicId } = await makeIncident();
    const saved = await changeOrPropose(editor, publicId, 1, { title: "By an editor" });
    expect(saved).toMatchObject({ kind: "saved", record: { incident: { version: 2 } } });
    const proposed = await changeOrPropose(contributor, publicId, 2, { title: "By a contributor" });
    expect(proposed).toMatchObject({ kind: "proposed", change: { baseVersion: 2 } });
    expect(await titles(publicId)).toBe("By an editor");
  });

  it("proposes for everybody once review is required; updateIncident refuses", async () => {
    await setReviewRequired(await makePrincipal("admin"), { isRequired: true });
    const { publicId } = await makeIncident();
    await expect(updateIncident(editor, publicId, 1, { title: "At once" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await changeOrPropose(editor, publicId, 1, { title: "At once" })).toMatchObject({
      kind: "proposed",
    });
  });
});

describe("proposeRestore", () => {
  it("proposes the fields of an earlier version", async () => {
    const { publicId } = await makeIncident({ title: "First" });
    await updateIncident(editor, publicId, 1, { title: "Second" });
    const change = await proposeRestore(editor, { publicId, restored: 1, reason: "It was right" });
    expect(change).toMatchObject({ baseVersion: 2, patch: { title: "First" }, reason: "It was right" });
    await expect(proposeRestore(contributor, { publicId, restored: 1, reason: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(proposeRestore(editor, { publicId, restored: 9, reason: "x" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
