import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { setReviewRequired } from "@/lib/settings/commands";
import { makeActor, makeArticle, makeCampaign, makeIncident, makeLink } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { makePrincipal } from "@/scripts/test/principals";
import { updateIncident } from "./commands";
import { mergeIncidents } from "./merge-commands";
import { listMergesInto } from "./merge-queries";
import { getIncidentVersion, getPublicIncident } from "./permalink-queries";
import { unmergeIncidents } from "./unmerge-commands";

let editor: Principal;
let contributor: Principal;

beforeAll(async () => {
  editor = await makePrincipal("editor");
  contributor = await makePrincipal("contributor");
});

describe("mergeIncidents", () => {
  it("moves claims, links, external ids and proposals, and fills what the winner does not know", async () => {
    const [one, two] = [await makeArticle(), await makeArticle()];
    const [militia, army] = [await makeActor(), await makeActor()];
    const campaign = await makeCampaign();
    const value = { min: 2, max: 2 };
    const winner = await makeIncident({
      participations: [{ actor: militia }],
      claims: [{ article: one, field: "killed", value: { min: 1, max: 1 }, standing: "alternative" }],
    });
    const loser = await makeIncident({
      killedMin: 2,
      killedMax: 2,
      participations: [{ actor: militia }, { actor: army, role: "target" }],
      campaigns: [campaign],
      claims: [
        { article: one, field: "killed", value: { min: 1, max: 1 }, standing: "alternative" },
        { article: two, field: "killed", value },
      ],
    });
    const neighbour = await makeIncident();
    const link = await makeLink(loser, neighbour);
    const raw = {};
    await database().externalId.create({
      data: { incidentId: loser.id, scheme: "acled", value: "IRQ1", raw },
    });
    await database().suggestion.create({
      data: { articleId: two.id, position: 0, proposal: {}, status: "accepted", incidentId: loser.id },
    });

    const merged = await mergeIncidents(editor, {
      loser: loser.publicId,
      winner: winner.publicId,
      reason: "One attack",
    });

    expect(merged.winner.incident).toMatchObject({
      version: 2,
      status: "published",
      title: winner.record.incident.title,
      killed: value,
      participations: [
        { actor: { slug: militia.slug }, role: "perpetrator" },
        { actor: { slug: army.slug }, role: "target" },
      ],
      campaigns: [{ slug: campaign.slug }],
      links: [{ id: link.id, publicId: neighbour.publicId, direction: "outgoing" }],
    });
    expect(merged.winner.claims.map(({ value: says, standing }) => [says, standing])).toEqual([
      [{ min: 1, max: 1 }, "alternative"],
      [value, "accepted"],
    ]);
    expect(merged.loser.incident).toMatchObject({ version: 2, status: "merged", links: [] });
    expect(await database().externalId.count({ where: { incidentId: winner.id } })).toBe(1);
    expect(await database().suggestion.count({ where: { incidentId: winner.id } })).toBe(1);
    for (const { publicId } of [winner, loser]) {
      expect((await historyOf(publicId)).at(-1)).toMatchObject({ action: "merge", reason: "One attack" });
    }
    expect((await historyOf(neighbour.publicId)).at(-1)).toMatchObject({
      action: "link",
      state: { incident: { links: [{ publicId: winner.publicId }] } },
    });
    expect(await listMergesInto(winner.publicId)).toMatchObject([
      { publicId: loser.publicId, mergedBy: editor.name },
    ]);
  });

  it("takes the chosen side of a conflict; claims of the other side stay as alternatives", async () => {
    const article = await makeArticle();
    const other = await makeArticle();
    const winner = await makeIncident({
      killedMin: 3,
      killedMax: 3,
      claims: [{ article, field: "killed", value: { min: 3, max: 3 } }],
    });
    const loser = await makeIncident({
      killedMin: 14,
      killedMax: 14,
      title: "Fourteen die",
      claims: [
        { article: other, field: "killed", value: { min: 14, max: 14 } },
        { article: other, field: "injured", value: { min: 1, max: 1 }, standing: "rejected" },
      ],
    });
    const merged = await mergeIncidents(editor, {
      loser: loser.publicId,
      winner: winner.publicId,
      choices: { killed: "loser" },
    });
    expect(merged.winner.incident).toMatchObject({
      killed: { min: 14, max: 14 },
      title: winner.record.incident.title,
    });
    expect(merged.winner.claims.map(({ field, standing }) => [field, standing])).toEqual([
      ["killed", "alternative"],
      ["killed", "accepted"],
      ["injured", "rejected"],
    ]);
  });

  it("drops links to itself and links that the winner has", async () => {
    const [winner, loser, neighbour] = [await makeIncident(), await makeIncident(), await makeIncident()];
    await makeLink(loser, winner);
    await makeLink(loser, neighbour);
    const kept = await makeLink(winner, neighbour);
    const merged = await mergeIncidents(editor, { loser: loser.publicId, winner: winner.publicId });
    expect(merged.winner.incident.links.map(({ id }) => id)).toEqual([kept.id]);
  });

  it("leads the loser's address to the end of a row of merges, and keeps its versions", async () => {
    const [a, b, c] = [await makeIncident(), await makeIncident(), await makeIncident()];
    await mergeIncidents(editor, { loser: a.publicId, winner: b.publicId });
    await mergeIncidents(editor, { loser: b.publicId, winner: c.publicId });
    expect(await getPublicIncident(a.publicId)).toEqual({ status: "merged", into: c.publicId });
    expect((await getIncidentVersion(a.publicId, 1))?.record.incident.title).toBe(a.record.incident.title);
  });

  it("withdraws an open change of the loser and tells the authors", async () => {
    const winner = await makeIncident({ createdById: contributor.id });
    const loser = await makeIncident({ createdById: editor.id });
    const { id } = await database().proposedChange.create({
      data: { incidentId: loser.id, baseVersion: 1, patch: {}, createdById: contributor.id },
    });
    await mergeIncidents(editor, { loser: loser.publicId, winner: winner.publicId });
    expect(await database().proposedChange.findUnique({ where: { id } })).toMatchObject({
      status: "withdrawn",
      decision: expect.stringContaining(winner.publicId),
    });
    const told = await database().notification.findMany({
      where: { kind: "merged", incidentId: { in: [winner.id, loser.id] } },
      select: { userId: true, actorName: true },
    });
    expect(told).toEqual([{ userId: contributor.id, actorName: editor.name }]);
  });
});

