import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { makeActor, makeArticle } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { claimInput, incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import {
  createIncident,
  publishIncident,
  restoreIncident,
  retractIncident,
  submitIncident,
  updateIncident,
} from "./commands";

let viewer: Principal;
let contributor: Principal;
let editor: Principal;
beforeAll(async () => {
  viewer = await makePrincipal("viewer");
  contributor = await makePrincipal("contributor");
  editor = await makePrincipal("editor");
});

async function makeDraft(changes: Parameters<typeof incidentInput>[0] = {}): Promise<string> {
  const { incident } = await createIncident(contributor, incidentInput(changes));
  return incident.publicId;
}

const outcomesOf = (steps: PromiseSettledResult<unknown>[]) =>
  steps.map((step) => (step.status === "fulfilled" ? "done" : step.reason.code)).sort();

describe("submitIncident", () => {
  it("hands a draft to the reviewers, once", async () => {
    const publicId = await makeDraft();
    const { incident } = await submitIncident(contributor, publicId, { version: 1, reason: "Please look" });
    expect(incident).toMatchObject({ status: "in_review", version: 2, publishedAt: null });
    const [, revision] = await historyOf(publicId);
    expect(revision).toMatchObject({ action: "submit", changes: ["status"], reason: "Please look" });
    await expect(submitIncident(editor, publicId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is for its contributor and for editors", async () => {
    const publicId = await makeDraft();
    const other = await makePrincipal("contributor");
    await expect(submitIncident(null, publicId)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(submitIncident(viewer, publicId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(submitIncident(other, publicId)).rejects.toMatchObject({ code: "forbidden" });
    expect((await submitIncident(editor, publicId)).incident.status).toBe("in_review");
    await expect(submitIncident(editor, "ZZZZZZZZ")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("publishIncident", () => {
  it("makes a draft or a submitted incident public", async () => {
    const [draft, submitted] = [await makeDraft(), await makeDraft()];
    await submitIncident(contributor, submitted);
    for (const publicId of [draft, submitted]) {
      const { incident } = await publishIncident(editor, publicId);
      expect(incident.status).toBe("published");
      expect(Date.now() - Date.parse(incident.publishedAt ?? "")).toBeLessThan(60_000);
      expect((await historyOf(publicId)).at(-1)).toMatchObject({ action: "publish", status: "published" });
    }
  });

  it("is for editors", async () => {
    const publicId = await makeDraft();
    for (const [principal, code] of [
      [null, "not-signed-in"],
      [viewer, "forbidden"],
      [contributor, "forbidden"],
    ] as const) {
      await expect(publishIncident(principal, publicId)).rejects.toMatchObject({ code });
    }
    expect(await historyOf(publicId)).toHaveLength(1);
  });

  it("refuses a version that somebody else changed", async () => {
    const publicId = await makeDraft();
    const stored = await updateIncident(editor, publicId, 1, { title: "Changed under review" });
    await expect(publishIncident(editor, publicId, { version: 1 })).rejects.toMatchObject({
      code: "version-conflict",
      details: { extra: { current: stored } },
    });
    expect((await publishIncident(editor, publicId, { version: 2 })).incident.version).toBe(3);
  });

  it("happens once when two editors publish at once, and not again later", async () => {
    const publicId = await makeDraft();
    const steps = await Promise.allSettled([
      publishIncident(editor, publicId),
      publishIncident(editor, publicId),
    ]);
    expect(outcomesOf(steps)).toEqual(["conflict", "done"]);
    expect(await historyOf(publicId)).toHaveLength(2);
    await expect(publishIncident(editor, publicId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("asks of a published incident why a further value has no source, whatever reason stands there", async () => {
    const publicId = await makeDraft();
    await publishIncident(editor, publicId, { reason: "The ministry gave the date" });
    const killed = { min: 300, max: 300 };
    await expect(updateIncident(editor, publicId, 2, { killed })).rejects.toMatchObject({
      code: "invalid-input",
      details: { errors: [{ path: "killed" }, { path: "unsourcedReason" }] },
    });
    await updateIncident(editor, publicId, 2, { title: "Reworded" });
    const saved = await updateIncident(editor, publicId, 3, { killed, reason: "Counted by the desk" });
    expect(saved.incident).toMatchObject({ version: 4, killed });
  });

  it("leaves a published incident published when it is changed, and keeps when that was", async () => {
    const publicId = await makeDraft();
    const { incident } = await publishIncident(editor, publicId);
    const changed = await updateIncident(editor, publicId, 2, { title: "Corrected" });
    expect(changed.incident).toMatchObject({ status: "published", publishedAt: incident.publishedAt });
    await expect(updateIncident(contributor, publicId, 3, { title: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("retractIncident", () => {
  it("takes an incident back with its reason and deletes nothing", async () => {
    const publicId = await makeDraft();
    await publishIncident(editor, publicId);
    const { incident } = await retractIncident(editor, publicId, { reason: "The source withdrew it" });
    expect(incident).toMatchObject({ status: "retracted", version: 3 });
    const stored = await database().incident.findUniqueOrThrow({ where: { publicId } });
    expect(stored.retractReason).toBe("The source withdrew it");
    const revisions = await historyOf(publicId);
    expect(revisions.map(({ action }) => action)).toEqual(["create", "publish", "retract"]);
    expect(revisions.at(-1)?.reason).toBe("The source withdrew it");
  });

  it("locks the incident until it is restored", async () => {
    const publicId = await makeDraft();
    await retractIncident(editor, publicId, { reason: "A duplicate" });
    const again = { reason: "Again" };
    for (const attempt of [
      () => updateIncident(editor, publicId, 2, { title: "Changed" }),
      () => publishIncident(editor, publicId),
      () => submitIncident(editor, publicId),
      () => retractIncident(editor, publicId, again),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "conflict" });
    }
  });

  it("is for editors and wants a reason", async () => {
    const publicId = await makeDraft();
    const reason = { reason: "Mine" };
    await expect(retractIncident(null, publicId, reason)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(retractIncident(contributor, publicId, reason)).rejects.toMatchObject({ code: "forbidden" });
    await expect(retractIncident(editor, publicId, { reason: " " })).rejects.toMatchObject({
      code: "invalid-input",
    });
    await expect(retractIncident(editor, publicId, { version: 7, reason: "Late" })).rejects.toMatchObject({
      code: "version-conflict",
    });
  });
});

describe("restoreIncident", () => {
  it("brings fields and claims of an earlier version back as a new one", async () => {
    const article = await makeArticle();
    const [before, after] = [await makeActor(), await makeActor()];
    const claims = [claimInput(article, "Nobody was hurt", { field: "killed", value: { min: 0, max: 0 } })];
    const publicId = await makeDraft({
      participations: [{ actor: before.slug, role: "target", attribution: "claimed" }],
      killed: { min: 0, max: 0 },
      claims,
    });
    const { incident: first, claims: firstClaims } = await publishIncident(editor, publicId);
    await updateIncident(editor, publicId, 2, {
      title: "Worse",
      killed: null,
      participations: [{ actor: after.slug, role: "other", attribution: "confirmed", attributedBy: null }],
      claims: [],
      reason: "Somebody said so",
    });
    const restored = await restoreIncident(editor, publicId, { version: 2, reason: "Vandalism" });
    const { updatedAt: _then, version: _number, ...fields } = first;
    expect(restored.incident).toMatchObject({ ...fields, version: 4 });
    expect(restored.claims).toMatchObject(firstClaims.map(({ id: _id, ...claim }) => claim));
    const revisions = await historyOf(publicId);
    expect(revisions.at(-1)).toMatchObject({ action: "restore", reason: "Vandalism", state: restored });
    expect(revisions.at(-1)?.changes).toEqual(["title", "killed", "participations", "claims"]);
  });

  it("makes a retracted incident public again, and a retracted draft a draft", async () => {
    const [published, draft] = [await makeDraft(), await makeDraft()];
    const { incident: first } = await publishIncident(editor, published);
    for (const publicId of [published, draft]) {
      await retractIncident(editor, publicId, { reason: "By mistake" });
    }
    const again = await restoreIncident(editor, published, { version: 2, reason: "It was right" });
    expect(again.incident).toMatchObject({ status: "published", publishedAt: first.publishedAt, version: 4 });
    const back = await restoreIncident(editor, draft, { version: 1, reason: "It was right" });
    expect(back.incident).toMatchObject({ status: "draft", publishedAt: null });
    const rows = await database().incident.findMany({ where: { publicId: { in: [published, draft] } } });
    expect(rows.map(({ retractReason }) => retractReason)).toEqual([null, null]);
  });

  it("is for editors and needs a version that exists", async () => {
    const publicId = await makeDraft();
    const first = { version: 1, reason: "Back" };
    await expect(restoreIncident(null, publicId, first)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(restoreIncident(contributor, publicId, first)).rejects.toMatchObject({ code: "forbidden" });
    await expect(restoreIncident(editor, publicId, { version: 9, reason: "Back" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(restoreIncident(editor, "ZZZZZZZZ", first)).rejects.toMatchObject({ code: "not-found" });
  });

  it("does not overwrite a version that was not seen", async () => {
    const publicId = await makeDraft();
    await updateIncident(editor, publicId, 1, { title: "Second" });
    await updateIncident(editor, publicId, 2, { title: "Third" });
    const restore = (seen: number) => restoreIncident(editor, publicId, { version: 1, reason: "Back", seen });
    await expect(restore(2)).rejects.toMatchObject({
      code: "version-conflict",
      details: { extra: { current: { incident: { version: 3, title: "Third" } } } },
    });
    expect((await restore(3)).incident.version).toBe(4);
  });

  it("and a change at the same time are one after the other", async () => {
    const publicId = await makeDraft();
    await updateIncident(editor, publicId, 1, { title: "Second" });
    const steps = await Promise.allSettled([
      restoreIncident(editor, publicId, { version: 1, reason: "Back" }),
      updateIncident(editor, publicId, 2, { title: "Third" }),
    ]);
    expect(["done done", "done version-conflict"]).toContain(outcomesOf(steps).join(" "));
    await historyOf(publicId);
  });
});
