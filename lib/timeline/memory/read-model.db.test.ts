import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { emptyFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { listMapPoints } from "@/lib/incidents/map-points";
import { countIncidents, listIncidents } from "@/lib/incidents/queries";
import {
  changeIncident,
  type Made,
  makeActor,
  makeCampaign,
  makeIncident,
  makeLink,
  makePlace,
} from "@/scripts/test/factories";
import { makeManyIncidents } from "@/scripts/test/many-incidents";
import { getFacets } from "../facets";
import { type TimelineGroup, timelineGroups } from "../groups";
import { getTimelineWindow } from "../window";
import { ReadModel } from "./read-model";
import { fromMemory, readModel } from "./reading";

const inMemory = () => fromMemory(emptyFilter, undefined, database(), ({ store }) => store);
const types = ["grenade", "air-drone-strike", "armed-clash", "arrests", "other"];

function occurred(n: number): string {
  const day = `${2015 + (n % 6)}-${String(1 + (n % 12)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`;
  return [day, `${day}T0${n % 9}:30`, day.slice(0, 7), day, day.slice(0, 4), `${day}/..`][n % 6] ?? day;
}

let places: Made[] = [];
let actors: Made[] = [];
const many = (count: number, from = 0) =>
  makeManyIncidents(
    Array.from({ length: count }, (_, index) => {
      const n = index + from;
      return {
        occurred: occurred(n * 7),
        eventType: types[n % 5] ?? "other",
        place: n % 11 === 0 ? null : (places[n % places.length]?.id ?? null),
        actors: actors.slice(n % 3, (n % 3) + (n % 4)).map(({ id }) => id),
        killedMin: n % 13 === 0 ? n % 50 : null,
        pinned: n % 300 === 0,
      };
    }),
  );

beforeAll(async () => {
  places = await Promise.all(
    Array.from({ length: 50 }, (_, n) => makePlace({ country: n % 2 ? "IQ" : "SY" })),
  );
  actors = await Promise.all(Array.from({ length: 5 }, () => makeActor()));
  for (let part = 0; part < 5; part += 1) await many(500, part * 500);
  await readModel().ready();
});

const filters: IncidentFilter[] = [
  emptyFilter,
  { ...emptyFilter, type: ["battles"] },
  { ...emptyFilter, from: "2016-05", to: "2018" },
  { ...emptyFilter, from: "2016", to: "2018", time: "definite" },
  { ...emptyFilter, killedMin: 7 },
  { ...emptyFilter, country: ["IQ"], role: ["other"] },
  // What every incident has, what an area holds, and what lies together from a day on.
  { ...emptyFilter, outcome: ["unknown"] },
  { ...emptyFilter, bbox: [{ west: 43.5, south: 32.5, east: 180, north: 90 }] },
  { ...emptyFilter, from: "2017-06" },
  { ...emptyFilter, updatedSince: "2001-01-01T00:00:00Z", precision: ["day"] },
];

/** More than can be drawn: buckets, groups and both ways to the most significant. */
async function expectSameWindows(groups: readonly TimelineGroup[] = []): Promise<void> {
  const store = await inMemory();
  expect(store).not.toBeNull();
  for (const [index, filter] of filters.entries()) {
    const group = timelineGroups[index % timelineGroups.length] ?? "none";
    for (const asked of [
      ...[...groups, group].map((by) => ({ group: by, width: 700 })),
      { group, start: "2017-01-15T00:00:00Z", end: "2017-09-01T00:00:00Z", width: 1200 },
      { group, start: "2019-11-15T00:00:00Z", end: "2019-11-16T00:00:00Z", width: 1200 },
    ]) {
      const expected = await database().$transaction((tx) => getTimelineWindow(filter, asked, tx));
      expect(await getTimelineWindow(filter, asked), JSON.stringify([filter, asked])).toEqual(expected);
    }
    expect(await listMapPoints(filter)).toEqual(
      await database().$transaction((tx) => listMapPoints(filter, tx)),
    );
    expect(await getFacets(filter)).toEqual(await database().$transaction((tx) => getFacets(filter, {}, tx)));
    for (const sort of ["occurred", "-killed", "-updated"] as const) {
      const { nextCursor: cursor } = await listIncidents(filter, { sort, limit: 60 });
      const own = await listIncidents(filter, { sort, limit: 60, cursor });
      expect(own).toEqual(
        await database().$transaction((tx) => listIncidents(filter, { sort, limit: 60, cursor }, tx)),
      );
    }
  }
}

describe("the copy in memory", () => {
  it("draws, counts and lists many as SQL does", () => expectSameWindows(timelineGroups), 180_000);

  it("works what came later into a new base, with what changes meanwhile", async () => {
    const generation = (await inMemory())?.generation ?? 0;
    const added = [...(await many(500, 10_000)), ...(await many(500, 20_000)), ...(await many(500, 30_000))];
    await inMemory();
    // The new base is being made now, or has just been made.
    await changeIncident(added[0] ?? "", { status: "retracted", retractReason: "Withdrawn" });
    await changeIncident(added[1] ?? "", { killedMin: 49 });
    await inMemory();
    await readModel().ready();
    const compacted = await inMemory();
    expect(compacted?.generation).toBeGreaterThan(generation);
    expect(compacted?.base.count).toBeGreaterThan(3900);
    await expectSameWindows();
  }, 180_000);

  it("is made anew when the log was trimmed beyond what it has seen", async () => {
    await inMemory();
    const lines = (count: number) =>
      database().$executeRaw`INSERT INTO read_change (kind, row_no)
        SELECT 'row', 1000000 + line FROM generate_series(1, ${count}::int) AS line`;
    const newestMark = async () =>
      (await database().readChange.aggregate({ where: { kind: "mark" }, _max: { seq: true } }))._max.seq ??
      0n;
    const other = new ReadModel(database());
    await other.ready();
    for (let round = 0; round < 2; round += 1) {
      const before = await newestMark();
      await lines(10_001);
      await inMemory();
      await expect.poll(newestMark, { timeout: 30_000 }).toBeGreaterThan(before);
    }
    expect(await database().readChange.count()).toBeLessThan(10_100);
    await makeIncident({ title: "After trimming" });
    expect(await other.current()).toBeNull();
    await other.ready();
    const anew = await other.current();
    expect(anew?.base.count).toBe(await countIncidents(emptyFilter));
  });

  it("knows what was committed before it was asked, while others write", async () => {
    const writer = async (number: number) => {
      const campaign = await makeCampaign({ name: `Writer ${number} ${randomUUID()}` });
      const filter = { ...emptyFilter, campaign: [campaign.slug] };
      let previous: { id: string } | null = null;
      for (let count = 1; count <= 12; count += 1) {
        const made = await makeIncident({ campaigns: [campaign], killedMin: count });
        if (previous) await makeLink(made, previous);
        const [found, facets, window] = await Promise.all([
          countIncidents(filter),
          getFacets(filter),
          getTimelineWindow(filter),
        ]);
        expect(found).toBe(count);
        expect(facets.linked[0]?.count).toBe(count === 1 ? 0 : count);
        expect(window.links).toHaveLength(count - 1);
        expect(window.items).toHaveLength(count);
        previous = made;
      }
      if (previous) await changeIncident(previous.id, { status: "retracted", retractReason: "Withdrawn" });
      expect((await getFacets(filter)).linked[0]?.count).toBe(11);
    };
    await Promise.all([1, 2, 3, 4].map(writer));
    expect(await inMemory()).not.toBeNull();
    await expectSameWindows();
  }, 180_000);

  it("sees a transaction that began before others and committed after them", async () => {
    const campaign = await makeCampaign();
    const filter = { ...emptyFilter, campaign: [campaign.slug] };
    const slow = await makeIncident({ killedMin: 1 });
    await database().$transaction(async (transaction) => {
      await transaction.incidentCampaign.create({ data: { incidentId: slow.id, campaignId: campaign.id } });
      await makeIncident({ campaigns: [campaign] });
      expect(await countIncidents(filter)).toBe(1);
      await makeIncident({ campaigns: [campaign] });
      expect(await countIncidents(filter)).toBe(2);
    });
    expect(await countIncidents(filter)).toBe(3);
  });
});
