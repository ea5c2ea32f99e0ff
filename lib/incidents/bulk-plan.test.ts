import { describe, expect, it } from "vitest";
import { systemPrincipal } from "@/lib/auth/principal";
import { type BulkSubject, planBulk } from "./bulk-plan";
import { bulkChangeSchema } from "./bulk-schema";

const subject: BulkSubject = {
  id: "0198c000-0000-7000-8000-000000000001",
  publicId: "AAAAAAAA",
  version: 3,
  title: "Rockets",
  status: "draft",
  createdById: null,
  publishedAt: null,
  retractReason: null,
  eventType: "attack",
  outcome: "unknown",
  campaigns: ["one"],
  participations: [{ actor: "a", role: "perpetrator", attribution: "alleged", attributedBy: "An officer" }],
  unsourcedReason: null,
  reported: { occurred: "2021-07-05", timeZone: "UTC", place: null, killed: null, injured: null },
  claims: [],
};
const claim = {
  id: "c",
  field: "participant",
  value: { actor: "a", name: "A", role: "perpetrator", attribution: "alleged", attributedBy: null },
} as const;

describe("planBulk", () => {
  it("adds and removes a campaign, and says when nothing changes", () => {
    expect(planBulk(systemPrincipal, subject, { kind: "add-campaign", campaign: "two" })).toEqual({
      kind: "changes",
      parts: { campaigns: ["one", "two"] },
    });
    expect(planBulk(systemPrincipal, subject, { kind: "add-campaign", campaign: "one" })).toEqual({
      kind: "same",
    });
    expect(planBulk(systemPrincipal, subject, { kind: "remove-campaign", campaign: "two" })).toEqual({
      kind: "same",
    });
  });

  it("keeps the first date of publication", () => {
    const first = new Date("2021-07-06T00:00:00Z");
    const change = { kind: "publish", unsourcedReason: "From an archive" } as const;
    const plan = planBulk(systemPrincipal, { ...subject, publishedAt: first }, change);
    expect(plan).toMatchObject({ parts: { status: "published", publishedAt: first } });
  });

  it("publishes values without a quoted source only with the reason, and keeps it", () => {
    expect(planBulk(systemPrincipal, subject, { kind: "publish" })).toMatchObject({ kind: "refused" });
    const change = { kind: "publish", unsourcedReason: "From an archive" } as const;
    expect(planBulk(systemPrincipal, subject, change)).toMatchObject({
      parts: { unsourcedReason: "From an archive" },
    });
    const dated = { id: "d", field: "occurred", value: "2021-07-05", standing: "accepted" } as const;
    const sourced = { ...subject, participations: [], claims: [dated] };
    expect(planBulk(systemPrincipal, sourced, change)).toMatchObject({
      kind: "changes",
      parts: { status: "published" },
    });
    expect(planBulk(systemPrincipal, sourced, { kind: "publish" })).toMatchObject({ kind: "changes" });
  });

  it("adds an actor without a quote to a published incident only with the reason", () => {
    const isPublic = { ...subject, status: "published" as const };
    const change = {
      kind: "add-actor",
      actor: "b",
      role: "target",
      attribution: "confirmed",
      attributedBy: null,
    } as const;
    expect(planBulk(systemPrincipal, isPublic, change)).toMatchObject({ kind: "refused" });
    const reasoned = { ...change, unsourcedReason: "Known from context" };
    expect(planBulk(systemPrincipal, isPublic, reasoned)).toMatchObject({ kind: "changes" });
    expect(planBulk(systemPrincipal, subject, change)).toMatchObject({ kind: "changes" });
  });

  it("keeps attribution when one actor takes the place of another", () => {
    expect(planBulk(systemPrincipal, subject, { kind: "replace-actor", from: "a", to: "b" })).toMatchObject({
      parts: { participations: [{ actor: "b", attribution: "alleged", attributedBy: "An officer" }] },
    });
  });

  it("takes no actor out that an accepted quote backs", () => {
    const change = { kind: "remove-actor", actor: "a", role: null } as const;
    const backed = { ...subject, claims: [{ ...claim, standing: "accepted" as const }] };
    expect(planBulk(systemPrincipal, backed, change)).toMatchObject({ kind: "refused" });
    const rejected = { ...subject, claims: [{ ...claim, standing: "rejected" as const }] };
    expect(planBulk(systemPrincipal, rejected, change)).toMatchObject({ parts: { participations: [] } });
  });

  it("refuses what is merged or retracted", () => {
    for (const status of ["merged", "retracted"] as const) {
      expect(
        planBulk(systemPrincipal, { ...subject, status }, { kind: "outcome", outcome: "failed" }),
      ).toMatchObject({
        kind: "refused",
      });
    }
  });
});

describe("bulkChangeSchema", () => {
  it("refuses to replace an actor by itself and to retract without a reason", () => {
    expect(bulkChangeSchema.safeParse({ kind: "replace-actor", from: "a", to: "a" }).success).toBe(false);
    expect(bulkChangeSchema.safeParse({ kind: "retract", reason: "" }).success).toBe(false);
  });
});
