import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { setReviewRequired } from "@/lib/settings/commands";
import { bulkIdOf, itemOf, publish, stateOf, stepOf } from "@/scripts/test/bulk";
import { changeIncident, makeActor, makeArticle, makeCampaign, makeIncident } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { makePrincipal } from "@/scripts/test/principals";
import { applyBulk } from "./bulk-commands";
import { previewBulk } from "./bulk-preview";
import { bulkStepSchema } from "./bulk-schema";
import { undoBulk } from "./bulk-undo";

let contributor: Principal;
let editor: Principal;
let admin: Principal;
beforeAll(async () => {
  contributor = await makePrincipal("contributor");
  editor = await makePrincipal("editor");
  admin = await makePrincipal("admin");
});

describe("applyBulk", () => {
  it("changes all in one transaction, each with a revision, and records one bulk change", async () => {
    const campaign = await makeCampaign();
    const made = [await makeIncident(), await makeIncident({}, { status: "draft" })];
    const change = { kind: "add-campaign", campaign: campaign.slug } as const;
    const result = await applyBulk(editor, stepOf(change, made));
    expect(result).toMatchObject({ changed: 2, skipped: [] });
    for (const one of made) {
      expect((await stateOf(one)).incident).toMatchObject({
        version: 2,
        status: one.record.incident.status,
        campaigns: [{ slug: campaign.slug }],
      });
      expect((await historyOf(one.publicId)).at(-1)).toMatchObject({
        action: "bulk",
        changes: ["campaigns"],
        userId: editor.id,
        state: await stateOf(one),
      });
    }
    const stored = await database().bulkChange.findUniqueOrThrow({ where: { id: bulkIdOf(result.id) } });
    expect(stored.items).toEqual(made.map(({ publicId }) => ({ publicId, before: 1, after: 2 })));
  });

  it("keeps further steps in the same bulk change, and refuses another change or person there", async () => {
    const campaign = await makeCampaign();
    const change = { kind: "add-campaign", campaign: campaign.slug } as const;
    const [first, second] = [await makeIncident(), await makeIncident()];
    const { id } = await applyBulk(editor, stepOf(change, [first]));
    await applyBulk(editor, stepOf(change, [second], id));
    const stored = await database().bulkChange.findUniqueOrThrow({ where: { id: bulkIdOf(id) } });
    expect(stored.items).toHaveLength(2);
    const third = await makeIncident();
    await expect(
      applyBulk(editor, stepOf({ kind: "outcome", outcome: "failed" }, [third], id)),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(applyBulk(admin, stepOf(change, [third], id))).rejects.toMatchObject({ code: "not-found" });
  });

  it("skips and names what somebody changed meanwhile, what is unknown and what cannot take the step", async () => {
    const stale = await makeIncident({}, { status: "draft" });
    await changeIncident(stale.id, { title: "Changed meanwhile" });
    const retracted = await makeIncident({}, { status: "retracted" });
    const draft = await makeIncident({}, { status: "draft" });
    const step = stepOf(publish, [stale, retracted, draft]);
    const result = await applyBulk(editor, {
      ...step,
      items: [...step.items, { publicId: "ZZZZZZZZ", version: 1 }],
    });
    expect(result.changed).toBe(1);
    expect(result.skipped.map(({ publicId }) => publicId).toSorted()).toEqual(
      [stale.publicId, retracted.publicId, "ZZZZZZZZ"].toSorted(),
    );
    expect((await stateOf(draft)).incident).toMatchObject({ status: "published", version: 2 });
    expect((await stateOf(stale)).incident).toMatchObject({ status: "draft", title: "Changed meanwhile" });
  });

  it("changes nothing when it is sent a second time", async () => {
    const made = [await makeIncident({}, { status: "draft" })];
    const step = stepOf({ kind: "submit" }, made);
    await applyBulk(editor, step);
    expect(await applyBulk(editor, step)).toMatchObject({ id: null, changed: 0, skipped: [{}] });
  });

  it("lets one of two editors at the same moment change an incident", async () => {
    const made = [await makeIncident(), await makeIncident()];
    const results = await Promise.all([
      applyBulk(editor, stepOf({ kind: "outcome", outcome: "failed" }, made)),
      applyBulk(admin, stepOf({ kind: "outcome", outcome: "foiled" }, made.toReversed())),
    ]);
    expect(results.map(({ changed }) => changed).toSorted()).toEqual([0, 2]);
    for (const { publicId } of made) expect(await historyOf(publicId)).toHaveLength(2);
  });

  it("moves an actor with its quotes, and leaves a quote that was accepted for another value alone", async () => {
    const [wrong, right] = [await makeActor(), await makeActor()];
    const article = await makeArticle();
    const value = {
      actor: wrong.slug,
      name: "The brigade",
      role: "perpetrator",
      attribution: "claimed",
      attributedBy: null,
    };
    const made = await makeIncident({
      participations: [{ actor: wrong }, { actor: wrong, role: "target" }, { actor: right, role: "target" }],
      claims: [{ article, field: "participant", value }],
    });
    const change = { kind: "replace-actor", from: wrong.slug, to: right.slug } as const;
    const { id } = await applyBulk(editor, stepOf(change, [made]));
    const after = await stateOf(made);
    expect(after.incident.participations.map(({ actor, role }) => [actor.slug, role])).toEqual([
      [right.slug, "perpetrator"],
      [right.slug, "target"],
    ]);
    expect(after.claims).toMatchObject([{ value: { ...value, actor: right.slug } }]);
    await undoBulk(editor, bulkIdOf(id));
    const { incident, claims } = await stateOf(made);
    expect(incident.participations).toEqual(made.record.incident.participations);
    expect(claims).toEqual(made.record.claims);

    const backed = await makeIncident({
      claims: [{ article, field: "outcome", value: "completed" }],
      outcome: "completed",
    });
    const result = await applyBulk(editor, stepOf({ kind: "outcome", outcome: "failed" }, [backed]));
    expect(result).toMatchObject({ changed: 0, skipped: [{ publicId: backed.publicId }] });
  });

  it("asks for the roles that the single commands ask for", async () => {
    const own = await makeIncident({ createdById: contributor.id }, { status: "draft" });
    const other = await makeIncident({}, { status: "draft" });
    const result = await applyBulk(contributor, stepOf({ kind: "submit" }, [own, other]));
    expect(result).toMatchObject({ changed: 1, skipped: [{ publicId: other.publicId }] });
    await expect(applyBulk(contributor, stepOf(publish, [other]))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(applyBulk(null, stepOf({ kind: "submit" }, [other]))).rejects.toMatchObject({
      code: "not-signed-in",
    });
  });

  it("tells the authors, and nobody about what they did themselves", async () => {
    const [own, other] = [
      await makeIncident({ createdById: editor.id }, { status: "in_review" }),
      await makeIncident({ createdById: contributor.id }, { status: "in_review" }),
    ];
    await applyBulk(editor, stepOf({ kind: "return", reason: "Give a source" }, [own, other]));
    const told = await database().notification.findMany({
      where: { incidentId: { in: [own.id, other.id] } },
    });
    expect(told).toMatchObject([
      { userId: contributor.id, kind: "returned", incidentId: other.id, actorName: editor.name },
    ]);
  });

  it("refuses an unknown actor, a missing reason and too many incidents", async () => {
    const made = await makeIncident();
    await expect(
      applyBulk(editor, stepOf({ kind: "remove-actor", actor: "nobody", role: null }, [made])),
    ).rejects.toMatchObject({ code: "invalid-input", details: { errors: [{ path: "change.actor" }] } });
    const items = Array.from({ length: 501 }, () => itemOf(made));
    expect(bulkStepSchema.safeParse({ id: null, change: { kind: "submit" }, items }).success).toBe(false);
    const unreasoned = { id: null, change: { kind: "retract", reason: " " }, items: [itemOf(made)] };
    expect(bulkStepSchema.safeParse(unreasoned).success).toBe(false);
  });

  it("publishes what somebody else submitted once the site requires review, and changes nothing public", async () => {
    await setReviewRequired(admin, { isRequired: true });
    try {
      const own = await makeIncident({ createdById: editor.id }, { status: "in_review" });
      const draft = await makeIncident({}, { status: "draft" });
      const other = await makeIncident({}, { status: "in_review" });
      const result = await applyBulk(editor, stepOf(publish, [own, draft, other]));
      expect(result.changed).toBe(1);
      expect((await stateOf(other)).incident.status).toBe("published");
      const isPublic = await makeIncident();
      expect(
        await applyBulk(editor, stepOf({ kind: "outcome", outcome: "failed" }, [isPublic])),
      ).toMatchObject({ changed: 0, skipped: [{ publicId: isPublic.publicId }] });
    } finally {
      await setReviewRequired(admin, { isRequired: false });
    }
  });
});

describe("previewBulk", () => {
  it("counts what would change, what says so already and what cannot, and changes nothing", async () => {
    const word = "previewed";
    const draft = await makeIncident({ title: `Draft ${word}` }, { status: "draft" });
    await makeIncident({ title: `Public ${word}` });
    const retracted = await makeIncident({ title: `Retracted ${word}` }, { status: "retracted" });
    const target = { query: `q=${word}`, except: [] };
    const preview = await previewBulk(editor, { target, change: publish });
    expect(preview).toEqual({
      meant: 3,
      matching: 3,
      changes: [itemOf(draft)],
      lines: [
        { publicId: draft.publicId, title: `Draft ${word}`, status: "draft", from: "Draft", to: "Published" },
      ],
      same: 1,
      refused: [
        {
          reason: "The incident is retracted. Restore it before you change it.",
          count: 1,
          examples: [{ publicId: retracted.publicId, title: `Retracted ${word}` }],
        },
      ],
    });
    expect((await stateOf(draft)).incident.version).toBe(1);
    const without = { ...target, except: [draft.publicId] };
    expect(await previewBulk(editor, { target: without, change: publish })).toMatchObject({
      meant: 2,
      changes: [],
    });
  });

  it("needs the role of the change", async () => {
    const target = { query: "", except: [] };
    await expect(previewBulk(contributor, { target, change: publish })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
