import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import {
  type MadeIncident,
  makeActor,
  makeArticle,
  makeCampaign,
  makeIncident,
  makeLink,
  makePlace,
} from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { makePrincipal } from "@/scripts/test/principals";
import { updateIncident } from "./commands";
import { mergeIncidents } from "./merge-commands";
import { listMergesInto } from "./merge-queries";
import { readRecord } from "./record";
import { inputOfRecord } from "./state-input";
import { unmergeIncidents } from "./unmerge-commands";

let editor: Principal;

beforeAll(async () => {
  editor = await makePrincipal("editor");
});

/** All that belongs to an incident, without its version and the time of its last change. */
async function stateOf({ id }: { id: string }) {
  const record = await readRecord(database(), { id }, { includeUnpublishedLinks: true });
  const { version: _, updatedAt: __, ...incident } = record?.incident ?? { version: 0, updatedAt: "" };
  const [claims, externalIds, suggestions, changes] = await Promise.all([
    database().claim.findMany({ where: { incidentId: id }, orderBy: { id: "asc" } }),
    database().externalId.findMany({ where: { incidentId: id }, orderBy: { id: "asc" } }),
    database().suggestion.findMany({ where: { incidentId: id }, orderBy: { id: "asc" } }),
    database().proposedChange.findMany({
      where: { incidentId: id },
      orderBy: { id: "asc" },
      omit: { updatedAt: true },
    }),
  ]);
  return { incident, shown: record?.claims, claims, externalIds, suggestions, changes };
}

const merge = (loser: MadeIncident, winner: MadeIncident, choices = {}) =>
  mergeIncidents(editor, { loser: loser.publicId, winner: winner.publicId, choices });
const undo = (loser: MadeIncident) => unmergeIncidents(editor, { publicId: loser.publicId });

/** Two reports of one attack that differ in everything, share a claim and a link, and are linked to each other. */
async function makeReports() {
  const [one, two] = [await makeArticle(), await makeArticle()];
  const [militia, army] = [await makeActor(), await makeActor()];
  const shared = { article: one, field: "killed", value: { min: 1, max: 1 } } as const;
  const winner = await makeIncident({
    killedMin: 1,
    killedMax: 1,
    participations: [{ actor: militia, attribution: "alleged" }],
    campaigns: [await makeCampaign()],
    claims: [shared, { article: one, field: "title", value: "One" }],
  });
  const loser = await makeIncident({
    killedMin: 2,
    killedMax: null,
    summary: "More is known here.",
    outcome: "completed",
    occurred: "2021-07-05T16:00",
    timeZone: "Asia/Baghdad",
    eventType: "attack",
    place: await makePlace(),
    placePrecision: "exact",
    participations: [{ actor: army, role: "target" }, { actor: militia }],
    campaigns: [await makeCampaign()],
    claims: [
      { article: two, field: "killed", value: { min: 2, max: null } },
      { ...shared, standing: "alternative" },
      { article: two, field: "injured", value: { min: 9, max: 9 }, standing: "rejected" },
    ],
  });
  const neighbours = [await makeIncident(), await makeIncident()] as const;
  await makeLink(loser, winner, { type: "see-also" });
  await makeLink(loser, neighbours[0], { article: two });
  await makeLink(winner, neighbours[0]);
  await makeLink(neighbours[1], loser, { type: "retaliation-for" });
  await database().externalId.create({
    data: { incidentId: loser.id, scheme: "acled", value: loser.publicId, raw: { row: 1 } },
  });
  await database().suggestion.create({
    data: { articleId: two.id, position: 0, proposal: {}, status: "accepted", incidentId: loser.id },
  });
  await database().proposedChange.create({ data: { incidentId: loser.id, baseVersion: 1, patch: {} } });
  return { winner, loser, all: [winner, loser, ...neighbours] };
}

const everything = {
  title: "loser",
  summary: "loser",
  eventType: "loser",
  outcome: "loser",
  occurred: "loser",
  place: "loser",
  killed: "loser",
  injured: "loser",
  participations: "loser",
  campaigns: "loser",
};

