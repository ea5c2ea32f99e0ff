import { describe, expect, it } from "vitest";
import type { ClaimView } from "@/lib/claims/schema";
import { groupClaims, groupSentences, isContested } from "./claim-groups";
import { claimValueWords } from "./claim-words";
import { incidentJsonLd } from "./json-ld";
import type { IncidentView } from "./schema";

const incident: IncidentView = {
  publicId: "7K3M9XQ2",
  version: 2,
  status: "published",
  title: "Rockets hit </script><b>Ain al-Asad",
  summary: "",
  eventType: "shelling-artillery-missile-attack",
  outcome: "completed",
  occurred: "2021-07-05T12:00/2021-07-05T18:00",
  earliest: "2021-07-05T09:00:00.000Z",
  latest: "2021-07-05T14:59:59.999Z",
  timeZone: "Asia/Baghdad",
  place: null,
  killed: { min: 0, max: 0 },
  injured: null,
  participations: [
    {
      actor: { slug: "kataib-hezbollah", name: "Kataib Hezbollah" },
      role: "accused",
      attribution: "alleged",
      attributedBy: null,
    },
    {
      actor: { slug: "cjtf-oir", name: "CJTF-OIR" },
      role: "target",
      attribution: "confirmed",
      attributedBy: null,
    },
  ],
  campaigns: [],
  links: [],
  sources: [],
  url: "http://localhost:3000/incidents/7K3M9XQ2",
  createdAt: "2026-11-01T08:00:00.000Z",
  updatedAt: "2026-11-01T08:00:00.000Z",
  publishedAt: null,
};

const claim = (id: string, field: ClaimView["field"], value: unknown, standing = "accepted"): ClaimView => ({
  id,
  field,
  value,
  quote: { exact: "words", prefix: "", suffix: "", start: 0, end: 5 },
  article: { articleId: id, title: "A report", publisher: null, url: null, publishedAt: null },
  reliability: null,
  assertedBy: null,
  credibility: null,
  standing: standing as ClaimView["standing"],
  reason: null,
});
const about = (actor: string | null, name: string, role: string) => ({
  actor,
  name,
  role,
  attribution: "alleged",
  attributedBy: null,
});

describe("groupClaims", () => {
  it("puts accepted claims first and participants apart", () => {
    const claims = [
      claim("1", "killed", { min: 1, max: 1 }, "alternative"),
      claim("2", "killed", { min: 0, max: 0 }),
      claim("3", "participant", about("kataib-hezbollah", "KH", "accused")),
      claim("4", "participant", about(null, "Cjtf oir", "target")),
      claim("5", "participant", about("kataib-hezbollah", "KH", "perpetrator")),
    ];
    expect(
      groupClaims({ incident, claims }).map((group) => [group.anchor, group.claims.map(({ id }) => id)]),
    ).toEqual([
      ["claims-killed", ["2", "1"]],
      ["claims-accused-kataib-hezbollah", ["3"]],
      ["claims-target-cjtf-oir", ["4"]],
      ["claims-participant", ["5"]],
    ]);
  });
});

describe("isContested", () => {
  it("is so as soon as one claim does not stand accepted", () => {
    const accepted = [claim("1", "killed", { min: 0, max: 0 })];
    const contested = [...accepted, claim("2", "killed", { min: 1, max: 1 }, "alternative")];
    expect(groupClaims({ incident, claims: accepted }).map(isContested)).toEqual([false]);
    expect(groupClaims({ incident, claims: contested }).map(isContested)).toEqual([true]);
  });
});

describe("groupSentences", () => {
  it("gathers what one sentence of one article backs", () => {
    const first = claim("1", "killed", { min: 0, max: 0 });
    const same = { ...claim("2", "outcome", "completed"), article: first.article };
    const elsewhere = { ...same, id: "3", quote: { ...first.quote, start: 9, end: 14 } };
    expect(
      groupSentences([first, elsewhere, same, claim("4", "killed", { min: 1, max: 1 })]).map((group) =>
        group.claims.map(({ id }) => id),
      ),
    ).toEqual([["1", "2"], ["3"], ["4"]]);
  });
});

describe("claimValueWords", () => {
  it.each([
    ["killed", { min: 2, max: 3 }, "2–3"],
    ["occurred", "2021-07-05T12:00/2021-07-05T18:00", "afternoon of Monday 5 July 2021"],
    ["place", { slug: null, name: "Ain al-Asad", precision: "exact" }, "Ain al-Asad"],
    ["participant", about(null, "Kataib Hezbollah", "accused"), "blamed on Kataib Hezbollah"],
    ["killed", "three", "a value that cannot be read"],
  ] as const)("says %s", (field, value, words) => {
    expect(claimValueWords({ field, value }, "Asia/Baghdad")).toBe(words);
  });
});

describe("incidentJsonLd", () => {
  it("cannot end the script element it stands in", () => {
    const json = incidentJsonLd(incident);
    expect(json).not.toMatch(/[<>&]/);
    expect(JSON.parse(json).headline).toBe(incident.title);
  });
});
