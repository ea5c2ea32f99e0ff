import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as chain } from "@/app/api/v1/incidents/[publicId]/chain/route";
import { GET as citation } from "@/app/api/v1/incidents/[publicId]/citation/route";
import { GET as claims } from "@/app/api/v1/incidents/[publicId]/claims/route";
import { POST as publish } from "@/app/api/v1/incidents/[publicId]/publish/route";
import { POST as restore } from "@/app/api/v1/incidents/[publicId]/restore/route";
import { POST as retract } from "@/app/api/v1/incidents/[publicId]/retract/route";
import { GET as revisions } from "@/app/api/v1/incidents/[publicId]/revisions/route";
import { PATCH, GET as readOne } from "@/app/api/v1/incidents/[publicId]/route";
import { POST as submit } from "@/app/api/v1/incidents/[publicId]/submit/route";
import { POST as create } from "@/app/api/v1/incidents/route";
import { DELETE as unlink } from "@/app/api/v1/links/[id]/route";
import { POST as link } from "@/app/api/v1/links/route";
import { incidentViewSchema } from "@/lib/incidents/schema";
import { linkViewSchema } from "@/lib/links/schema";
import { makeArticle, makeIncident } from "../factories";
import { claimInput } from "../incident-input";
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
const given = {
  title: "Rockets hit an airbase",
  eventType: "shelling-artillery-missile-attack",
  occurred: "2021-07-05",
  unsourcedReason: "Made for a test",
};

/** A new draft, as the address of its steps. */
async function makeDraft(body: object = {}): Promise<{ publicId: string }> {
  const { body: made } = await ask(create, path, { key: contributor, body: { ...given, ...body } });
  return { publicId: made.publicId };
}

