import { beforeAll, describe, expect, it, vi } from "vitest";
import { PATCH } from "@/app/api/v1/incidents/[publicId]/route";
import { GET as listChanges } from "@/app/api/v1/proposed-changes/route";
import { proposedChangeSchema } from "@/lib/incidents/proposed-change-schema";
import { makeIncident } from "../factories";
import { ask, makeKey } from "./request";

vi.mock("next/headers", () => ({
  cookies: async () => ({ getAll: () => [] }),
  headers: async () => new Headers(),
}));

let contributor: string;
beforeAll(async () => {
  contributor = await makeKey("contributor");
});

const path = "/api/v1/incidents";
const patchOf = (publicId: string, key: string, version: number, body: object) =>
  ask(PATCH, path, { method: "PATCH", params: { publicId }, key, version, body });

describe("a contributor's change of a published incident", () => {
  it("is accepted for review, adds up over several requests, and stands in the list", async () => {
    const { publicId } = await makeIncident();
    const first = await patchOf(publicId, contributor, 1, { title: "Proposed", reason: "A correction" });
    expect([first.status, first.headers.get("etag")]).toEqual([202, null]);
    expect(proposedChangeSchema.parse(first.body)).toEqual(first.body);
    const second = await patchOf(publicId, contributor, 1, { outcome: "failed" });
    expect([second.status, second.body]).toMatchObject([
      202,
      { patch: { title: "Proposed", outcome: "failed" }, reason: "A correction" },
    ]);
    const { status, body } = await ask(listChanges, "/api/v1/proposed-changes", { key: contributor });
    expect([status, body.data.map((one) => one.publicId)]).toEqual([200, [publicId]]);
    expect((await ask(listChanges, "/api/v1/proposed-changes")).status).toBe(401);
  });

  it("is refused with both states when the incident moved on, and when somebody else's waits", async () => {
    const { publicId } = await makeIncident();
    const old = await patchOf(publicId, contributor, 9, { title: "Proposed" });
    expect([old.status, old.body]).toMatchObject([412, { current: { incident: { version: 1 } } }]);
    await patchOf(publicId, contributor, 1, { title: "Proposed" });
    const other = await patchOf(publicId, await makeKey("contributor"), 1, { title: "Mine" });
    expect(other.status).toBe(409);
  });
});
