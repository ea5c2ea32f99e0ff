import { beforeAll, describe, expect, it } from "vitest";
import { makeActor, makeCampaign, makeIncident, makePlace } from "@/scripts/test/factories";
import { searchSuggestionsSchema } from "./schema";
import { suggest } from "./suggest";

beforeAll(async () => {
  const province = await makePlace({ name: "Zarqan", kind: "province", country: "VA", admin1: "Zarqan" });
  const town = await makePlace({
    name: "Zarqan Mills",
    country: "VA",
    admin1: "Zarqan",
    parentId: province.id,
  });
  await makePlace({ name: "Zarqan Heights" });
  const parent = await makeActor({ name: "Zarquon Front", aliases: ["Hashd of Zarquon"] });
  const child = await makeActor({ name: "Second Column", parentId: parent.id });
  await makeActor({ name: "Zarquon Idle" });
  const campaign = await makeCampaign({ name: "Zarquon winter" });
  await makeIncident({
    title: "Zarquon depot shelled",
    eventType: "grenade",
    place: town,
    participations: [{ actor: child }],
    campaigns: [campaign],
  });
  await makeIncident({ title: "Zarquon secret", place: town }, { status: "draft" });
});

const namesOf = (found: { name: string; count: number }[]) => found.map(({ name, count }) => [name, count]);

describe("suggest", () => {
  it("gives names that published incidents have, with all below them counted", async () => {
    const found = await suggest("zarqu", 5);
    expect(searchSuggestionsSchema.parse(found)).toEqual(found);
    expect(namesOf(found.actors)).toEqual([["Zarquon Front", 1]]);
    expect(namesOf(found.campaigns)).toEqual([["Zarquon winter", 1]]);
    expect(found.incidents.map(({ title }) => title)).toEqual(["Zarquon depot shelled"]);
    expect(namesOf((await suggest("zarqan", 5)).places)).toEqual([
      ["Zarqan", 1],
      ["Zarqan Mills", 1],
    ]);
  });

  it("knows other names, types, and titles that are misspelt", async () => {
    expect((await suggest("hashd of", 5)).actors).toMatchObject([
      { name: "Zarquon Front", matched: "Hashd of Zarquon" },
    ]);
    expect((await suggest("gren", 5)).types).toEqual([{ slug: "grenade", name: "Grenade", count: 1 }]);
    expect((await suggest("zarqoun depot", 5)).incidents).toHaveLength(1);
  });

  it.each(["", "  ", "%", "'", "\u0000", "(", "zz top", "x".repeat(200)])("takes %j", async (text) => {
    expect(await suggest(text, 5)).toMatchObject({ actors: [], incidents: [] });
  });

  it("finds nothing that is not public", async () => {
    expect((await suggest("secret", 5)).incidents).toEqual([]);
    expect((await suggest("Idle", 5)).actors).toEqual([]);
  });
});