describe("the way of an incident through the API", () => {
  it("leads from a draft over a change, a review and publication to a retraction", async () => {
    const made = await ask(create, path, { key: contributor, body: given });
    expect(made.status).toBe(201);
    expect(incidentViewSchema.parse(made.body)).toEqual(made.body);
    expect(made.headers.get("etag")).toBe('"1"');
    const params = { publicId: made.body.publicId };
    expect(made.headers.get("location")).toBe(`${path}/${params.publicId}`);
    expect((await ask(readOne, path, { params })).status).toBe(404);

    const changed = await ask(PATCH, path, {
      method: "PATCH",
      params,
      key: contributor,
      version: 1,
      body: { title: "Changed" },
    });
    expect([changed.status, changed.headers.get("etag"), changed.body.title]).toEqual([
      200,
      '"2"',
      "Changed",
    ]);
    const submitted = await ask(submit, path, { params, key: contributor, body: {} });
    expect([submitted.status, submitted.body.status]).toEqual([200, "in_review"]);
    const published = await ask(publish, path, {
      params,
      key: editor,
      version: 3,
      body: { reason: "Checked" },
    });
    expect([published.status, published.body.status, published.body.version]).toEqual([200, "published", 4]);
    expect((await ask(readOne, path, { params })).body).toEqual(published.body);

    const retracted = await ask(retract, path, { params, key: editor, body: { reason: "A hoax" } });
    expect([retracted.status, retracted.body.status]).toEqual([200, "retracted"]);
    const gone = await ask(readOne, path, { params });
    expect(gone.status).toBe(410);
    expect(gone.body).toMatchObject({
      status: 410,
      reason: "A hoax",
      detail: expect.stringContaining("A hoax"),
    });
    expect((await ask(readOne, path, { params, key: editor })).body.status).toBe("retracted");

    const restored = await ask(restore, path, {
      params,
      key: editor,
      body: { version: 4, reason: "It was none" },
    });
    expect([restored.status, restored.body.status, restored.body.version]).toEqual([200, "published", 6]);
    const history = await ask(revisions, path, { params });
    expect(history.body.data.map(({ action }) => action)).toContain("publish");
  });

  it("answers 412 with both states to a change of an old version", async () => {
    const params = await makeDraft();
    const first = await ask(PATCH, path, {
      method: "PATCH",
      params,
      key: contributor,
      version: 1,
      body: { title: "First" },
    });
    const late = await ask(PATCH, path, {
      method: "PATCH",
      params,
      key: editor,
      version: 1,
      body: { title: "Second" },
    });
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({
      type: expect.stringContaining("version-conflict"),
      status: 412,
      current: { incident: first.body },
      submitted: { title: "Second" },
    });
    expect((await ask(publish, path, { params, key: editor, version: 1, body: {} })).status).toBe(412);
  });

  it("answers 428 to a change without If-Match, and 400 to one that is none", async () => {
    const params = await makeDraft();
    const change = { method: "PATCH", params, key: contributor, body: { title: "No version" } };
    expect((await ask(PATCH, path, change)).status).toBe(428);
    for (const version of ["1", "*", '"one"']) {
      expect((await ask(PATCH, path, { ...change, version })).status).toBe(400);
    }
    expect((await ask(PATCH, path, { ...change, version: 'W/"1"' })).status).toBe(200);
  });

  it("names every field that cannot be used", async () => {
    const bad = {
      title: " ",
      eventType: "rocket",
      occurred: "2021-13-45",
      killed: { min: 3, max: 2 },
      colour: "red",
    };
    const { status, body, headers } = await ask(create, path, { key: contributor, body: bad });
    expect([status, headers.get("content-type")]).toEqual([400, "application/problem+json"]);
    expect(body).toMatchObject({ title: expect.any(String), status: 400, detail: expect.any(String) });
    const paths = body.errors.map((error) => error.path);
    expect(paths).toEqual(expect.arrayContaining(["title", "eventType", "killed.max"]));
    const unknown = await ask(create, path, {
      key: contributor,
      body: { ...given, place: { slug: "nowhere" } },
    });
    expect(unknown.body.errors).toMatchObject([{ path: "place" }]);
    const date = await ask(create, path, { key: contributor, body: { ...given, occurred: "-0043" } });
    expect(date.body.errors).toMatchObject([{ path: "occurred" }]);
  });

  it("shows claims, a version for ever, a citation and what led to it", async () => {
    const article = await makeArticle();
    const claim = claimInput(article, "Nobody was hurt", { field: "killed", value: { min: 0, max: 0 } });
    const params = await makeDraft({ claims: [claim], killed: { min: 0, max: 0 } });
    await ask(publish, path, { params, key: editor, body: {} });
    await ask(PATCH, path, {
      method: "PATCH",
      params,
      key: editor,
      version: 2,
      body: { title: "Later title" },
    });
    const listed = await ask(claims, path, { params });
    expect(listed.body.data).toMatchObject([{ field: "killed", quote: { exact: "Nobody was hurt" } }]);
    const old = await ask(readOne, path, { params: { publicId: `${params.publicId}@2` } });
    expect([old.status, old.body.title, old.body.version]).toEqual([200, given.title, 2]);
    expect((await ask(readOne, path, { params: { publicId: `${params.publicId}@1` } })).status).toBe(404);
    expect((await ask(readOne, path, { params: { publicId: `${params.publicId}@9` } })).status).toBe(404);
    const cited = await ask(citation, `${path}/x/citation?style=bibtex`, { params });
    expect(cited.text).toContain("Later title");
    expect((await ask(citation, `${path}/x/citation?style=latex`, { params })).status).toBe(400);
    const led = await ask(chain, `${path}/x/chain?depth=2`, { params });
    expect(led.body).toMatchObject({ nodes: [{ publicId: params.publicId }], links: [] });
    expect((await ask(chain, `${path}/x/chain?depth=99`, { params })).status).toBe(400);
  });

  it("does not find what is no address of an incident", async () => {
    for (const publicId of ["ZZZZZZZZ", "abc", "ZZZZZZZZ@1", "../x"]) {
      expect((await ask(readOne, path, { params: { publicId } })).status, publicId).toBe(404);
    }
    expect(
      (await ask(publish, path, { params: { publicId: "ZZZZZZZZ" }, key: editor, body: {} })).status,
    ).toBe(404);
  });
});

describe("links through the API", () => {
  it("are made, refused a second time, shown at both ends and removed", async () => {
    const [effect, cause] = [await makeIncident(), await makeIncident()];
    const body = { from: effect.publicId, to: cause.publicId, type: "retaliation-for" };
    const made = await ask(link, "/api/v1/links", { key: editor, body });
    expect(made.status).toBe(201);
    expect(linkViewSchema.parse(made.body)).toMatchObject({
      direction: "outgoing",
      publicId: cause.publicId,
    });
    expect(made.headers.get("location")).toBe(`/api/v1/links/${made.body.id}`);
    const other = await ask(readOne, path, { params: { publicId: cause.publicId } });
    expect(other.body.links).toMatchObject([{ direction: "incoming", publicId: effect.publicId }]);
    expect((await ask(link, "/api/v1/links", { key: editor, body })).status).toBe(409);
    const self = await ask(link, "/api/v1/links", { key: editor, body: { ...body, to: body.from } });
    expect([self.status, self.body.errors[0]?.path]).toEqual([400, "to"]);
    const params = { id: made.body.id };
    const remove = { method: "DELETE", params };
    expect((await ask(unlink, "/api/v1/links/x", { ...remove, key: contributor })).status).toBe(403);
    expect((await ask(unlink, "/api/v1/links/x", { ...remove, key: editor })).status).toBe(204);
    expect((await ask(unlink, "/api/v1/links/x", { ...remove, key: editor })).status).toBe(404);
    expect(
      (await ask(unlink, "/api/v1/links/x", { ...remove, params: { id: "1" }, key: editor })).status,
    ).toBe(400);
  });
});