describe("unmergeIncidents", () => {
  it.each([
    ["the winner's values", {}],
    ["the loser's values", everything],
  ])("after a merge with %s leaves both and their neighbours as they were", async (_, choices) => {
    const { winner, loser, all } = await makeReports();
    const before = await Promise.all(all.map(stateOf));
    await merge(loser, winner, choices);
    expect(await Promise.all(all.map(stateOf))).not.toEqual(before);
    const { kept, ...records } = await undo(loser);
    expect(kept).toEqual([]);
    expect(records.loser.incident).toMatchObject({ version: 3, status: "published" });
    expect(await Promise.all(all.map(stateOf))).toEqual(before);
    for (const { publicId } of [winner, loser]) {
      expect((await historyOf(publicId)).map(({ action }) => action)).toEqual([
        "publish",
        "merge",
        "unmerge",
      ]);
    }
    expect(await listMergesInto(winner.publicId)).toEqual([]);
  });

  it("keeps and names what somebody changed since, and brings back a claim that was removed", async () => {
    const { winner, loser } = await makeReports();
    const before = await stateOf(loser);
    const merged = await merge(loser, winner, { killed: "loser" });
    const { claims } = inputOfRecord(merged.winner);
    await updateIncident(editor, winner.publicId, 2, {
      summary: "A later summary",
      claims: claims.filter(({ field }) => field !== "injured"),
    });
    const { kept, winner: now } = await undo(loser);
    expect(kept).toEqual(["summary"]);
    expect(now.incident).toMatchObject({ summary: "A later summary", killed: { min: 1, max: 1 } });
    // Saving a claim writes the words around its quote anew, which the factory leaves empty.
    const claimsOf = ({ claims }: typeof before) => claims.map(({ prefix, suffix, ...claim }) => claim);
    const after = await stateOf(loser);
    expect(claimsOf(after)).toEqual(claimsOf(before));
    expect(after.incident).toEqual(before.incident);
  });

  it("keeps a line that was added since, and takes only those that the merge brought", async () => {
    const { winner, loser } = await makeReports();
    const later = await makeCampaign();
    const { winner: merged } = await merge(loser, winner);
    const campaigns = [...inputOfRecord(merged).campaigns, later.slug];
    await updateIncident(editor, winner.publicId, 2, { campaigns });
    const { kept, winner: now } = await undo(loser);
    expect(kept).toEqual(["campaigns"]);
    const slugs = [...winner.record.incident.campaigns.map(({ slug }) => slug), later.slug];
    expect(now.incident.campaigns.map(({ slug }) => slug)).toEqual(slugs.toSorted());
    expect(now.incident.participations).toEqual(winner.record.incident.participations);
  });

  it("waits for a later merge that leans on this one, and undoes independent ones in any order", async () => {
    const article = await makeArticle();
    const claims = [{ article, field: "killed", value: { min: 1, max: 1 } }] as const;
    const winner = await makeIncident();
    const [first, second, third] = [
      await makeIncident({ claims: [...claims] }),
      await makeIncident({ claims: [...claims] }),
      await makeIncident(),
    ];
    const before = await Promise.all([winner, first, second, third].map(stateOf));
    for (const loser of [first, second, third]) await merge(loser, winner);
    await expect(undo(first)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(second.publicId),
    });
    for (const loser of [second, first, third]) await undo(loser);
    expect(await Promise.all([winner, first, second, third].map(stateOf))).toEqual(before);
  });

  it("waits for the merge of the winner, and gives a link to what a neighbour has become", async () => {
    const [a, b, c, neighbour, other] = [
      await makeIncident(),
      await makeIncident(),
      await makeIncident(),
      await makeIncident(),
      await makeIncident(),
    ];
    await makeLink(a, neighbour);
    await merge(a, b);
    await merge(b, c);
    await expect(undo(a)).rejects.toMatchObject({ code: "conflict" });
    await merge(neighbour, other);
    await undo(b);
    const { loser } = await undo(a);
    expect(loser.incident.links).toMatchObject([{ publicId: other.publicId }]);
    const back = await undo(neighbour);
    expect(back.loser.incident.links).toMatchObject([{ publicId: a.publicId, direction: "incoming" }]);
  });

  it("refuses what is not merged or unknown, and everybody below an editor", async () => {
    const [winner, loser] = [await makeIncident(), await makeIncident()];
    await expect(undo(loser)).rejects.toMatchObject({ code: "conflict" });
    await expect(unmergeIncidents(editor, { publicId: "ZZZZZZZZ" })).rejects.toMatchObject({
      code: "not-found",
    });
    await merge(loser, winner);
    const contributor = await makePrincipal("contributor");
    for (const [who, code] of [
      [null, "not-signed-in"],
      [contributor, "forbidden"],
    ] as const) {
      await expect(unmergeIncidents(who, { publicId: loser.publicId })).rejects.toMatchObject({ code });
    }
  });

  it("happens once when two editors undo it at once", async () => {
    const [winner, loser] = [await makeIncident(), await makeIncident()];
    await merge(loser, winner);
    const steps = await Promise.allSettled([undo(loser), undo(loser)]);
    const codes = steps.map((step) => (step.status === "fulfilled" ? "done" : step.reason.code));
    expect(codes.toSorted()).toEqual(["conflict", "done"]);
  });
});
