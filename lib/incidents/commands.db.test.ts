import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { makeActor, makeArticle, makeCampaign, makePlace } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { claimInput, incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { createIncident, submitIncident, updateIncident } from "./commands";

let viewer: Principal;
let contributor: Principal;
let editor: Principal;
beforeAll(async () => {
  viewer = await makePrincipal("viewer");
  contributor = await makePrincipal("contributor");
  editor = await makePrincipal("editor");
});

const target = { role: "target", attribution: "confirmed", attributedBy: null } as const;
const countIncidents = () => database().incident.count();

describe("createIncident", () => {
  it("stores a draft with everything given, and its first revision", async () => {
    const [actor, place, campaign] = [await makeActor(), await makePlace(), await makeCampaign()];
    const article = await makeArticle({ text: "Three rockets landed. Nobody was hurt, an officer said." });
    const claim = claimInput(article, "Nobody was hurt", {
      field: "killed",
      value: { min: 0, max: 0 },
      assertedBy: "an officer",
      credibility: 2,
    });
    const record = await createIncident(
      contributor,
      incidentInput({
        summary: "Three rockets landed on the perimeter.",
        outcome: "completed",
        occurred: "2021-07-05T12:00/2021-07-05T18:00",
        timeZone: "Asia/Baghdad",
        place: { slug: place.slug, precision: "near" },
        killed: { min: 0, max: 0 },
        injured: { min: 2, max: null },
        participations: [
          { actor: actor.slug, role: "perpetrator", attribution: "alleged", attributedBy: "CJTF-OIR" },
        ],
        campaigns: [campaign.slug],
        claims: [claim],
      }),
    );
    expect(record.incident).toMatchObject({
      version: 1,
      status: "draft",
      outcome: "completed",
      earliest: "2021-07-05T09:00:00.000Z",
      latest: "2021-07-05T14:59:59.999Z",
      place: { slug: place.slug, precision: "near", latitude: 33, longitude: 44 },
      killed: { min: 0, max: 0 },
      injured: { min: 2, max: null },
      participations: [{ actor: { slug: actor.slug }, attribution: "alleged", attributedBy: "CJTF-OIR" }],
      campaigns: [{ slug: campaign.slug }],
      sources: [{ articleId: article.id }],
      publishedAt: null,
    });
    expect(record.claims).toMatchObject([
      {
        field: "killed",
        value: { min: 0, max: 0 },
        quote: { exact: "Nobody was hurt", prefix: "Three rockets landed. ", suffix: ", an officer said." },
        assertedBy: "an officer",
        credibility: 2,
      },
    ]);
    const [revision] = await historyOf(record.incident.publicId);
    expect(revision).toMatchObject({
      action: "create",
      status: "draft",
      state: record,
      userId: contributor.id,
      userName: contributor.name,
    });

    expect(revision?.changes).not.toEqual(expect.arrayContaining(["links"]));
    expect(revision?.changes).toEqual(
      expect.arrayContaining(["title", "place", "killed", "participations", "claims"]),
    );
  });

  it("keeps a count of none apart from no count", async () => {
    const { incident } = await createIncident(editor, incidentInput({ killed: { min: 0, max: 0 } }));
    expect([incident.killed, incident.injured]).toEqual([{ min: 0, max: 0 }, null]);
  });

  it("names what it does not know by its field, and stores nothing", async () => {
    const article = await makeArticle();
    const known = await makeActor();
    const claim = claimInput(article, "Rockets were fired", { field: "title", value: "Rockets" });
    const participation = (actor: string) => ({ actor, role: "target" as const });
    const bad = [
      { path: "place", change: { place: { slug: "nowhere" } } },
      {
        path: "participations.1.actor",
        change: { participations: [participation(known.slug), participation("nobody")] },
      },
      { path: "campaigns.0", change: { campaigns: ["never"] } },
      {
        path: "claims.0.quote",
        change: { claims: [{ ...claim, quote: { ...claim.quote, exact: "Rockets were lobbed" } }] },
      },
      {
        path: "claims.0.quote",
        change: { claims: [{ ...claim, quote: { ...claim.quote, start: claim.quote.start + 1 } }] },
      },
      {
        path: "claims.0.articleId",
        change: { claims: [{ ...claim, articleId: "00000000-0000-7000-8000-000000000000" }] },
      },
    ];
    const before = await countIncidents();
    for (const { path, change } of bad) {
      await expect(createIncident(editor, incidentInput(change)), path).rejects.toMatchObject({
        code: "invalid-input",
        details: { errors: [{ path }] },
      });
    }
    expect(await countIncidents()).toBe(before);
  });

  it.each(["yesterday", "2021-02-30", "-0043", "Y12000"])(
    "refuses the date %s at its field",
    async (occurred) => {
      const refused = { code: "invalid-input", details: { errors: [{ path: "occurred" }] } };
      await expect(createIncident(editor, { ...incidentInput(), occurred })).rejects.toMatchObject(refused);
      expect(() => incidentInput({ occurred })).toThrow(/occurred/);
    },
  );

  it("refuses what the database cannot hold with a sentence", async () => {
    const article = await makeArticle();
    const claim = (value: string) => claimInput(article, "Rockets were fired", { field: "summary", value });
    for (const change of [
      { summary: "Rockets\u0000hit" },
      { claims: [claim("Rockets\u0000hit")] },
      { claims: [claim("Rockets \ud83d hit")] },
    ]) {
      await expect(createIncident(editor, { ...incidentInput(), ...change })).rejects.toMatchObject({
        code: "invalid-input",
        message: expect.stringContaining("cannot be stored"),
      });
    }
  });

  it("is for contributors and above", async () => {
    await expect(createIncident(null, incidentInput())).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(createIncident(viewer, incidentInput())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("updateIncident", () => {
  it("changes what is given and nothing else, and says what changed", async () => {
    const actor = await makeActor();
    const created = await createIncident(
      contributor,
      incidentInput({
        killed: { min: 4, max: null },
        participations: [{ actor: actor.slug, role: "target" }],
      }),
    );
    const { publicId } = created.incident;
    const record = await updateIncident(contributor, publicId, 1, {
      title: "Four killed by rockets",
      injured: { min: 1, max: 1 },
      reason: "A second report",
    });
    expect(record.incident).toMatchObject({
      version: 2,
      title: "Four killed by rockets",
      killed: { min: 4, max: null },
      injured: { min: 1, max: 1 },
      participations: created.incident.participations,
    });
    const [, revision] = await historyOf(publicId);
    expect(revision).toMatchObject({
      action: "update",
      changes: ["title", "injured"],
      reason: "A second report",
      state: record,
    });
    const removed = await updateIncident(contributor, publicId, 2, { injured: null, participations: [] });
    expect(removed.incident).toMatchObject({ injured: null, participations: [], killed: { min: 4 } });
  });

  it("keeps the id, author and date of a claim that stays", async () => {
    const article = await makeArticle();
    const claims = [
      claimInput(article, "Rockets were fired", { field: "title", value: "Rockets" }),
      claimInput(article, "Nobody was hurt", { field: "killed", value: { min: 0, max: 0 } }),
    ];
    const created = await createIncident(contributor, incidentInput({ claims }));
    const kept = created.claims[1];
    const before = await database().claim.findUniqueOrThrow({ where: { id: kept?.id ?? "" } });
    const record = await updateIncident(editor, created.incident.publicId, 1, {
      claims: [
        {
          ...claimInput(article, "Nobody was hurt", { field: "killed", value: { min: 0, max: 0 } }),
          id: kept?.id,
        },
      ],
    });
    expect(record.claims).toEqual([kept]);
    const after = await database().claim.findUniqueOrThrow({ where: { id: kept?.id ?? "" } });
    expect(after).toEqual({ ...before, position: 0 });
  });

  it("leaves a published incident published, and drafts of others to editors", async () => {
    const { incident } = await createIncident(contributor, incidentInput());
    const other = await makePrincipal("contributor");
    const title = { title: "Another title" };
    await expect(updateIncident(null, incident.publicId, 1, title)).rejects.toMatchObject({
      code: "not-signed-in",
    });
    await expect(updateIncident(viewer, incident.publicId, 1, title)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(updateIncident(other, incident.publicId, 1, title)).rejects.toMatchObject({
      code: "forbidden",
    });
    await updateIncident(contributor, incident.publicId, 1, title);
    await submitIncident(contributor, incident.publicId);
    await expect(updateIncident(contributor, incident.publicId, 3, title)).rejects.toMatchObject({
      code: "forbidden",
    });
    const { incident: changed } = await updateIncident(editor, incident.publicId, 3, {
      title: "By an editor",
    });
    expect(changed).toMatchObject({ status: "in_review", version: 4, title: "By an editor" });
    expect(await historyOf(incident.publicId)).toHaveLength(4);
  });

  it("refuses an older version with both states, and writes nothing", async () => {
    const { incident } = await createIncident(editor, incidentInput());
    const first = await updateIncident(editor, incident.publicId, 1, { title: "First" });
    const late = updateIncident(editor, incident.publicId, 1, {
      title: "Second",
      killed: { min: 1, max: 1 },
    });
    await expect(late).rejects.toMatchObject({
      code: "version-conflict",
      details: { extra: { current: first, submitted: { title: "Second", killed: { min: 1, max: 1 } } } },
    });
    expect((await historyOf(incident.publicId)).at(-1)).toMatchObject({ version: 2, state: first });
    await expect(updateIncident(editor, incident.publicId, 9, { title: "Ahead" })).rejects.toMatchObject({
      code: "version-conflict",
    });
  });

  it("names unknown things by their field and leaves the incident as it was", async () => {
    const { incident } = await createIncident(editor, incidentInput());
    const change = { title: "Half done", participations: [{ ...target, actor: "nobody" }] };
    await expect(updateIncident(editor, incident.publicId, 1, change)).rejects.toMatchObject({
      details: { errors: [{ path: "participations.0.actor" }] },
    });
    await expect(updateIncident(editor, "ZZZZZZZZ", 1, { title: "None" })).rejects.toMatchObject({
      code: "not-found",
    });
    const stored = await database().incident.findUniqueOrThrow({ where: { publicId: incident.publicId } });
    expect(stored).toMatchObject({ version: 1, title: incident.title });
  });

  it("lets exactly one of 20 editors win who saved the same version at once", async () => {
    const { incident } = await createIncident(editor, incidentInput());
    const titles = Array.from({ length: 20 }, (_, index) => `Title ${index}`);
    const saves = await Promise.allSettled(
      titles.map((title) => updateIncident(editor, incident.publicId, 1, { title })),
    );
    const won = saves.flatMap((save) => (save.status === "fulfilled" ? [save.value] : []));
    const lost = saves.flatMap((save) => (save.status === "rejected" ? [save.reason] : []));
    expect(won).toHaveLength(1);
    expect(lost.map((error) => error.code)).toEqual(Array(19).fill("version-conflict"));
    expect(lost.every((error) => error.details.extra.current.incident.title === won[0]?.incident.title)).toBe(
      true,
    );
    expect((await historyOf(incident.publicId)).at(-1)).toMatchObject({ version: 2, state: won[0] });
  });

  it("loses none of 8 changes that are tried again after a conflict", async () => {
    const { incident } = await createIncident(editor, incidentInput({ summary: "" }));
    const add = async (word: string): Promise<void> => {
      const { version, summary } = await database().incident.findUniqueOrThrow({
        where: { publicId: incident.publicId },
      });
      const change = { summary: `${summary} ${word}` };
      await updateIncident(editor, incident.publicId, version, change).catch((error) => {
        expect(error.code).toBe("version-conflict");
        return add(word);
      });
    };
    const words = Array.from({ length: 8 }, (_, index) => `word${index}`);
    await Promise.all(words.map(add));
    const { summary } = await database().incident.findUniqueOrThrow({
      where: { publicId: incident.publicId },
    });
    expect(summary.trim().split(" ").sort()).toEqual(words.sort());
    expect(await historyOf(incident.publicId)).toHaveLength(9);
  });
});
