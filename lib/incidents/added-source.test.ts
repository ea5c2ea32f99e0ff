import { describe, expect, it } from "vitest";
import type { ClaimInput } from "@/lib/claims/schema";
import { incidentView } from "@/scripts/test/incident-view";
import { withAddedSource } from "./added-source";
import { type IncidentRecord, incidentRecordSchema } from "./schema";

const articleId = "00000000-0000-7000-8000-000000000001";
const otherId = "00000000-0000-7000-8000-000000000002";

const claim = (field: ClaimInput["field"], value: unknown, start = 0): ClaimInput => ({
  field,
  value,
  articleId,
  quote: { exact: "Rockets", start, end: start + 7 },
  assertedBy: null,
  credibility: null,
  standing: "accepted",
  reason: null,
});

function record(changes: Partial<IncidentRecord["incident"]> = {}, claims: unknown[] = []): IncidentRecord {
  const incident = incidentView({
    version: 3,
    eventType: "shelling-artillery-missile-attack",
    publishedAt: "2021-07-06T00:00:00.000Z",
    ...changes,
  });
  return incidentRecordSchema.parse({ incident, claims });
}

const storedClaim = (field: string, value: unknown, start = 0) => ({
  id: "00000000-0000-7000-8000-0000000000aa",
  field,
  value,
  quote: { exact: "Rockets", prefix: "", suffix: "", start, end: start + 7 },
  article: { articleId: otherId, title: "Other", publisher: null, url: null, publishedAt: null },
  reliability: null,
  assertedBy: null,
  credibility: null,
  standing: "accepted",
  reason: null,
});

const standings = (change: { claims: ClaimInput[] }) => change.claims.map(({ standing }) => standing);
const place = { slug: "taji", name: "Taji", precision: "exact" } as const;
const group = {
  actor: "group",
  name: "Group",
  role: "perpetrator",
  attribution: "claimed",
  attributedBy: null,
};

describe("withAddedSource", () => {
  it("accepts what the incident says already, and changes nothing", () => {
    const change = withAddedSource(record({ killed: { min: 3, max: 3 } }), [
      claim("killed", { min: 3, max: 3 }),
      claim("occurred", "2021-07-05"),
      claim("eventType", "shelling-artillery-missile-attack"),
    ]);
    expect(standings(change)).toEqual(["accepted", "accepted", "accepted"]);
    expect(Object.keys(change)).toEqual(["claims"]);
  });

  it("keeps what differs beside the stored value", () => {
    const change = withAddedSource(record({ killed: { min: 3, max: 3 }, injured: { min: 0, max: 0 } }), [
      claim("killed", { min: 4, max: null }),
      claim("injured", { min: 2, max: 2 }),
      claim("occurred", "2021-07-06"),
    ]);
    expect(standings(change)).toEqual(["alternative", "alternative", "alternative"]);
    expect(Object.keys(change)).toEqual(["claims"]);
  });

  it("fills what nobody knew or claimed", () => {
    const change = withAddedSource(record(), [
      claim("killed", { min: 4, max: null }),
      claim("outcome", "intercepted"),
      claim("place", place),
      claim("participant", group),
    ]);
    expect(standings(change)).toEqual(["accepted", "accepted", "accepted", "accepted"]);
    expect(change).toMatchObject({
      killed: { min: 4, max: null },
      outcome: "intercepted",
      place: { slug: "taji", precision: "exact" },
      participations: [{ actor: "group", role: "perpetrator", attribution: "claimed" }],
    });
  });

  it("leaves a field alone whose claim was set aside", () => {
    const before = record({}, [{ ...storedClaim("killed", { min: 9, max: 9 }), standing: "alternative" }]);
    const change = withAddedSource(before, [claim("killed", { min: 4, max: 4 })]);
    expect(standings(change)).toEqual(["alternative", "alternative"]);
    expect(change.killed).toBeUndefined();
  });

  it("never makes up a place or an actor that is not known", () => {
    const change = withAddedSource(record(), [
      claim("place", { ...place, slug: null }),
      claim("participant", { ...group, actor: null }),
    ]);
    expect(standings(change)).toEqual(["alternative", "alternative"]);
    expect(Object.keys(change)).toEqual(["claims"]);
  });

  it("puts another actor beside the known ones", () => {
    const known = {
      actor: { slug: "state", name: "State" },
      role: "target",
      attribution: "confirmed",
      attributedBy: null,
    } as const;
    const change = withAddedSource(record({ participations: [known] }), [
      claim("participant", group),
      claim("participant", { ...group, actor: "state", name: "State", role: "target" }),
    ]);
    expect(standings(change)).toEqual(["alternative", "accepted"]);
    expect(change.participations).toBeUndefined();
  });

  it("settles on the first of two values that the article gives for an open field", () => {
    const change = withAddedSource(record(), [
      claim("killed", { min: 4, max: 4 }),
      claim("killed", { min: 5, max: 5 }, 20),
    ]);
    expect(standings(change)).toEqual(["accepted", "alternative"]);
    expect(change.killed).toEqual({ min: 4, max: 4 });
  });

  it("takes the same words once", () => {
    const twice = [claim("occurred", "2021-07-05"), claim("occurred", "2021-07-05")];
    expect(withAddedSource(record(), twice).claims).toHaveLength(1);
  });
});
