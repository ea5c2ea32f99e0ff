import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { database, type Transaction } from "@/lib/db/client";
import { decodeFilter, emptyFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { listMapPoints } from "@/lib/incidents/map-points";
import { countIncidents, listIncidents } from "@/lib/incidents/queries";
import { incidentSorts } from "@/lib/incidents/sorts";
import { edit, makeWorld, queries, type World } from "@/scripts/test/read-model-world";
import { getFacets } from "../facets";
import { type TimelineGroup, timelineGroups } from "../groups";
import { getTimelineWindow } from "../window";
import { fromMemory, readModel } from "./reading";

let world: World;
beforeAll(async () => {
  world = await makeWorld(70);
  await readModel().ready();
});

/** What SQL says: inside a transaction nothing is answered from memory. */
const bySql = <T>(read: (transaction: Transaction) => Promise<T>): Promise<T> =>
  database().$transaction(read);

type Asked = { start?: string; end?: string; width: number; group: TimelineGroup };

const inAnyOrder = <T>(values: readonly T[]): string[] => values.map((value) => JSON.stringify(value)).sort();

function comparable(window: Awaited<ReturnType<typeof getTimelineWindow>>) {
  // Where nothing matches the window is about the moment of the question.
  const span = window.range === null ? { start: "", end: "" } : {};
  return { ...window, ...span };
}

const facetsInOrder = (facets: Awaited<ReturnType<typeof getFacets>>) =>
  Object.entries(facets).map(([name, values]) => [name, inAnyOrder(values)]);

async function expectSameWindow(filter: IncidentFilter, asked: Asked): Promise<void> {
  const expected = await bySql((transaction) => getTimelineWindow(filter, asked, transaction));
  expect(comparable(await getTimelineWindow(filter, asked))).toEqual(comparable(expected));
}

async function expectSameList(filter: IncidentFilter, limit: number): Promise<void> {
  for (const sort of incidentSorts) {
    let cursor: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const options: Parameters<typeof listIncidents>[1] = { sort, limit, cursor };
      const own: Awaited<ReturnType<typeof listIncidents>> = await listIncidents(filter, options);
      expect(own, sort).toEqual(await bySql((transaction) => listIncidents(filter, options, transaction)));
      cursor = own.nextCursor;
      if (cursor === null) break;
    }
  }
}

async function expectSame(query: string, asked: Asked): Promise<void> {
  const { filter } = decodeFilter(new URLSearchParams(query));
  expect(await fromMemory(filter, undefined, database(), () => true), "answered from memory").toBe(true);
  expect(facetsInOrder(await getFacets(filter)), query).toEqual(
    facetsInOrder(await bySql((transaction) => getFacets(filter, {}, transaction))),
  );
  expect(await countIncidents(filter), query).toBe(
    await bySql((transaction) => countIncidents(filter, {}, transaction)),
  );
  expect(await listMapPoints(filter), query).toEqual(
    await bySql((transaction) => listMapPoints(filter, transaction)),
  );
  await expectSameWindow(filter, asked);
  await expectSameList(filter, 7);
}

const windows: fc.Arbitrary<Asked> = fc.record({
  start: fc.constantFrom(undefined, "2020-01-02T00:00:00Z", "2021-07-05T16:30:00Z", "0001-01-01T00:00:00Z"),
  end: fc.constantFrom(undefined, "2021-07-05T16:30:00.001Z", "2022-06-01T00:00:00Z", "9999-12-31T00:00:00Z"),
  width: fc.constantFrom(300, 1200, 20_000),
  group: fc.constantFrom(...timelineGroups),
});

describe("the copy in memory", () => {
  it("answers every filter as SQL does", async () => {
    await fc.assert(
      fc.asyncProperty(queries(world), windows, (query, asked) => expectSame(query, asked)),
      { numRuns: 40 },
    );
  }, 300_000);

  it.each([
    ["a millisecond", { start: "2021-07-05T16:30:00.000Z", end: "2021-07-05T16:30:00.001Z" }],
    ["ten thousand years", { start: "0001-01-01T00:00:00Z", end: "9999-12-31T23:59:59Z" }],
    ["long ago", { end: "0004-01-01T00:00:00Z" }],
    ["the far future", { start: "2140-01-01T00:00:00Z" }],
  ])("answers a window of %s", async (_what, window) => {
    for (const width of [0, 1, 100_000]) {
      await expectSameWindow(emptyFilter, { ...window, width, group: "actor" });
    }
  });

  it("answers two hundred values of a filter, and refuses a window that ends before it begins", async () => {
    const slugs = Array.from(
      { length: 200 },
      (_, number) => world.actors[number]?.slug ?? `nobody-${number}`,
    );
    const query = new URLSearchParams(slugs.map((slug) => ["actor", slug])).toString();
    await expectSame(query, { width: 1200, group: "none" });
    const backwards = { start: "2021-01-02T00:00:00Z", end: "2021-01-01T00:00:00Z" };
    await expect(getTimelineWindow(emptyFilter, backwards)).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("answers as SQL does after every edit", async () => {
    const edits = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(edits, queries(world), windows, async (seeds, query, asked) => {
        for (const seed of seeds) await edit(world, seed);
        await expectSame(query, asked);
      }),
      { numRuns: 40 },
    );
  }, 300_000);
});
