import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import type { ProposedIncident } from "@/lib/extraction/proposal";
import { type Made, makeActor, makeArticle, makeIncident, makePlace } from "@/scripts/test/factories";
import { listLikeIncidents } from "./likeness-queries";

let taji: Made;
let village: Made;
let damascus: Made;
let militia: Made;
let articleId: string;

const proposal = (changes: Partial<ProposedIncident> = {}): ProposedIncident => ({
  title: "Rocket attack at Camp Taji: 3 killed",
  summary: "",
  occurred: "2020-03-11",
  timeZone: "Asia/Baghdad",
  place: {
    slug: taji.slug,
    name: taji.name,
    country: "IQ",
    latitude: 33.52,
    longitude: 44.26,
    precision: "exact",
  },
  eventType: "shelling-artillery-missile-attack",
  outcome: "completed",
  killed: { min: 3, max: 3 },
  injured: null,
  participants: [],
  quotes: [],
  background: false,
  confidence: 0.9,
  ...changes,
});

const like = async (changes: Partial<ProposedIncident> = {}) =>
  (await listLikeIncidents(articleId, [proposal(changes)]))[0] ?? [];

/** Titles of what is alike, best first; each test has a year of its own. */
const titles = async (changes: Partial<ProposedIncident>) => (await like(changes)).map(({ title }) => title);

beforeAll(async () => {
  taji = await makePlace({ name: "Camp Taji", kind: "base", latitude: 33.52, longitude: 44.26 });
  village = await makePlace({ name: "Village", latitude: 33.55, longitude: 44.26 });
  damascus = await makePlace({ name: "Damascus", country: "SY", latitude: 33.5, longitude: 36.3 });
  militia = await makeActor({ name: "Kataib Hezbollah" });
  articleId = (await makeArticle()).id;
});

describe("listLikeIncidents", () => {
  it("finds published incidents, drafts and those in review, best first, with reasons", async () => {
    const base = { occurred: "2020-03-11", timeZone: "Asia/Baghdad", killedMin: 3, killedMax: 3 } as const;
    const same = await makeIncident({
      ...base,
      place: taji,
      placePrecision: "exact",
      title: "Camp Taji hit",
    });
    await makeIncident(
      { ...base, place: village, placePrecision: "exact", title: "Near" },
      { status: "draft" },
    );
    await makeIncident({ ...base, title: "Without a place" }, { status: "in_review" });
    const found = await like();
    expect(found.map(({ title, status }) => [title, status])).toEqual([
      ["Camp Taji hit", "published"],
      ["Near", "draft"],
      ["Without a place", "in_review"],
    ]);
    expect(found[0]).toMatchObject({
      publicId: same.publicId,
      version: 1,
      occurred: "2020-03-11",
      reasons: [
        "the same day",
        "the same place, Camp Taji",
        "the same kind of event",
        "both report 3 killed",
      ],
    });
    expect(found[1]?.reasons).toContain("3 km apart");
    expect(found[0]?.score).toBeGreaterThan(0.9);
  });

  it("leaves out another day, another country, what was retracted, and what is too different", async () => {
    const base = { occurred: "2019-03-11", timeZone: "Asia/Baghdad", place: taji } as const;
    const at = { ...base, placePrecision: "exact" };
    await makeIncident({ ...at, occurred: "2019-03-20", title: "Later" });
    await makeIncident({ ...at, place: damascus, title: "Elsewhere" });
    await makeIncident({ ...at, title: "Retracted" }, { status: "retracted" });
    await makeIncident({
      ...base,
      place: null,
      eventType: "peaceful-protest",
      killedMin: 0,
      killedMax: 0,
      title: "Protest",
    });
    expect(await titles({ occurred: "2019-03-11" })).toEqual([]);
  });

  it("looks across a border that is near, and at incidents without a country", async () => {
    const across = await makePlace({ name: "Across", country: "SY", latitude: 33.6, longitude: 44.3 });
    const sea = await makePlace({ name: "Sea", country: null, kind: "sea", latitude: 33.5, longitude: 44.2 });
    const base = { occurred: "2018-03-11", timeZone: "Asia/Baghdad", killedMin: 3, killedMax: 3 } as const;
    await makeIncident({ ...base, place: across, placePrecision: "exact", title: "Across the border" });
    await makeIncident({ ...base, place: sea, placePrecision: "region", title: "At sea" });
    expect(await titles({ occurred: "2018-03-11" })).toEqual(["Across the border", "At sea"]);
  });

  it("names the actors that both reports name", async () => {
    await makeIncident({
      occurred: "2017-03-11",
      timeZone: "Asia/Baghdad",
      place: taji,
      placePrecision: "exact",
      participations: [{ actor: militia }],
    });
    const [found] = await like({
      occurred: "2017-03-11",
      participants: [
        {
          slug: militia.slug,
          name: militia.name,
          role: "accused",
          attribution: "alleged",
          attributedBy: null,
        },
        { slug: null, name: "Gunmen", role: "perpetrator", attribution: "confirmed", attributedBy: null },
      ],
    });
    expect(found?.reasons).toContain("both name Kataib Hezbollah");
  });

  it("leaves out what was made of a proposal of this very article", async () => {
    const { id, record } = await makeIncident({
      occurred: "2016-03-11",
      timeZone: "Asia/Baghdad",
      place: taji,
      placePrecision: "exact",
    });
    expect(await titles({ occurred: "2016-03-11" })).toEqual([record.incident.title]);
    const suggestion = { articleId, position: 0, proposal: {}, status: "accepted", incidentId: id };
    await database().suggestion.create({ data: suggestion });
    expect(await titles({ occurred: "2016-03-11" })).toEqual([]);
    const { id: other } = await makeArticle();
    const [found] = await listLikeIncidents(other, [proposal({ occurred: "2016-03-11" })]);
    expect(found?.map((one) => one.title)).toEqual([record.incident.title]);
  });

  it("shows three at most, and none for a proposal without a date or with a date of the far past", async () => {
    const base = { occurred: "2015-03-11", timeZone: "Asia/Baghdad", place: taji } as const;
    for (let made = 0; made < 5; made += 1) await makeIncident({ ...base, placePrecision: "exact" });
    const lists = await listLikeIncidents(articleId, [
      proposal({ occurred: "2015-03-11" }),
      proposal({ occurred: "" }),
      proposal({ occurred: "../1200" }),
      proposal({ occurred: "-0300" }),
    ]);
    expect(lists.map((list) => list.length)).toEqual([3, 0, 0, 0]);
  });
});
