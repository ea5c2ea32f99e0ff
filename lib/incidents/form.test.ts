import { describe, expect, it } from "vitest";
import type { ProposedIncident } from "@/lib/extraction/proposal";
import { type IncidentForm, newClaim } from "./form";
import { claimsWithQuote, claimsWithStanding, formWithClaimValue } from "./form-claims";
import { formErrors, readCoordinates, readForm } from "./form-input";
import { formOfProposal } from "./form-of-proposal";
import { formOfRecord } from "./form-of-record";
import type { IncidentInput, IncidentRecord } from "./schema";
import { inputOfRecord } from "./state-input";

const articleId = "01a20414-9126-75ad-a2f5-c750dd956925";
const otherArticleId = "01a20414-9126-75ad-a2f5-c750dd956926";
const quote = (exact: string, start = 0) => ({ exact, start, end: start + exact.length });

const proposal: ProposedIncident = {
  title: "Rockets hit Ain al-Asad",
  summary: "Three rockets landed on the base.",
  occurred: "2021-07-05T12:00/2021-07-05T18:00",
  timeZone: "Asia/Baghdad",
  place: {
    slug: "ain-al-asad-airbase",
    name: "Ain al-Asad Airbase",
    country: "IQ",
    latitude: 33.79,
    longitude: 42.44,
    precision: "exact",
  },
  eventType: "shelling-artillery-missile-attack",
  outcome: "completed",
  killed: { min: 0, max: 0 },
  injured: null,
  participants: [
    {
      slug: "cjtf-oir",
      name: "International Coalition",
      role: "target",
      attribution: "confirmed",
      attributedBy: null,
    },
    {
      slug: "kataib-hezbollah",
      name: "Kataib Hezbollah",
      role: "accused",
      attribution: "alleged",
      attributedBy: "a spokesman",
    },
  ],
  quotes: [
    { field: "occurred", ...quote("On Monday afternoon") },
    { field: "killed", ...quote("no casualties", 40) },
    { field: "participant", ...quote("A spokesman blamed Kataib Hezbollah.", 80) },
  ],
  background: false,
  confidence: 0.9,
};

function inputOf(form: IncidentForm): IncidentInput {
  const read = readForm(form, "2021-07-06");
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.input;
}

function errorsOf(change: Partial<IncidentForm>) {
  const read = readForm({ ...formOfProposal(proposal, articleId), ...change }, "2021-07-06");
  return read.ok ? {} : read.errors;
}

describe("a proposal as a form", () => {
  it("has the sentence that tells of a participant behind each, by whatever name it calls them", () => {
    const words = quote("the US-led coalition and a militia", 80);
    const told = { field: "participant" as const, ...words, participants: [0, 1] };
    const { claims, participants } = formOfProposal({ ...proposal, quotes: [told] }, articleId);
    expect(claims.map(({ participant }) => participant)).toEqual(participants.map(({ key }) => key));
  });

  it("says what the proposal says, in the words that people type", () => {
    const form = formOfProposal(proposal, articleId);
    expect(form).toMatchObject({ occurred: "5 July 2021, afternoon", killed: "none", injured: "" });
    expect(form.place).toMatchObject({ slug: "ain-al-asad-airbase", coordinates: "" });
  });

  it("becomes an input with a claim for each quote, whose value is that of its field", () => {
    const input = inputOf(formOfProposal(proposal, articleId));
    expect(input).toMatchObject({
      title: proposal.title,
      occurred: proposal.occurred,
      killed: { min: 0, max: 0 },
      injured: null,
      participations: [{ actor: "cjtf-oir" }, { actor: "kataib-hezbollah", attributedBy: "a spokesman" }],
    });
    expect(input.claims.map(({ field, value }) => [field, value])).toEqual([
      ["occurred", proposal.occurred],
      ["killed", { min: 0, max: 0 }],
      ["participant", expect.objectContaining({ actor: "kataib-hezbollah", role: "accused" })],
    ]);
  });

  it("keeps a figure that gave way as an alternative claim, whatever the field says later", () => {
    const other = {
      field: "killed" as const,
      ...quote("at first three dead", 60),
      value: { min: 3, max: 3 },
    };
    const form = formOfProposal({ ...proposal, quotes: [...proposal.quotes, other] }, articleId);
    const killed = inputOf({ ...form, killed: "1" }).claims.filter(({ field }) => field === "killed");
    expect(killed).toMatchObject([
      { value: { min: 1, max: 1 }, standing: "accepted" },
      { value: { min: 3, max: 3 }, standing: "alternative", quote: { exact: "at first three dead" } },
    ]);
  });

  it("lets the claims follow what the editor corrects", () => {
    const form = { ...formOfProposal(proposal, articleId), killed: "at least 4", occurred: "yesterday" };
    const input = inputOf(form);
    expect(input.occurred).toBe("2021-07-05");
    expect(input.claims.map(({ value }) => value).slice(0, 2)).toEqual(["2021-07-05", { min: 4, max: null }]);
  });
});

