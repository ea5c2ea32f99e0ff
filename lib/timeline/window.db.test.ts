import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { emptyFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { countIncidents } from "@/lib/incidents/queries";
import { type Made, makeActor, makeIncident, makeLink, makePlace } from "@/scripts/test/factories";
import { makeManyIncidents } from "@/scripts/test/many-incidents";
import { timelineGroups } from "./groups";
import { readModel } from "./memory/reading";
import { timelineWindowSchema } from "./schema";
import { getTimelineWindow } from "./window";

const types = ["grenade", "air-drone-strike", "armed-clash", "arrests", "other"];
const dates = (n: number) => {
  const day = String(1 + (n % 28)).padStart(2, "0");
  const month = String(1 + (n % 12)).padStart(2, "0");
  const year = 2018 + (n % 4);
  return (
    [`${year}-${month}-${day}`, `${year}-${month}`, `${year}-${month}-${day}T0${n % 9}:30`, `${year}`][
      n % 4
    ] ?? ""
  );
};

let places: Made[] = [];
let actors: Made[] = [];
beforeAll(async () => {
  places = await Promise.all(["IQ", "SY", "IR"].map((country) => makePlace({ country })));
  const everywhere = await Promise.all(Array.from({ length: 45 }, () => makePlace({ country: "VA" })));
  actors = await Promise.all(Array.from({ length: 4 }, () => makeActor()));
  const all = [...places, ...places, ...everywhere];
  await makeManyIncidents(
    Array.from({ length: 900 }, (_, n) => ({
      occurred: dates(n),
      eventType: types[n % 5] ?? "other",
      place: n % 11 === 0 ? null : (all[n % all.length]?.id ?? null),
      actors: actors.slice(n % 3, (n % 3) + (n % 4)).map(({ id }) => id),
      killedMin: n % 13 === 0 ? n : null,
      pinned: n % 300 === 0,
    })),
  );
});

const drawn = (window: Awaited<ReturnType<typeof getTimelineWindow>>) =>
  window.items.length + window.buckets.reduce((sum, bucket) => sum + bucket.count, 0);

describe("getTimelineWindow", () => {
  it.each(timelineGroups)("counts everything once, grouped by %s", async (group) => {
    const window = await getTimelineWindow(emptyFilter, { group });
    expect(timelineWindowSchema.parse(window)).toEqual(window);
    expect(window.items).toHaveLength(400);
    expect(window.total).toBe(await countIncidents(emptyFilter));
    expect(drawn(window)).toBe(window.total);
    const keys = new Set(window.groups.map(({ key }) => key));
    expect(window.buckets.every((bucket) => keys.has(bucket.group))).toBe(true);
    expect(
      window.items.every((item) => item.groups.length > 0 && item.groups.every((key) => keys.has(key))),
    ).toBe(true);
    const members = window.groups.reduce((sum, { count }) => sum + count, 0);
    expect(group === "actor" ? members > window.total : members === window.total).toBe(true);
  });

  it("draws as many one by one as there is room for, the most significant first, and counts the rest", async () => {
    const narrow = await getTimelineWindow(emptyFilter, { width: 800 });
    const wide = await getTimelineWindow(emptyFilter);
    expect(narrow.items.map(({ publicId }) => publicId)).toEqual(
      wide.items.slice(0, 100).map(({ publicId }) => publicId),
    );
    expect(drawn(narrow)).toBe(wide.total);
  });

  it("answers any part of it exactly, an incident being where its bounds reach", async () => {
    for (const [from, to] of [
      ["2019-03", "2019-05"],
      ["2018-07-02", "2018-07-02"],
      ["2020-05-06T05:30", "2020-05-06T05:30"],
      ["2017", "2030"],
    ] as const) {
      const filter: IncidentFilter = { ...emptyFilter, from, to };
      const start = `${from.padEnd(16, "-01-01T00:00".slice(from.length - 16))}:00Z`;
      const inside = await countIncidents(filter);
      const window = await getTimelineWindow(filter, { group: "country" });
      expect(window.total, `${from} ${start}`).toBe(inside);
      expect(drawn(window)).toBe(inside);
    }
    const start = "2019-03-01T00:00:00.000Z";
    const end = "2019-05-31T23:59:59.999Z";
    const window = await getTimelineWindow(emptyFilter, { start, end, width: 300 });
    expect(window).toMatchObject({ start, end });
    expect(window.total).toBe(await countIncidents({ ...emptyFilter, from: "2019-03", to: "2019-05" }));
    expect(drawn(window)).toBe(window.total);
  });

  it("draws the most significant one by one", async () => {
    const window = await getTimelineWindow(emptyFilter);
    const pinned = window.items.slice(0, 3);
    const killed = window.items.slice(3, 40).map((item) => item.killedMin ?? -1);
    expect(pinned).toHaveLength(3);
    expect(killed).toEqual(killed.toSorted((a, b) => b - a));
    expect(killed.every((count) => count > 0)).toBe(true);
  });

  it("puts the others into buckets of the asked width that all meet the window", async () => {
    const window = await getTimelineWindow(emptyFilter, { width: 800, group: "type" });
    const span = Date.parse(window.end) - Date.parse(window.start);
    for (const bucket of window.buckets) {
      const length = Date.parse(bucket.end) - Date.parse(bucket.start);
      expect((length / span) * 800).toBeGreaterThanOrEqual(39.9);
      expect(bucket.count).toBeGreaterThan(0);
      expect(Date.parse(bucket.end)).toBeGreaterThan(Date.parse(window.start));
      expect(Date.parse(bucket.start)).toBeLessThanOrEqual(Date.parse(window.end));
    }
    const places = window.buckets.map((bucket) => `${bucket.start} ${bucket.group}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it("spreads everything that matches over 120 steps, whatever the window", async () => {
    const start = "2019-03-01T00:00:00.000Z";
    const window = await getTimelineWindow(emptyFilter, { start });
    expect(window.density).toHaveLength(120);
    expect(window.density.reduce((sum, count) => sum + count, 0)).toBe(await countIncidents(emptyFilter));
    expect(window.range).toEqual({ start: "2018-01-01T00:00:00.000Z", end: "2021-12-31T23:59:59.999Z" });
  });

  it("names at most forty groups and one for the others", async () => {
    const window = await getTimelineWindow(emptyFilter, { group: "place" });
    expect(window.groups.length).toBeLessThanOrEqual(41);
    expect(window.groups.find(({ key }) => key === "+")?.label).toBe("Others");
    expect(window.groups.find(({ key }) => key === "-")?.label).toBe("No place");
    const counts = window.groups.slice(0, 3).map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it("gives the links between drawn incidents, and an item every group it stands in", async () => {
    const place = await makePlace({ country: "SM" });
    const [first, second] = actors;
    if (!first || !second) {
      throw new Error("no actors");
    }
    const cause = await makeIncident({ place, occurred: "2019-06-01" });
    const effect = await makeIncident({
      place,
      occurred: "2019-06-02",
      participations: [
        { actor: second },
        { actor: first, role: "target" },
        { actor: second, role: "claimant" },
      ],
    });
    const draft = await makeIncident({ place, occurred: "2019-06-03" }, { status: "draft" });
    await makeLink(effect, cause, { type: "retaliation-for", confidence: "low" });
    await makeLink(draft, cause);
    const elsewhere = await makeIncident({ occurred: "2019-07-01T10:00" });
    await makeLink(elsewhere, effect);
    const filter = { ...emptyFilter, place: [place.slug] };
    const window = await getTimelineWindow(filter, { group: "actor" });
    expect(window.links).toEqual([
      { from: effect.publicId, to: cause.publicId, type: "retaliation-for", confidence: "low" },
    ]);
    expect(window.stubs).toEqual([
      {
        publicId: effect.publicId,
        other: elsewhere.publicId,
        direction: "incoming",
        type: "follows",
        at: "2019-07-01T10:00:00.000Z",
        group: null,
      },
    ]);
    expect(window.items.find((item) => item.publicId === effect.publicId)?.groups).toEqual([
      second.slug,
      first.slug,
    ]);
    expect(window.items.find((item) => item.publicId === cause.publicId)?.groups).toEqual(["-"]);
    expect(window.total).toBe(2);
  });

  it("says in which group a linked incident is counted that is not drawn", async () => {
    const place = await makePlace({ country: "MT" });
    const pinned = {
      occurred: "2018-03-01",
      eventType: "grenade",
      place: place.id,
      actors: [],
      pinned: true,
    };
    await makeManyIncidents(Array.from({ length: 400 }, () => ({ ...pinned, killedMin: null })));
    const cause = await makeIncident({ place, occurred: "2018-02-01", eventType: "arrests" });
    const elsewhere = await makeIncident({ occurred: "2018-02-02" });
    const effect = await database().incident.findFirstOrThrow({
      where: { placeId: place.id, pinned: true },
      select: { id: true, publicId: true },
    });
    await makeLink(effect, cause);
    await makeLink(effect, elsewhere);
    const filter = { ...emptyFilter, place: [place.slug] };
    const bySql = await database().$transaction((tx) => getTimelineWindow(filter, { group: "type" }, tx));
    const stub = { publicId: effect.publicId, direction: "outgoing", type: "follows" };
    expect(bySql.stubs).toHaveLength(2);
    expect(bySql.stubs).toEqual(
      expect.arrayContaining([
        { ...stub, other: cause.publicId, at: "2018-02-01T00:00:00.000Z", group: "arrests" },
        expect.objectContaining({ ...stub, other: elsewhere.publicId, group: null }),
      ]),
    );
    await readModel().ready();
    expect(await getTimelineWindow(filter, { group: "type" })).toEqual(bySql);
  });

  it("is empty when nothing matches, and refuses windows that are none", async () => {
    const nothing = await getTimelineWindow({ ...emptyFilter, actor: ["nobody-at-all"] });
    expect(nothing).toMatchObject({ items: [], buckets: [], links: [], groups: [], total: 0, range: null });
    await expect(
      getTimelineWindow(emptyFilter, { start: "2021-01-02T00:00:00Z", end: "2021-01-01T00:00:00Z" }),
    ).rejects.toMatchObject({ code: "invalid-input", details: { errors: [{ path: "end" }] } });
    const narrow = { start: "2019-03-05T00:00:00.000Z", end: "2019-03-05T00:00:00.001Z" };
    const window = await getTimelineWindow(emptyFilter, narrow);
    expect(drawn(window)).toBe(window.total);
  });
});
