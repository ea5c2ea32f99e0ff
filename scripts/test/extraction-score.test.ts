import { describe, expect, it } from "vitest";
import type { GoldIncident, GoldReport } from "@/bench/extraction/gold";
import { assign, sameName, samePlace } from "@/bench/extraction/match";
import { incidentRates, rateOf, scoreReport, totalScore } from "@/bench/extraction/score";
import type { Extraction, ProposedIncident } from "@/lib/extraction/proposal";

const text = "A bomb killed four people in Hit on Monday. Gunmen shot at police in Ramadi.";

const label = (changes: Partial<GoldIncident>): GoldIncident => ({
  key: "bomb",
  core: true,
  title: "Bomb in Hit",
  occurred: "2005-08-01",
  place: { names: ["Hit"], country: "IQ", latitude: 33.64, longitude: 42.83, toleranceKm: 20 },
  eventTypes: ["remote-explosive-landmine-ied"],
  killed: { min: 4, max: 4 },
  injured: null,
  participants: [],
  cue: "bomb killed four people",
  ...changes,
});

const inHit = {
  slug: null,
  name: "Hit",
  country: "IQ",
  latitude: 33.64,
  longitude: 42.83,
  precision: "exact" as const,
};

const proposal = (changes: Partial<ProposedIncident>): ProposedIncident => ({
  title: "Bombing in Hit",
  summary: "",
  occurred: "2005-08-01",
  timeZone: "Asia/Baghdad",
  place: inHit,
  eventType: "remote-explosive-landmine-ied",
  outcome: "completed",
  killed: { min: 4, max: 4 },
  injured: null,
  participants: [],
  quotes: [{ field: "summary", exact: text.slice(0, 43), start: 0, end: 43 }],
  background: false,
  confidence: 0.8,
  ...changes,
});

function score(labels: GoldIncident[], found: ProposedIncident[], rest: Partial<Extraction> = {}) {
  const gold: GoldReport["gold"] = {
    article: "hit.txt",
    publishedOn: "2005-08-02",
    publishedOnGiven: true,
    incidents: labels,
    links: labels.length > 1 ? [{ from: "shots", to: "bomb", types: ["follows", "same-campaign"] }] : [],
  };
  const article = {
    publishedOn: null,
    publishedOnFrom: null,
    timeZone: null,
    paragraphs: 1,
    repeatedParagraphs: 0,
  };
  return scoreReport({ gold, text }, { article, incidents: found, links: [], ...rest });
}

const shots = label({
  key: "shots",
  eventTypes: ["armed-clash"],
  killed: null,
  cue: "Gunmen shot at police",
});

describe("scoreReport", () => {
  it("gives full marks for what the labels say", () => {
    const result = score([label({})], [proposal({})]);
    expect(incidentRates(result)).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(result.misses).toEqual([]);
    expect(rateOf(result.byField.killed)).toBe(1);
    expect(rateOf(result.byField.injured)).toBeNull();
  });

  it("takes a neighbouring day and a place near by for the same incident, but not for the right day", () => {
    const place = { ...inHit, name: "Haditha road", latitude: 33.7 };
    const result = score([label({})], [proposal({ occurred: "2005-07-31", place })]);
    expect(result.found).toBe(1);
    expect(rateOf(result.byField.place)).toBe(1);
    expect(rateOf(result.byField.date)).toBe(0);
    expect(result.misses.map(({ what }) => what)).toEqual(["date"]);
  });

  it("finds by its words what has no place, and loses what has no time", () => {
    expect(score([label({})], [proposal({ place: null })]).found).toBe(1);
    const lost = score([label({})], [proposal({ occurred: "" })]);
    expect([lost.found, lost.missed, lost.spurious]).toEqual([0, 1, 1]);
  });

  it("neither asks for background nor punishes it", () => {
    const background = label({ core: false });
    expect(incidentRates(score([background], []))).toEqual({ precision: null, recall: null, f1: null });
    expect(score([background], [proposal({})])).toMatchObject({ found: 0, missed: 0, spurious: 0 });
  });

  it("counts a value of a quote that is not in the text as invalid", () => {
    const quotes = [{ field: "killed" as const, exact: "A bomb killed five", start: 0, end: 18 }];
    expect(rateOf(score([label({})], [proposal({ quotes })]).byField.quotes)).toBe(0);
  });

  it("looks at both ends and the type of a link", () => {
    const found = [proposal({}), proposal({ eventType: "armed-clash", killed: null, quotes: [] })];
    const link = (from: number, to: number, type: "follows" | "same-campaign" | "part-of") =>
      score([label({}), shots], found, { links: [{ from, to, type, quote: null }] }).byField.linksFound.right;
    expect(link(1, 0, "follows")).toBe(1);
    expect(link(0, 1, "follows")).toBe(0);
    expect(link(0, 1, "same-campaign")).toBe(1);
    expect(link(1, 0, "part-of")).toBe(0);
  });

  it("adds up over reports", () => {
    const total = totalScore([score([label({})], [proposal({})]), score([label({})], [])]);
    expect(total.reports).toBe(2);
    expect(incidentRates(total)).toMatchObject({ precision: 1, recall: 0.5 });
  });
});

describe("matching", () => {
  it("compares names by whole words, without dots and marks", () => {
    expect(sameName("U.S. Navy", "the US Navy")).toBe(true);
    expect(sameName("Mocímboa da Praia", "Mocimboa")).toBe(true);
    expect(sameName("Hit", "White")).toBe(false);
    expect(samePlace(label({ place: null }), proposal({}))).toBeNull();
  });

  it("assigns so that the sum is greatest, not row by row", () => {
    const pairs = assign([
      [9, 8],
      [7, 0],
    ]);
    expect(pairs).toContainEqual({ gold: 0, proposal: 1 });
    expect(pairs).toContainEqual({ gold: 1, proposal: 0 });
    expect(
      assign([
        [2, 0, 5],
        [0, 0, 1],
      ]),
    ).toEqual([{ gold: 0, proposal: 2 }]);
    expect(assign([])).toEqual([]);
  });
});