describe("what a form refuses", () => {
  it.each([
    [{ title: " " }, "title", /title/i],
    [{ occurred: "" }, "occurred", /when/i],
    [{ occurred: "some day soon" }, "occurred", /./],
    [{ timeZone: "Baghdad" }, "timeZone", /IANA/],
    [{ killed: "many" }, "killed", /number/],
    [{ eventType: "" as const }, "eventType", /event type/],
  ])("%j at its field", (change, field, words) => {
    expect(errorsOf(change)[field]).toMatch(words);
  });

  it("names of places and actors that nobody knows", () => {
    const form = formOfProposal(proposal, articleId);
    expect(errorsOf({ place: { ...form.place, slug: null, name: "Nowhere" } }).place).toMatch(/Nowhere/);
    const participants = form.participants.map((part) => ({ ...part, actor: null }));
    expect(Object.keys(errorsOf({ participants }))).toEqual(
      expect.arrayContaining(["participants.0", "participants.1"]),
    );
  });

  it("a quote of a number that is not given", () => {
    expect(errorsOf({ killed: "" }).killed).toMatch(/quote/);
  });

  it("coordinates that are not two numbers in range", () => {
    const { place } = formOfProposal(proposal, articleId);
    expect(errorsOf({ place: { ...place, coordinates: "33.7" } }).coordinates).toMatch(/latitude/);
    expect(readCoordinates("33.786, 42.441")).toEqual({ latitude: 33.786, longitude: 42.441 });
    expect(readCoordinates("-33.5 −70")).toEqual({ latitude: -33.5, longitude: -70 });
    expect(readCoordinates("91, 0")).toBeNull();
  });

  it("tells errors of the server at the fields that were sent", () => {
    const sent = { claims: [{ field: "killed" }, { field: "participant" }] };
    const errors = formErrors(
      [
        { path: "patch.place.latitude", message: "Give -90 to 90" },
        { path: "input.participations.1.actor", message: "There is no such actor" },
        { path: "claims.0.quote", message: "These words do not stand there" },
        { path: "claims.1.quote", message: "These words do not stand there" },
      ],
      sent,
    );
    expect(Object.keys(errors)).toEqual(["coordinates", "participants.1", "killed", "participants"]);
  });
});

const record: IncidentRecord = {
  incident: {
    publicId: "ABCD2345",
    version: 3,
    status: "published",
    title: "Rockets hit Ain al-Asad",
    summary: "",
    eventType: "shelling-artillery-missile-attack",
    outcome: "completed",
    occurred: "2021-07-05",
    earliest: "2021-07-04T21:00:00.000Z",
    latest: "2021-07-05T20:59:59.999Z",
    timeZone: "Asia/Baghdad",
    place: {
      slug: "ain-al-asad-airbase",
      name: "Ain al-Asad Airbase",
      country: "IQ",
      admin1: null,
      latitude: 33.79,
      longitude: 42.44,
      precision: "exact",
    },
    killed: { min: 3, max: 3 },
    injured: null,
    participations: [
      {
        actor: { slug: "kataib-hezbollah", name: "Kataib Hezbollah" },
        role: "accused",
        attribution: "alleged",
        attributedBy: null,
      },
    ],
    campaigns: [{ slug: "summer", name: "Summer" }],
    links: [],
    sources: [],
    url: "http://localhost:3000/incidents/ABCD2345",
    createdAt: "2021-07-06T00:00:00.000Z",
    updatedAt: "2021-07-06T00:00:00.000Z",
    publishedAt: "2021-07-06T00:00:00.000Z",
  },
  claims: [
    claim("01a20414-9126-75ad-a2f5-000000000001", articleId, { min: 3, max: 3 }, "accepted"),
    claim("01a20414-9126-75ad-a2f5-000000000002", otherArticleId, { min: 14, max: 14 }, "alternative"),
    claim("01a20414-9126-75ad-a2f5-000000000003", otherArticleId, { min: 3, max: 3 }, "accepted"),
  ],
};

