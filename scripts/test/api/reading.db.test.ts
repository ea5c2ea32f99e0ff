import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as readFacets } from "@/app/api/v1/facets/route";
import { GET as listIncidents } from "@/app/api/v1/incidents/route";
import { GET as describeApi } from "@/app/api/v1/openapi.json/route";
import { GET as readTimeline } from "@/app/api/v1/timeline/route";
import type { filterNames } from "@/lib/incidents/filters";
import { incidentViewSchema } from "@/lib/incidents/schema";
import { facetsSchema, timelineWindowSchema } from "@/lib/timeline/schema";
import { makeIncident, makeLink, makePlace } from "../factories";
import { ask } from "./request";

vi.mock("next/headers", () => ({
  cookies: async () => ({ getAll: () => [] }),
  headers: async () => new Headers(),
}));

let ids: string[];
beforeAll(async () => {
  const place = await makePlace({ country: "SY" });
  const made = [
    await makeIncident({ occurred: "2021-07-05", eventType: "grenade", place }),
    await makeIncident({ occurred: "2021-07-06", eventType: "grenade" }),
    await makeIncident({ occurred: "2021-07-07", eventType: "attack", killedMin: 3 }),
  ];
  const [first, second] = made;
  if (first && second) await makeLink(second, first, { type: "response-to" });
  ids = made.map(({ publicId }) => publicId);
});

const listed = async (query: string) => {
  const { body } = await ask(listIncidents, `/api/v1/incidents?${query}`);
  return body.data.map(({ publicId }) => ids.indexOf(publicId));
};

describe("GET /incidents", () => {
  it("lists what matches, whole, with the number of all", async () => {
    const { status, body } = await ask(listIncidents, "/api/v1/incidents?type=grenade&sort=occurred");
    expect([status, body.total, body.nextCursor]).toEqual([200, 2, null]);
    for (const incident of body.data) expect(incidentViewSchema.parse(incident)).toEqual(incident);
    expect(await listed("type=grenade&sort=occurred")).toEqual([0, 1]);
    expect(await listed("type=grenade&country=SY")).toEqual([0]);
    expect(await listed("killedMin=3")).toEqual([2]);
    expect(await listed("type=grenade&type=attack&from=2021-07-06&sort=-occurred")).toEqual([2, 1]);
  });

  it("goes on where a page ended", async () => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ limit: "1", sort: "occurred", ...(cursor ? { cursor } : {}) });
      const { body } = await ask(listIncidents, `/api/v1/incidents?${query}`);
      expect(body).toMatchObject({ total: 3, data: [{}] });
      seen.push(ids.indexOf(body.data[0]?.publicId ?? ""));
      cursor = body.nextCursor;
    } while (cursor && seen.length < 10);
    expect(seen).toEqual([0, 1, 2]);
  });
});

/** A value of each filter that cannot be used; of words anything can. */
const unusable: Partial<Record<(typeof filterNames)[number], string>> = {
  from: "yesterday",
  to: "2021-13-45",
  time: "maybe",
  type: "rocket",
  country: "Iraq",
  role: "villain",
  outcome: "good",
  killedMin: "many",
  precision: "hour",
  bbox: "1,2,3",
  linked: "perhaps",
  updatedSince: "noon",
  status: "secret",
};

describe("filters that cannot be used", () => {
  it.each(Object.entries(unusable))(
    "%s=%s is answered with 400 and its name, by list, timeline and facets",
    async (name, value) => {
      for (const handler of [listIncidents, readTimeline, readFacets]) {
        const { status, body, headers } = await ask(handler, `/api/v1/x?type=grenade&${name}=${value}`);
        expect([status, headers.get("content-type")]).toEqual([400, "application/problem+json"]);
        expect(body.errors.map((error) => error.path)).toEqual([name]);
        expect(body.detail).toContain(name);
      }
    },
  );

  it("so are a sort, a limit and a cursor", async () => {
    for (const [name, value] of [
      ["sort", "colour"],
      ["limit", "0"],
      ["limit", "100000"],
      ["cursor", "nonsense"],
    ]) {
      const { status, body } = await ask(listIncidents, `/api/v1/incidents?${name}=${value}`);
      expect([status, body.errors?.[0]?.path], `${name}=${value}`).toEqual([400, name]);
    }
  });
});

describe("GET /timeline", () => {
  it("gives the incidents of a window with the links between them", async () => {
    const { status, body } = await ask(
      readTimeline,
      "/api/v1/timeline?start=2021-07-01&end=2021-07-31&width=1200&group=type",
    );
    expect(status).toBe(200);
    expect(timelineWindowSchema.parse(body)).toEqual(body);
    expect(body.total).toBe(3);
    expect(body.links).toMatchObject([{ from: ids[1], to: ids[0], type: "response-to" }]);
    const filtered = await ask(readTimeline, "/api/v1/timeline?type=attack");
    expect(filtered.body.items.map(({ publicId }) => publicId)).toEqual([ids[2]]);
  });

  it("names a group or a width that cannot be used", async () => {
    for (const [name, value] of [
      ["group", "colour"],
      ["width", "-1"],
    ]) {
      const { status, body } = await ask(readTimeline, `/api/v1/timeline?${name}=${value}`);
      expect([status, body.errors[0]?.path]).toEqual([400, name]);
    }
  });
});

describe("GET /facets", () => {
  it("counts each facet without its own filter", async () => {
    const { status, body } = await ask(readFacets, "/api/v1/facets?type=grenade");
    expect(status).toBe(200);
    expect(facetsSchema.parse(body)).toEqual(body);
    expect(JSON.stringify(body)).toContain('"attack"');
  });
});

describe("GET /openapi.json", () => {
  it("describes the API at this site's address", async () => {
    const response = describeApi();
    expect(await response.json()).toMatchObject({
      openapi: "3.1.0",
      servers: [{ url: expect.stringMatching(/\/api\/v1$/) }],
    });
  });
});
