import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { makeActor, makeArticle, makeCampaign, makePlace } from "@/scripts/test/factories";
import { claimInput, incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { createIncident, updateIncident } from "./commands";
import { readRecord } from "./record";
import type { IncidentPatch } from "./schema";
import { inputOfRecord } from "./state-input";

const words = ["One said three.", "Two said four.", "Three said five."];

async function makeSourced() {
  const [author, editor] = [await makePrincipal("contributor"), await makePrincipal("editor")];
  const article = await makeArticle({ text: `${crypto.randomUUID()}\n${words.join(" ")}` });
  const [place, actor, campaign] = [await makePlace(), await makeActor(), await makeCampaign()];
  const record = await createIncident(
    author,
    incidentInput({
      place: { slug: place.slug },
      participations: [{ actor: actor.slug, role: "target" }],
      campaigns: [campaign.slug],
      claims: words.map((exact, index) =>
        claimInput(article, exact, {
          field: "killed",
          value: { min: index + 3, max: index + 3 },
          standing: "alternative",
        }),
      ),
    }),
  );
  return { author, editor, article, record, publicId: record.incident.publicId };
}

/** The row versions of what an incident consists of: a row that was written again has another one. */
const rowVersions = (publicId: string) => database().$queryRaw`
  SELECT 'claim' AS kind, c.id::text, c.xmin::text FROM claim c JOIN incident i ON i.id = c.incident_id
    WHERE i.public_id = ${publicId}
  UNION ALL SELECT 'participation', p.id::text, p.xmin::text FROM participation p
    JOIN incident i ON i.id = p.incident_id WHERE i.public_id = ${publicId}
  UNION ALL SELECT 'campaign', h.campaign_id::text, h.xmin::text FROM incident_campaign h
    JOIN incident i ON i.id = h.incident_id WHERE i.public_id = ${publicId}
  ORDER BY 1, 2`;

const storedClaims = (publicId: string) =>
  database().claim.findMany({
    where: { incident: { publicId } },
    select: { id: true, value: true, createdById: true, createdAt: true },
    orderBy: { position: "asc" },
  });

describe("a save of the whole form", () => {
  it("writes nothing again that stands already", async () => {
    const { editor, record, publicId } = await makeSourced();
    const before = await rowVersions(publicId);
    const saved = await updateIncident(editor, publicId, 1, {
      ...inputOfRecord(record),
      title: "Another title",
    });
    expect(saved.incident.title).toBe("Another title");
    expect({ ...saved.incident, title: "" }).toEqual({
      ...record.incident,
      title: "",
      version: 2,
      updatedAt: saved.incident.updatedAt,
    });
    expect(saved.claims).toEqual(record.claims);
    expect(await rowVersions(publicId)).toEqual(before);
  });

  it("writes one changed claim, which keeps its id, its author and its date", async () => {
    const { author, editor, record, publicId } = await makeSourced();
    const before = await storedClaims(publicId);
    const input = inputOfRecord(record);
    const claims = input.claims.map((claim, index) =>
      index === 1 ? { ...claim, value: { min: 4, max: 9 } } : claim,
    );
    await updateIncident(editor, publicId, 1, { ...input, claims });
    const after = await storedClaims(publicId);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ value }) => value)).toEqual([
      { min: 3, max: 3 },
      { min: 4, max: 9 },
      { min: 5, max: 5 },
    ]);
    expect(after.map(({ createdById }) => createdById)).toEqual([author.id, author.id, author.id]);
    expect(after[1]?.createdAt).toEqual(before[1]?.createdAt);
  });

  it("puts claims in another order, takes one out and adds one", async () => {
    const { author, editor, article, record, publicId } = await makeSourced();
    const [first, second, third] = inputOfRecord(record).claims;
    if (!first || !second || !third) throw new Error("there are three claims");
    const added = claimInput(article, "said five", { field: "injured", value: { min: 1, max: null } });
    const saved = await updateIncident(editor, publicId, 1, { claims: [third, added, first] });
    expect(saved.claims.map(({ quote }) => quote.exact)).toEqual([words[2], "said five", words[0]]);
    const rows = await storedClaims(publicId);
    expect(rows.map(({ id }) => id)).toEqual([third.id, rows[1]?.id, first.id]);
    expect(rows.map(({ createdById }) => createdById)).toEqual([author.id, editor.id, author.id]);
  });

  it("answers with the record as it then stands, whatever was changed", async () => {
    const { editor, article, record, publicId } = await makeSourced();
    const [place, actor, campaign] = [await makePlace(), await makeActor(), await makeCampaign()];
    const start = inputOfRecord(record);
    const other = await makeArticle({ text: `${crypto.randomUUID()} Nobody was hurt.` });
    const added = claimInput(other, "Nobody was hurt", { field: "injured", value: { min: 0, max: 0 } });
    const at = article.text.indexOf("said");
    const patches: IncidentPatch[] = [
      { title: "Another", summary: "Told again", outcome: "foiled", eventType: "air-drone-strike" },
      { occurred: "2021-07-05T12:00/2021-07-05T18:00", timeZone: "Asia/Baghdad" },
      { killed: { min: 3, max: null }, injured: { min: 0, max: 0 } },
      { killed: null, injured: null, unsourcedReason: "Told to the desk" },
      { claims: start.claims.map((claim) => ({ ...claim, assertedBy: "the army", credibility: 2 })) },
      { claims: start.claims.toReversed() },
      {
        claims: start.claims.map((claim) => ({ ...claim, quote: { exact: "said", start: at, end: at + 4 } })),
      },
      { claims: [...start.claims.slice(1), added] },
      { place: { slug: place.slug, precision: "near", latitude: 1, longitude: 2 } },
      { place: null, campaigns: [campaign.slug] },
      {
        participations: [
          { actor: actor.slug, role: "accused", attribution: "alleged", attributedBy: "the army" },
        ],
      },
      { ...start, claims: [claimInput(article, "said four", { field: "title", value: "x" })] },
    ];
    for (const [index, patch] of patches.entries()) {
      const saved = await updateIncident(editor, publicId, index + 1, patch);
      expect(saved).toEqual(await readRecord(database(), { publicId }, { includeUnpublishedLinks: true }));
      expect(saved.incident.version).toBe(index + 2);
    }
  });

  it("refuses a claim that is given twice, and leaves the incident as it was", async () => {
    const { editor, record, publicId } = await makeSourced();
    const { claims } = inputOfRecord(record);
    const [first] = claims;
    if (!first) throw new Error("there are three claims");
    const before = await rowVersions(publicId);
    await expect(updateIncident(editor, publicId, 1, { claims: [...claims, first] })).rejects.toMatchObject({
      code: "invalid-input",
      details: { errors: [{ path: "claims.3.id" }] },
    });
    expect(await rowVersions(publicId)).toEqual(before);
  });

  it("refuses a moved quote by its place in what was sent, though other claims stand", async () => {
    const { editor, record, publicId } = await makeSourced();
    const claims = inputOfRecord(record).claims.map((claim, index) =>
      index === 2 ? { ...claim, quote: { ...claim.quote, start: 0, end: claim.quote.exact.length } } : claim,
    );
    await expect(updateIncident(editor, publicId, 1, { claims })).rejects.toMatchObject({
      code: "invalid-input",
      details: { errors: [{ path: "claims.2.quote" }] },
    });
  });
});
