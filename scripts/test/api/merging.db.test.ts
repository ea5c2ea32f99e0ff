import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as chain } from "@/app/api/v1/incidents/[publicId]/chain/route";
import { GET as claims } from "@/app/api/v1/incidents/[publicId]/claims/route";
import { POST as merge } from "@/app/api/v1/incidents/[publicId]/merge/route";
import { PATCH, GET as readOne } from "@/app/api/v1/incidents/[publicId]/route";
import { POST as unmerge } from "@/app/api/v1/incidents/[publicId]/unmerge/route";
import { incidentViewSchema } from "@/lib/incidents/schema";
import { makeIncident } from "../factories";
import { ask, makeKey } from "./request";

vi.mock("next/headers", () => ({
  cookies: async () => ({ getAll: () => [] }),
  headers: async () => new Headers(),
}));

let contributor: string;
let editor: string;
beforeAll(async () => {
  contributor = await makeKey("contributor");
  editor = await makeKey("editor");
});

const path = "/api/v1/incidents";

describe("merging through the API", () => {
  it("answers with the incident that stays; the other address leads there for everybody", async () => {
    const [{ publicId: loser }, { publicId: winner }] = [await makeIncident(), await makeIncident()];
    const params = { publicId: loser };
    const answer = await ask(merge, path, { params, key: editor, version: 1, body: { into: winner } });
    expect([answer.status, answer.headers.get("etag")]).toEqual([200, '"2"']);
    expect(incidentViewSchema.parse(answer.body)).toMatchObject({ publicId: winner, status: "published" });

    for (const key of [undefined, contributor]) {
      const moved = await ask(readOne, `${path}/${loser}`, { params, key });
      expect([moved.status, moved.headers.get("location"), moved.headers.get("cache-control")]).toEqual([
        308,
        `${path}/${winner}`,
        "no-store",
      ]);
      expect(moved.body).toMatchObject({ into: winner, status: 308 });
    }
    for (const [handler, below] of [
      [chain, "/chain?depth=2"],
      [claims, "/claims"],
    ] as const) {
      const moved = await ask(handler, `${path}/${loser}${below}`, { params });
      expect(moved.headers.get("location")).toBe(`${path}/${winner}${below}`);
    }
    const old = await ask(readOne, path, { params: { publicId: `${loser}@1` } });
    expect([old.status, old.body.publicId]).toEqual([200, loser]);
    const change = { method: "PATCH", params, key: editor, version: 2, body: { title: "New" } };
    expect((await ask(PATCH, path, change)).status).toBe(409);
  });

  it("leads at once over several merges, and nowhere when the last one was never public", async () => {
    const [a, b, c] = [await makeIncident(), await makeIncident(), await makeIncident()];
    await ask(merge, path, { params: { publicId: a.publicId }, key: editor, body: { into: b.publicId } });
    await ask(merge, path, { params: { publicId: b.publicId }, key: editor, body: { into: c.publicId } });
    const params = { publicId: a.publicId };
    expect((await ask(readOne, `${path}/${a.publicId}`, { params })).headers.get("location")).toBe(
      `${path}/${c.publicId}`,
    );
    const drafts = [await makeIncident({}, { status: "draft" }), await makeIncident({}, { status: "draft" })];
    const [one = "", two = ""] = drafts.map(({ publicId }) => publicId);
    await ask(merge, path, { params: { publicId: one }, key: editor, body: { into: two } });
    expect((await ask(readOne, `${path}/${one}`, { params: { publicId: one } })).status).toBe(404);
    const seen = await ask(readOne, `${path}/${one}`, { params: { publicId: one }, key: contributor });
    expect([seen.status, seen.headers.get("location")]).toEqual([308, `${path}/${two}`]);
  });

  it("refuses wrong input, an old version and everybody below an editor", async () => {
    const [{ publicId: loser }, { publicId: winner }] = [await makeIncident(), await makeIncident()];
    const params = { publicId: loser };
    const answer = async (options: object) => (await ask(merge, path, { params, ...options })).status;
    expect(await answer({ key: editor, body: {} })).toBe(400);
    expect(await answer({ key: editor, body: { into: loser } })).toBe(400);
    expect(await answer({ key: editor, body: { into: winner, choices: { title: "both" } } })).toBe(400);
    expect(await answer({ key: editor, body: { into: "ZZZZZZZZ" } })).toBe(404);
    expect(await answer({ key: editor, version: 3, body: { into: winner } })).toBe(412);
    expect(await answer({ key: contributor, body: { into: winner } })).toBe(403);
    expect(await answer({ body: { into: winner } })).toBe(401);
  });

  it("can be undone", async () => {
    const [{ publicId: loser }, { publicId: winner }] = [await makeIncident(), await makeIncident()];
    const params = { publicId: loser };
    await ask(merge, path, { params, key: editor, body: { into: winner } });
    expect((await ask(unmerge, path, { params, key: contributor, body: {} })).status).toBe(403);
    const undone = await ask(unmerge, path, { params, key: editor, body: { reason: "Two attacks" } });
    expect([undone.status, undone.headers.get("etag")]).toEqual([200, '"3"']);
    expect(undone.body).toMatchObject({
      incident: { publicId: loser, status: "published" },
      winner: { publicId: winner, version: 3 },
      kept: [],
    });
    expect((await ask(readOne, `${path}/${loser}`, { params })).status).toBe(200);
    expect((await ask(unmerge, path, { params, key: editor, body: {} })).status).toBe(409);
  });
});
