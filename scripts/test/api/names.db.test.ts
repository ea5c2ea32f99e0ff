import { beforeAll, describe, expect, it, vi } from "vitest";
import * as actors from "@/app/api/v1/actors/[slug]/route";
import * as campaigns from "@/app/api/v1/campaigns/[slug]/route";
import * as places from "@/app/api/v1/places/[slug]/route";
import * as publishers from "@/app/api/v1/publishers/[slug]/route";
import { makeActor, makeCampaign, makeIncident, makePlace, makePublisher } from "../factories";
import { ask, makeKey } from "./request";

// Better Auth tells the console of every key that it does not know.
vi.spyOn(console, "error").mockImplementation(() => {});

const keys = { contributor: "", editor: "" };
beforeAll(async () => {
  keys.contributor = await makeKey("contributor");
  keys.editor = await makeKey("editor");
});

const collections = [
  { path: "actors", routes: actors, make: makeActor, wrong: { kind: "army" }, field: "kind" },
  { path: "places", routes: places, make: makePlace, wrong: { latitude: 91 }, field: "latitude" },
  {
    path: "publishers",
    routes: publishers,
    make: makePublisher,
    wrong: { reliability: "X" },
    field: "reliability",
  },
  { path: "campaigns", routes: campaigns, make: makeCampaign, wrong: { name: "" }, field: "name" },
] as const;

describe.each(collections)("$path through the API", ({ path, routes, make, wrong, field }) => {
  const at = (slug: string) => ({ path: `/api/v1/${path}/${slug}`, params: { slug } });
  const patch = (slug: string, options: Omit<Parameters<typeof ask>[2], "params">) => {
    const here = at(slug);
    return ask(routes.PATCH, here.path, {
      method: "PATCH",
      key: keys.editor,
      ...options,
      params: here.params,
    });
  };

  it("are changed from the state that If-Match names, and answer with the next one", async () => {
    const { slug } = await make();
    const here = at(slug);
    const before = await ask(routes.GET, here.path, { params: here.params, key: keys.contributor });
    const version = before.headers.get("etag") ?? "";
    expect(version).toMatch(/^"\d{4}-.*Z"$/);
    const body = { name: `Renamed ${path}` };
    const changed = await patch(slug, { version, body });
    expect([changed.status, changed.body]).toMatchObject([200, { slug, name: `Renamed ${path}` }]);
    expect(changed.headers.get("etag")).not.toBe(version);
    const late = await patch(slug, { version, body: { name: "Too late" } });
    expect([late.status, late.body]).toMatchObject([
      412,
      { current: { slug, name: `Renamed ${path}` }, submitted: { name: "Too late" } },
    ]);
  });

  it("are refused without If-Match, with a wrong one, with wrong values and without the role", async () => {
    const { slug } = await make();
    const version = '"2026-01-01T00:00:00.000Z"';
    expect((await patch(slug, { body: {} })).status).toBe(428);
    for (const header of ['"3"', "x", version.slice(1, -1)]) {
      expect((await patch(slug, { version: header, body: {} })).status, header).toBe(400);
    }
    const refused = await patch(slug, { version, body: wrong });
    expect([refused.status, refused.body.errors[0]?.path]).toEqual([400, field]);
    const unknown = await patch(slug, { version, body: { slug: "another" } });
    expect(unknown.status).toBe(400);
    expect((await patch(slug, { version, body: {}, key: keys.contributor })).status).toBe(403);
    expect((await patch(slug, { version, body: {}, key: "sl_unknown" })).status).toBe(401);
    expect((await patch("no-such", { version, body: {} })).status).toBe(404);
  });

  it("are deleted by editors while nothing uses them", async () => {
    const { slug } = await make();
    const here = at(slug);
    const remove = (key: string) =>
      ask(routes.DELETE, here.path, { method: "DELETE", params: here.params, key });
    expect((await remove(keys.contributor)).status).toBe(403);
    const done = await remove(keys.editor);
    expect([done.status, done.text]).toEqual([204, ""]);
    expect((await ask(routes.GET, here.path, { params: here.params, key: keys.contributor })).status).toBe(
      404,
    );
  });
});

describe("actors through the API", () => {
  it("tell from whom a name would be taken, and how often one that cannot be deleted is used", async () => {
    const owner = await makeActor({ name: "Banner Owner", aliases: ["Common Banner"] });
    await makeIncident({ participations: [{ actor: owner, role: "target" }] });
    const { slug } = await makeActor();
    const params = { slug };
    const path = `/api/v1/actors/${slug}`;
    const version =
      (await ask(actors.GET, path, { params, key: keys.contributor })).headers.get("etag") ?? "";
    const body = { aliases: ["common banner"] };
    const asked = await ask(actors.PATCH, path, { method: "PATCH", key: keys.editor, params, version, body });
    expect([asked.status, asked.body]).toMatchObject([409, { movable: [{ slug: owner.slug }] }]);
    const taken = await ask(actors.PATCH, path, {
      method: "PATCH",
      key: keys.editor,
      params,
      version,
      body: { ...body, takeAliasesFrom: [owner.slug] },
    });
    expect([taken.status, taken.body]).toMatchObject([200, { aliases: ["common banner"] }]);
    const kept = await ask(actors.DELETE, path, {
      method: "DELETE",
      key: keys.editor,
      params: { slug: owner.slug },
    });
    expect([kept.status, kept.body]).toMatchObject([409, { uses: { incidents: 1 } }]);
  });
});