function claim(
  id: string,
  article: string,
  value: { min: number; max: number },
  standing: "accepted" | "alternative",
): IncidentRecord["claims"][number] {
  return {
    id,
    field: "killed",
    value,
    quote: { ...quote("three were killed"), prefix: "", suffix: "" },
    article: { articleId: article, title: "Report", publisher: null, url: null, publishedAt: null },
    reliability: null,
    assertedBy: null,
    credibility: null,
    standing,
    reason: null,
  };
}

const claimsOf = (form: IncidentForm) =>
  inputOf(form).claims.map(({ value, standing }) => ({ value, standing }));

describe("a stored incident as a form", () => {
  it("is written back as it was", () => {
    for (const open of [null, articleId, otherArticleId]) {
      expect(inputOf(formOfRecord(record, open))).toEqual(inputOfRecord(record));
    }
  });

  it("keeps what other articles say when its value is changed beside one article", () => {
    expect(claimsOf({ ...formOfRecord(record, articleId), killed: "4" })).toEqual([
      { value: { min: 4, max: 4 }, standing: "accepted" },
      { value: { min: 14, max: 14 }, standing: "alternative" },
      { value: { min: 3, max: 3 }, standing: "alternative" },
    ]);
  });

  it("turns accepted claims into alternatives when its value is changed without an article", () => {
    const standings = claimsOf({ ...formOfRecord(record, null), killed: "4" }).map(
      ({ standing }) => standing,
    );
    expect(standings).toEqual(["alternative", "alternative", "alternative"]);
  });

  it("takes the value of a claim that is accepted, and lets the others keep theirs", () => {
    const form = formOfRecord(record, articleId);
    const chosen = form.claims[1];
    if (!chosen) throw new Error("the record has three claims");
    const changed = { ...form, ...formWithClaimValue(form, chosen, null) };
    expect(changed.killed).toBe("14");
    expect(claimsOf(changed)).toEqual([
      { value: { min: 3, max: 3 }, standing: "alternative" },
      { value: { min: 14, max: 14 }, standing: "accepted" },
      { value: { min: 3, max: 3 }, standing: "alternative" },
    ]);
  });

  it("keeps a claim that is rejected, with its value and reason", () => {
    const form = formOfRecord(record, articleId);
    const key = form.claims[0]?.key ?? "";
    const claims = claimsWithStanding(form, key, "rejected", "Withdrawn", null);
    expect(inputOf({ ...form, claims }).claims[0]).toMatchObject({
      value: { min: 3, max: 3 },
      standing: "rejected",
      reason: "Withdrawn",
    });
  });

  it("keeps stored claims about an actor who is taken out, and drops new ones", () => {
    const form = formOfRecord(record, articleId);
    const part = form.participants[0]?.key ?? "";
    const added = newClaim("q9", { field: "participant", participant: part }, articleId, quote("militia"));
    const input = inputOf({ ...form, participants: [], claims: [...form.claims, added] });
    expect(input.claims).toHaveLength(3);
  });
});

describe("setting a quote", () => {
  const target = { field: "killed", participant: null } as const;
  const words = quote("three were killed", 100);

  it("replaces the field's quotes from the same article only", () => {
    const form = formOfRecord(record, articleId);
    const claims = claimsWithQuote(form, target, articleId, words, "replace");
    expect(claims.map(({ id, articleId: from, quote: { start } }) => [id !== null, from, start])).toEqual([
      [true, otherArticleId, 0],
      [true, otherArticleId, 0],
      [false, articleId, 100],
    ]);
  });

  it("adds a further one, and not the same words twice", () => {
    const form = formOfRecord(record, articleId);
    const once = { ...form, claims: claimsWithQuote(form, target, articleId, words, "add") };
    expect(once.claims).toHaveLength(4);
    expect(claimsWithQuote(once, target, articleId, words, "add")).toHaveLength(4);
  });
});
