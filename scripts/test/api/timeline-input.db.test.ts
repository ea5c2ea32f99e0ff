import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as readFacets } from "@/app/api/v1/facets/route";
import { GET as readTimeline } from "@/app/api/v1/timeline/route";
import { database } from "@/lib/db/client";
import { emptyFilter } from "@/lib/incidents/filters";
import { fromMemory, readModel } from "@/lib/timeline/memory/reading";
import { facetsSchema, timelineWindowSchema } from "@/lib/timeline/schema";
import { makeActor, makeIncident } from "../factories";
import { ask } from "./request";

vi.mock("next/headers", () => ({
  cookies: async () => ({ getAll: () => [] }),
  headers: async () => new Headers(),
}));

const dates = ["0001-03-01", "0003-02-01", "2021-07-05T16:30", "2021-07", "2150-05", "2021-07-04/.."];
let incidents: { publicId: string; occurred: string }[] = [];
let slug = "";
beforeAll(async () => {
  const actor = await makeActor();
  slug = actor.slug;
  for (const occurred of dates) {
    const { publicId } = await makeIncident({ occurred, participations: [{ actor }] });
    incidents = [...incidents, { publicId, occurred }];
  }
});

/** What a window says, which must be a whole answer, and the dates of what is drawn in it. */
async function window(query: string) {
  const { status, text } = await ask(readTimeline, `/api/v1/timeline?${query}`);
  expect(status, text).toBe(200);
  const answer = timelineWindowSchema.parse(JSON.parse(text));
  const bucketed = answer.buckets.reduce((sum, { count }) => sum + count, 0);
  expect(answer.items.length + bucketed).toBe(answer.total);
  const dateOf = new Map(incidents.map(({ publicId, occurred }) => [publicId, occurred]));
  return { answer, found: answer.items.map(({ publicId }) => dateOf.get(publicId)).sort() };
}

const refusal = async (query: string) => {
  const { status, body } = await ask(readTimeline, `/api/v1/timeline?${query}`);
  return [status, body.errors[0]?.path];
};

/** Both ways: SQL while the copy is being made, and the copy. */
describe.each([["SQL"], ["the copy in memory"]])("GET /timeline, answered by %s", (way) => {
  beforeAll(async () => {
    if (way === "SQL") {
      vi.spyOn(readModel(), "current").mockResolvedValue(null);
    } else {
      vi.restoreAllMocks();
      await readModel().ready();
    }
    const isFromMemory = (await fromMemory(emptyFilter, undefined, database(), () => true)) === true;
    expect(isFromMemory).toBe(way !== "SQL");
  });

  it("answers a window of a millisecond by one of ten minutes around it", async () => {
    const { answer, found } = await window("start=2021-07-05T16:30:00.000Z&end=2021-07-05T16:30:00.001Z");
    expect(Date.parse(answer.end) - Date.parse(answer.start)).toBe(600_000);
    expect(found).toEqual(["2021-07", "2021-07-04/..", "2021-07-05T16:30"]);
  });

  it("answers ten thousand years, and more, with everything that is in them", async () => {
    for (const query of [
      "start=0001-01-01T00:00:00Z&end=9999-12-31T23:59:59Z",
      "start=-009999-01-01T00:00:00Z&end=%2B275000-01-01T00:00:00Z",
    ]) {
      const { answer, found } = await window(query);
      expect([answer.total, answer.start]).toEqual([dates.length, "0001-01-01T00:00:00.000Z"]);
      expect(found).toEqual(dates.toSorted());
    }
  });

  it("knows the first years and those after 2100, and asks for years before the first", async () => {
    const { answer } = await window("");
    expect(answer.range?.start).toBe("0001-03-01T00:00:00.000Z");
    expect(answer.range?.end).toBe("2150-05-31T23:59:59.999Z");
    expect(answer.density.reduce((sum, count) => sum + count, 0)).toBe(dates.length);
    expect((await window("start=0002-01-01T00:00:00Z&end=0003-12-31T00:00:00Z")).found).toEqual([
      "0003-02-01",
    ]);
    expect((await window("start=2140-01-01T00:00:00Z&end=2160-01-01T00:00:00Z")).found).toEqual([
      "2021-07-04/..",
      "2150-05",
    ]);
    expect((await window("from=-0005&to=0003")).found).toEqual(["0001-03-01", "0003-02-01"]);
    expect((await window("from=-0005&to=-0001")).answer.total).toBe(0);
    expect((await window("from=2101")).found).toEqual(["2021-07-04/..", "2150-05"]);
  });

  it("refuses a window that ends before it begins, or is none, and names what is wrong", async () => {
    expect(await refusal("start=2021-07-06T00:00:00Z&end=2021-07-05T00:00:00Z")).toEqual([400, "end"]);
    expect(await refusal("start=2021-07-06T00:00:00Z&end=2021-07-06T00:00:00Z")).toEqual([400, "end"]);
    expect(await refusal("start=soon")).toEqual([400, "start"]);
    expect(await refusal(`end=${"9".repeat(50)}`)).toEqual([400, "end"]);
  });

  it("refuses widths that no screen has", async () => {
    for (const width of ["0", "100000", "-5", "1.5", "wide", "NaN", "1e9"]) {
      expect(await refusal(`width=${width}`), width).toEqual([400, "width"]);
    }
    for (const width of ["1", "20000"]) {
      expect((await window(`width=${width}`)).answer.total, width).toBe(dates.length);
    }
  });

  it("answers filters that match nothing and everything", async () => {
    const nothing = await window("actor=nobody-at-all");
    expect(nothing.answer).toMatchObject({ total: 0, items: [], buckets: [], groups: [], range: null });
    const everything = await window(`actor=${slug}`);
    expect(everything.answer.total).toBe(dates.length);
  });

  it("answers two hundred values of a filter", async () => {
    const values = Array.from({ length: 199 }, (_, number) => `actor=nobody-${number}`);
    const query = [`actor=${slug}`, ...values].join("&");
    expect((await window(query)).answer.total).toBe(dates.length);
    const facets = await ask(readFacets, `/api/v1/facets?${query}`);
    expect(facets.status).toBe(200);
    const { actor } = facetsSchema.parse(JSON.parse(facets.text));
    expect(actor?.find(({ value }) => value === slug)?.count).toBe(dates.length);
  });
});

describe("a client that goes away", () => {
  const cancelled = (route: typeof readTimeline, path: string) => {
    const gone = new AbortController();
    const answer = route(new Request(`http://localhost${path}`, { signal: gone.signal }), {
      params: Promise.resolve({}),
    });
    gone.abort();
    return answer;
  };

  it("leaves no work behind, however often it asks", async () => {
    vi.restoreAllMocks();
    await readModel().ready();
    const { caches } = readModel();
    const spy = vi.spyOn(caches.selections, "get");
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, number) =>
        number % 2 === 0
          ? cancelled(readTimeline, `/api/v1/timeline?killedMin=${number}`)
          : cancelled(readFacets, `/api/v1/facets?killedMin=${number}`),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([499]));
    expect(spy).not.toHaveBeenCalled();
    expect((await window("killedMin=1")).answer.total).toBe(0);
    expect(spy).toHaveBeenCalled();
  });
});
