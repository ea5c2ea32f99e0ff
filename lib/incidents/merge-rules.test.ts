import { describe, expect, it } from "vitest";
import type { ClaimView } from "@/lib/claims/schema";
import { incidentView } from "@/scripts/test/incident-view";
import { differingMergeParts, mergedIncident, planClaims, suggestedChoices } from "./merge-rules";
import type { IncidentRecord, IncidentView } from "./schema";
import { unmergedIncident } from "./unmerge-rules";

const incident = (changes: Partial<IncidentView> = {}): IncidentView =>
  incidentView({ publicId: "7K3M9QXA", ...changes });

const article = (id: string) => ({ articleId: id, title: id, publisher: null, url: null, publishedAt: null });

let made = 0;
const claim = (value: number, changes: Partial<ClaimView> = {}): ClaimView => ({
  id: `claim-${++made}`,
  field: "killed",
  value: { min: value, max: value },
  quote: { exact: "killed", prefix: "", suffix: "", start: 0, end: 6 },
  article: article("one"),
  reliability: null,
  assertedBy: null,
  credibility: null,
  standing: "accepted",
  reason: null,
  ...changes,
});

const record = (killed: number, claims: ClaimView[]): IncidentRecord => ({
  incident: incident({ killed: { min: killed, max: killed } }),
  claims,
});

const part = (slug: string, attribution: "confirmed" | "alleged" = "confirmed") => ({
  actor: { slug, name: slug },
  role: "target" as const,
  attribution,
  attributedBy: null,
});

describe("suggestedChoices", () => {
  it("takes the value with more articles behind it, then the better grade, then the survivor's", () => {
    const two = [claim(4), claim(4, { article: article("two") })];
    expect(suggestedChoices(record(3, [claim(3)]), record(4, two))).toEqual({ killed: "loser" });
    const graded = [claim(4, { credibility: 1, reliability: "A" })];
    expect(suggestedChoices(record(3, [claim(3)]), record(4, graded))).toEqual({ killed: "loser" });
    expect(suggestedChoices(record(3, [claim(3)]), record(4, [claim(4)]))).toEqual({ killed: "winner" });
  });

  it("does not count claims that are not accepted, and joins lists", () => {
    const set = [claim(4, { standing: "alternative" }), claim(4, { standing: "alternative" })];
    const loser = record(4, set);
    loser.incident.participations = [part("army")];
    expect(suggestedChoices(record(3, [claim(3)]), loser)).toEqual({
      killed: "winner",
      participations: "both",
    });
  });
});

describe("mergedIncident", () => {
  it("fills what the survivor does not know and keeps zero", () => {
    const winner = incident({ killed: { min: 0, max: 0 } });
    const loser = incident({ killed: { min: 2, max: 2 }, injured: { min: 1, max: null }, outcome: "failed" });
    expect(mergedIncident(winner, loser, {})).toMatchObject({
      killed: { min: 0, max: 0 },
      injured: { min: 1, max: null },
      outcome: "failed",
    });
  });

  it("takes date, bounds and zone together", () => {
    const loser = incident({ occurred: "2021-07", timeZone: "Asia/Baghdad", earliest: "a", latest: "b" });
    expect(mergedIncident(incident(), loser, { occurred: "loser" })).toMatchObject({
      occurred: "2021-07",
      timeZone: "Asia/Baghdad",
      earliest: "a",
      latest: "b",
    });
  });

  it("joins who took part, with the survivor's words where both name somebody", () => {
    const winner = incident({ participations: [part("army", "alleged")] });
    const loser = incident({ participations: [part("army"), part("police")] });
    expect(mergedIncident(winner, loser, {}).participations).toEqual([
      part("army", "alleged"),
      part("police"),
    ]);
    expect(mergedIncident(winner, loser, { participations: "winner" }).participations).toHaveLength(1);
  });
});

describe("planClaims", () => {
  it("moves claims, keeps twins back, and makes what was outvoted an alternative", () => {
    const [mine, twin, theirs] = [claim(3), claim(3), claim(4, { article: article("two") })];
    const winner = record(3, [mine]);
    const loser = record(4, [twin, theirs]);
    expect(planClaims(winner, loser, winner.incident)).toEqual({
      moves: [{ id: theirs.id, standing: "alternative" }],
      twins: [{ id: twin.id, like: mine.id }],
      standings: [],
    });
    expect(planClaims(winner, loser, loser.incident)).toEqual({
      moves: [{ id: theirs.id, standing: "accepted" }],
      twins: [{ id: twin.id, like: mine.id }],
      standings: [{ id: mine.id, before: "accepted", after: "alternative" }],
    });
  });
});

describe("unmergedIncident", () => {
  const before = incident({ title: "Before", participations: [part("army"), part("police")] });
  const after = incident({ title: "After", participations: [part("army", "alleged"), part("militia")] });

  it("is the state before where nothing changed since", () => {
    expect(unmergedIncident(before, after, after)).toEqual(before);
  });

  it("keeps what changed since, line by line", () => {
    const now = { ...after, participations: [...after.participations, part("later")] };
    expect(differingMergeParts(unmergedIncident(before, after, now), before)).toEqual(["participations"]);
    expect(unmergedIncident(before, after, now).participations).toEqual([
      part("army"),
      part("later"),
      part("police"),
    ]);
    const reworded = { ...after, title: "Now", participations: [part("militia", "alleged")] };
    expect(unmergedIncident(before, after, reworded)).toMatchObject({
      title: "Now",
      participations: [part("militia", "alleged"), part("police")],
    });
  });
});