describe("mergeIncidents refuses", () => {
  const merge = (loser: string, winner: string, more: object = {}) =>
    mergeIncidents(editor, { loser, winner, ...more });

  it("itself, what does not exist, what is retracted or merged, and a circle", async () => {
    const { publicId: a } = await makeIncident();
    const { publicId: b } = await makeIncident();
    const { publicId: retracted } = await makeIncident({}, { status: "retracted" });
    await expect(merge(a, a)).rejects.toMatchObject({ code: "invalid-input" });
    await expect(merge(a, "ZZZZZZZZ")).rejects.toMatchObject({ code: "not-found" });
    await expect(merge("ZZZZZZZZ", a)).rejects.toMatchObject({ code: "not-found" });
    await expect(merge(a, retracted)).rejects.toMatchObject({ code: "conflict" });
    await expect(merge(retracted, a)).rejects.toMatchObject({ code: "conflict" });
    await merge(a, b);
    await expect(merge(b, a)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(b),
    });
    await expect(merge(a, b)).rejects.toMatchObject({ code: "conflict" });
  });

  it("to hide a public incident behind a draft", async () => {
    const { publicId: open } = await makeIncident();
    const { publicId: draft } = await makeIncident({}, { status: "draft" });
    await expect(merge(open, draft)).rejects.toMatchObject({ code: "conflict" });
    await expect(merge(draft, open)).resolves.toMatchObject({ winner: { incident: { publicId: open } } });
  });

  it("to publish a draft that nobody reviewed, where the site requires review", async () => {
    const { publicId: open } = await makeIncident();
    const { publicId: other } = await makeIncident();
    const { publicId: draft } = await makeIncident({}, { status: "draft" });
    await setReviewRequired(await makePrincipal("admin"), { isRequired: true });
    await expect(merge(draft, open)).rejects.toMatchObject({ code: "forbidden" });
    await expect(merge(other, open)).resolves.toBeDefined();
    await setReviewRequired(await makePrincipal("admin"), { isRequired: false });
    await expect(merge(draft, open)).resolves.toBeDefined();
  });

  it("a value without a source that was not public before, unless somebody says why", async () => {
    const { publicId: open } = await makeIncident();
    const loser = await makeIncident({ killedMin: 2, killedMax: 2 }, { status: "draft" });
    await expect(merge(loser.publicId, open)).rejects.toMatchObject({
      code: "invalid-input",
      details: { errors: [{ path: "killed" }] },
    });
    const reason = "Told by the ministry on the telephone";
    const { winner } = await merge(loser.publicId, open, { reason });
    expect(winner).toMatchObject({ incident: { killed: { min: 2, max: 2 } }, unsourcedReason: reason });
    const undone = await unmergeIncidents(editor, { publicId: loser.publicId });
    expect(undone).toMatchObject({ winner: { unsourcedReason: null }, kept: [] });
  });

  it("versions that are not the stored ones, and writes nothing", async () => {
    const [one, two] = [await makeIncident(), await makeIncident()];
    await updateIncident(editor, one.publicId, 1, { title: "Newer" });
    for (const more of [{ loserVersion: 1 }, { loserVersion: 2, winnerVersion: 7 }]) {
      await expect(merge(one.publicId, two.publicId, more)).rejects.toMatchObject({
        code: "version-conflict",
      });
    }
    expect(await historyOf(two.publicId)).toHaveLength(1);
  });

  it("everybody below an editor", async () => {
    const [one, two] = [await makeIncident(), await makeIncident()];
    const input = { loser: one.publicId, winner: two.publicId };
    await expect(mergeIncidents(null, input)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(mergeIncidents(contributor, input)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("all but one of many that merge the same incidents at once, both ways", async () => {
    const [one, two] = [await makeIncident(), await makeIncident()];
    const steps = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        index % 2 ? merge(one.publicId, two.publicId) : merge(two.publicId, one.publicId),
      ),
    );
    const codes = steps.map((step) => (step.status === "fulfilled" ? "done" : step.reason.code));
    expect(codes.toSorted()).toEqual([...Array(5).fill("conflict"), "done"]);
  });
});
