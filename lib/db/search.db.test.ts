import { beforeAll, describe, expect, it } from "vitest";
import { foldName } from "@/lib/geo/fold";
import {
  changeIncident,
  type Made,
  type MadeIncident,
  makeActor,
  makeIncident,
  makePlace,
} from "@/scripts/test/factories";
import { database } from "./client";

let actor: Made;
let place: Made;
let incident: MadeIncident;
beforeAll(async () => {
  actor = await makeActor({ name: "Popular Mobilization Forces", aliases: ["Hashd al-Shaabi"] });
  place = await makePlace({ name: "Ayn al-Asad", admin1: "Anbar", aliases: ["Qā'idat ‘Ayn al-Assād"] });
  incident = await makeIncident({
    title: "Rockets hit an airbase",
    summary: "Three projectiles fell near the runway.",
    place,
    participations: [{ actor }],
  });
  await makeIncident({ title: "A market is bombed" });
});

/** True when these words find the incident and no other. */
async function finds(words: string): Promise<boolean> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM incident WHERE search @@ plainto_tsquery('sightline', ${words})`;
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0]?.id === incident.id;
}

describe("the search document of an incident", () => {
  it.each([
    ["a word of its title", "rocket"],
    ["a word of its summary", "projectiles runway"],
    ["its actor", "Popular Mobilization"],
    ["another name of its actor", "Hashd"],
    ["its place", "Asad"],
    ["the province", "anbar"],
    ["another spelling of its place, without its marks", "Assad qa'idat"],
    ["another spelling of its place, with other marks", "Assád"],
    ["words of different parts together", "rockets Hashd Anbar"],
  ])("finds it by %s", async (_what, words) => {
    expect(await finds(words)).toBe(true);
  });

  it("does not find it by other words", async () => {
    expect(await finds("helicopter")).toBe(false);
  });

  it("puts what stands in the title first", async () => {
    const inSummary = await makeIncident({ title: "Something else", summary: "An airbase was named." });
    const rows = await database().$queryRaw<{ id: string }[]>`
      SELECT id FROM incident, plainto_tsquery('sightline', 'airbase') query
      WHERE search @@ query ORDER BY ts_rank(search, query) DESC`;
    expect(rows.map(({ id }) => id)).toEqual([incident.id, inSummary.id]);
    await changeIncident(inSummary.id, { summary: "" });
  });
});

describe("the search document follows", () => {
  it("an alias of its actor that is added, changed or removed", async () => {
    const aliasOf = (name: string) => ({ name, folded: foldName(name) });
    const { id } = await database().actorAlias.create({
      data: { ...aliasOf("Mobilisers"), actorId: actor.id },
    });
    expect(await finds("Mobilisers")).toBe(true);
    await database().actorAlias.update({ where: { id }, data: aliasOf("Brigadiers") });
    expect([await finds("Mobilisers"), await finds("Brigadiers")]).toEqual([false, true]);
    await database().actorAlias.delete({ where: { id } });
    expect(await finds("Brigadiers")).toBe(false);
  });

  it("an alias that moves to another actor", async () => {
    const other = await makeActor({ name: "Somebody different", aliases: ["Wanderers"] });
    await database().actorAlias.updateMany({ where: { actorId: other.id }, data: { actorId: actor.id } });
    expect(await finds("Wanderers")).toBe(true);
    await database().actorAlias.updateMany({ where: { name: "Wanderers" }, data: { actorId: other.id } });
    expect(await finds("Wanderers")).toBe(false);
  });

  it("a new name of its actor or its place", async () => {
    await database().actor.update({ where: { id: actor.id }, data: { name: "Mobilised Units" } });
    expect([await finds("Forces"), await finds("Mobilised")]).toEqual([false, true]);
    await database().place.update({ where: { id: place.id }, data: { name: "Baghdadi base" } });
    expect([await finds("Ayn al-Asad"), await finds("Baghdadi")]).toEqual([false, true]);
  });

  it("an alias of its place", async () => {
    const alias = { placeId: place.id, name: "Camp Ripper", folded: "camp ripper" };
    await database().placeAlias.create({ data: alias });
    expect(await finds("Ripper")).toBe(true);
    await database().placeAlias.deleteMany({ where: { name: alias.name } });
    expect(await finds("Ripper")).toBe(false);
  });

  it("its own title, actors and place", async () => {
    const [newcomer, elsewhere] = [await makeActor({ name: "Newcomers" }), await makePlace({ name: "Taji" })];
    const actors = { create: [{ actorId: newcomer.id, role: "target" }], deleteMany: { actorId: actor.id } };
    await changeIncident(incident.id, {
      title: "Mortars hit a camp",
      placeId: elsewhere.id,
      participations: actors,
    });
    expect([await finds("mortars"), await finds("Newcomers"), await finds("Taji")]).toEqual([
      true,
      true,
      true,
    ]);
    expect([await finds("rockets"), await finds("Hashd"), await finds("Baghdadi")]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
