import { describe, expect, it } from "vitest";
import type { ClaimView } from "@/lib/claims/schema";
import { differingClaims, differingFields } from "./record-diff";
import type { IncidentRecord, IncidentView } from "./schema";

const article = {
  articleId: "01a20414-9126-75ad-a2f5-c750dd956925",
  title: "A report",
  publisher: null,
  url: null,
  publishedAt: null,
};

const claim = (id: string, changes: Partial<ClaimView>): ClaimView => ({
  id,
  field: "killed",
  value: { min: 3, max: 3 },
  quote: { exact: "three", prefix: "", suffix: "", start: 0, end: 5 },
  article,
  reliability: null,
  assertedBy: null,
  credibility: null,
  standing: "accepted",
  reason: null,
  ...changes,
});

const incident: IncidentView = {
  publicId: "7K3M9QXA",
  version: 1,
  status: "published",
  title: "Rockets hit a base",
  summary: "",
  eventType: "shelling-artillery-missile-attack",
  outcome: "unknown",
  occurred: "2021-07-05",
  earliest: "2021-07-04T21:00:00.000Z",
  latest: "2021-07-05T20:59:59.999Z",
  timeZone: "Asia/Baghdad",
  place: null,
  killed: { min: 3, max: 3 },
  injured: null,
  participations: [
    {
      actor: { slug: "kh", name: "Kataib Hezbollah" },
      role: "accused",
      attribution: "alleged",
      attributedBy: null,
    },
  ],
  campaigns: [],
  links: [],
  sources: [],
  url: "",
  createdAt: "",
  updatedAt: "",
  publishedAt: null,
};
const before: IncidentRecord = {
  incident,
  claims: [claim("a", {}), claim("b", { field: "title", value: "Rockets" })],
};

describe("differingFields", () => {
  it("tells old and new in words, participants and campaigns one by one", () => {
    const after = {
      ...before,
      incident: {
        ...incident,
        killed: { min: 4, max: null },
        participations: [
          {
            ...incident.participations[0],
            attributedBy: "a spokesman",
          } as (typeof incident.participations)[0],
        ],
        campaigns: [{ slug: "summer", name: "Summer of rockets" }],
      },
    };
    expect(differingFields(before, before)).toEqual([]);
    expect(differingFields(before, after)).toEqual([
      { field: "killed", label: "Killed", before: "3", after: "at least 4" },
      {
        field: "participant",
        label: "Who",
        before: "blamed on Kataib Hezbollah",
        after: "blamed on Kataib Hezbollah, by a spokesman",
      },
      { field: null, label: "Campaign", before: "", after: "Summer of rockets" },
    ]);
  });
});

describe("differingClaims", () => {
  it("tells claims that were added, removed, or stand differently; a new id alone is no difference", () => {
    const after = {
      ...before,
      claims: [
        claim("a", { standing: "rejected", reason: "Denied" }),
        claim("new", { field: "title", value: "Rockets" }),
        claim("c", {
          field: "injured",
          value: { min: 1, max: 1 },
          quote: { ...claim("c", {}).quote, start: 9, end: 14 },
        }),
      ],
    };
    expect(
      differingClaims(before, after).map(({ kind, label, before: was, after: is }) => [kind, label, was, is]),
    ).toEqual([
      ["changed", "Killed", "3", "3, rejected, Denied"],
      ["added", "Injured", "", "1"],
    ]);
    expect(differingClaims(after, before).map(({ kind }) => kind)).toEqual(["changed", "removed"]);
  });
});
