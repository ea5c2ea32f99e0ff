import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import {
  changeIncident,
  type IncidentFactoryInput,
  type Made,
  makeActor,
  makeArticle,
  makeCampaign,
  makeIncident,
  makeLink,
  makePlace,
  makePublisher,
} from "@/scripts/test/factories";
import { decodeFilter } from "./filters";
import { listIncidents } from "./queries";
import { readCorrections } from "./text-search";

/** Titles of what matches, by alphabet; the statuses are those of a signed-in reader. */
async function titles(query: string, statuses?: Parameters<typeof listIncidents>[1]): Promise<string[]> {
  const { filter, problems } = decodeFilter(new URLSearchParams(query));
  expect(problems).toEqual([]);
  const { data, total } = await listIncidents(filter, { limit: 200, ...statuses });
  expect(total).toBe(data.length);
  return data.map(({ title }) => title).sort();
}

let names = 0;
/** A campaign that keeps the incidents of one test apart from all others, as the beginning of a query. */
async function scope(): Promise<{
  campaign: Made;
  only: string;
  add: (title: string, data?: IncidentFactoryInput) => ReturnType<typeof makeIncident>;
}> {
  const campaign = await makeCampaign({ name: `Scope ${++names}` });
  return {
    campaign,
    only: `campaign=${campaign.slug}&`,
    add: (title, data = {}) => makeIncident({ title, campaigns: [campaign], ...data }),
  };
}

describe("status", () => {
  it("hides everything that is not published, unless a signed-in reader asks for it", async () => {
    const { campaign, only, add } = await scope();
    const target = await add("published");
    const states = ["draft", "in_review", "retracted"] as const;
    for (const status of states) {
      await makeIncident({ title: status, campaigns: [campaign] }, { status });
    }
    const merged = { title: "merged", campaigns: [campaign], mergedIntoId: target.id };
    await makeIncident(merged, { status: "merged" });
    expect(await titles(only)).toEqual(["published"]);
    expect(await titles(`${only}status=draft`)).toEqual(["published"]);
    const statuses = ["draft", "published"] as const;
    expect(await titles(only, { statuses })).toEqual(["published"]);
    expect(await titles(`${only}status=draft&status=published`, { statuses })).toEqual([
      "draft",
      "published",
    ]);
    expect(await titles(`${only}status=retracted`, { statuses })).toEqual([]);
  });
});

describe("from, to and time", () => {
  let only = "";
  beforeAll(async () => {
    const scoped = await scope();
    only = scoped.only;
    await scoped.add("day", { occurred: "2021-07-05" });
    await scoped.add("month", { occurred: "2021-07" });
    await scoped.add("year", { occurred: "2021" });
    await scoped.add("before", { occurred: "2021-06-30" });
    await scoped.add("hour", { occurred: "2021-07-31T23:30" });
  });

  it("keeps what may lie in the period", async () => {
    expect(await titles(`${only}from=2021-07-05&to=2021-07-05`)).toEqual(["day", "month", "year"]);
    expect(await titles(`${only}from=2021-08`)).toEqual(["year"]);
    expect(await titles(`${only}to=2021-06`)).toEqual(["before", "year"]);
  });

  it("keeps only what lies in the period for certain", async () => {
    expect(await titles(`${only}from=2021-07&to=2021-07&time=definite`)).toEqual(["day", "hour", "month"]);
    expect(await titles(`${only}from=2021&time=definite`)).toHaveLength(5);
    expect(await titles(`${only}to=2021-07-31T23:30&time=definite`)).toEqual(["before", "day", "hour"]);
    expect(await titles(`${only}to=2021-07-31T23:29&time=definite`)).toEqual(["before", "day"]);
  });

  it("includes both ends to the millisecond", async () => {
    expect(await titles(`${only}from=2021-07-31T23:30&time=definite`)).toEqual(["hour"]);
    expect(await titles(`${only}from=2021-07-31T23:31&time=definite`)).toEqual([]);
  });
});

describe("q", () => {
  it("finds words of title, summary, actor and place names in any inflection and without accents", async () => {
    const { only, add } = await scope();
    const place = await makePlace({ name: "Qarmat Ẓahir", aliases: ["Karmat Zaher"] });
    const actor = await makeActor({ name: "Zumurrud Brigade", aliases: ["Emerald Brigade"] });
    await add("Quonset huts shelled");
    await add("b", { summary: "Quonset hut damaged" });
    await add("c", { place });
    await add("d", { participations: [{ actor }] });
    expect(await titles(`${only}q=quonset+hut`)).toEqual(["Quonset huts shelled", "b"]);
    expect(await titles(`${only}q=karmat`)).toEqual(["c"]);
    expect(await titles(`${only}q=Qarmat+Zahir`)).toEqual(["c"]);
    expect(await titles(`${only}q=emerald`)).toEqual(["d"]);
    expect(await titles(`${only}q="hut+damaged"`)).toEqual(["b"]);
    expect(await titles(`${only}q=quonset+-damaged`)).toEqual(["Quonset huts shelled"]);
    expect(await titles(`${only}q=karmat&q=emerald`)).toEqual(["c", "d"]);
  });

  it("takes a word that no incident has for the known ones with nearly the same letters", async () => {
    const { only, add } = await scope();
    await add("Bombardment of Xanthippe", { summary: "Near the quarry." });
    await add("Bombardment of Xanthos");
    await add("Shelling of Xanq");
    expect(await titles(`${only}q=Xantippe`)).toEqual(["Bombardment of Xanthippe"]);
    expect(await titles(`${only}q=Xanhtippe+quarry`)).toEqual(["Bombardment of Xanthippe"]);
    expect(await titles(`${only}q=Xänthos`)).toEqual(["Bombardment of Xanthos"]);
    expect(await titles(`${only}q=Xanthas`)).toEqual(["Bombardment of Xanthos"]);
    expect(await titles(`${only}q="Xanthas"`)).toEqual([]);
    expect(await titles(`${only}q=bombardment+-Xanthas`)).toHaveLength(2);
    expect(await titles(`${only}q=Xann`)).toEqual([]);
    expect(await titles(`${only}q=Wolverhampton`)).toEqual([]);
  });

  it("tells what it took a word for, as long as an incident that is public has that word", async () => {
    const { id } = await makeIncident({ title: "Ferrocarril blown up" });
    expect(await readCorrections("ferocarril up", database())).toEqual([
      { typed: "ferocarril", meant: ["ferrocarril"] },
    ]);
    expect(await readCorrections('"ferocarril" ferrocarril -ferrocaril', database())).toEqual([]);
    await changeIncident(id, { status: "retracted", retractReason: "Did not happen" });
    expect(await readCorrections("ferocarril", database())).toEqual([]);
  });

  it("finds hyphenated names however they are written, and names of campaigns and publishers", async () => {
    const { only, add } = await scope();
    const campaign = await makeCampaign({ name: "Thunderhead Season" });
    const publisher = await makePublisher({ name: "Gazette of Zembla" });
    const article = await makeArticle({ publisherId: publisher.id });
    await add("a", { place: await makePlace({ name: "Zaynab al-Qurtubi" }) });
    const b = await add("b", { claims: [{ article }] });
    await database().incidentCampaign.create({ data: { incidentId: b.id, campaignId: campaign.id } });
    expect(await titles(`${only}q=Al+Qurtubi`)).toEqual(["a"]);
    expect(await titles(`${only}q=al-qurtubi`)).toEqual(["a"]);
    expect(await titles(`${only}q=thunderhead+zembla`)).toEqual(["b"]);
    await database().publisher.update({ where: { id: publisher.id }, data: { name: "Kinbote Post" } });
    await database().campaign.update({ where: { id: campaign.id }, data: { name: "Hailstorm" } });
    expect(await titles(`${only}q=kinbote+hailstorm`)).toEqual(["b"]);
    await database().claim.deleteMany({ where: { incidentId: b.id } });
    await database().incidentCampaign.deleteMany({ where: { campaignId: campaign.id } });
    expect(await titles(`${only}q=kinbote`)).toEqual([]);
    expect(await titles(`${only}q=hailstorm`)).toEqual([]);
  });

  it("takes any characters as words", async () => {
    for (const q of ["'", "\\", "%", "&|!():*", '"', "the", "-", "\u0000", "אב", "a<b", "$1"]) {
      await expect(titles(`q=${encodeURIComponent(q)}`)).resolves.toBeInstanceOf(Array);
    }
  });
});

describe("type, outcome, precision and killedMin", () => {
  it("keeps types and whole groups", async () => {
    const { only, add } = await scope();
    for (const eventType of ["armed-clash", "grenade", "air-drone-strike", "other"]) {
      await add(eventType, { eventType });
    }
    expect(await titles(`${only}type=grenade&type=battles`)).toEqual(["armed-clash", "grenade"]);
    expect(await titles(`${only}type=explosions-remote-violence`)).toEqual(["air-drone-strike", "grenade"]);
  });

  it("keeps outcomes", async () => {
    const { only, add } = await scope();
    await add("foiled", { outcome: "foiled" });
    await add("failed", { outcome: "failed" });
    await add("unknown");
    expect(await titles(`${only}outcome=foiled&outcome=failed`)).toEqual(["failed", "foiled"]);
  });

  it("keeps precisions of the date", async () => {
    const { only, add } = await scope();
    await add("day", { occurred: "2021-07-05T16:00" });
    await add("month", { occurred: "2021-07" });
    await add("year", { occurred: "2021" });
    expect(await titles(`${only}precision=month&precision=day`)).toEqual(["day", "month"]);
  });

  it("keeps what killed at least so many; not reported is not 0", async () => {
    const { only, add } = await scope();
    await add("none", { killedMin: 0, killedMax: 0 });
    await add("some", { killedMin: 3, killedMax: null });
    await add("not reported");
    expect(await titles(`${only}killedMin=0`)).toEqual(["none", "some"]);
    expect(await titles(`${only}killedMin=1`)).toEqual(["some"]);
    expect(await titles(`${only}killedMin=4`)).toEqual([]);
  });
});

describe("country, place and bbox", () => {
  it("keeps countries and places with all that lies inside them", async () => {
    const { only, add } = await scope();
    const country = await makePlace({ name: "Testland", kind: "country", country: "VA" });
    const province = await makePlace({
      name: "Westmark Province",
      kind: "province",
      country: "VA",
      admin1: "Westmark",
    });
    const town = await makePlace({ name: "Westmark Town", country: "VA", admin1: "Westmark" });
    const base = await makePlace({ name: "Westmark Base", kind: "base", country: "VA", parentId: town.id });
    const elsewhere = await makePlace({ name: "Eastmark Town", country: "VA", admin1: "Eastmark" });
    const abroad = await makePlace({ name: "Otherland Town", country: "SM", admin1: "Westmark" });
    for (const place of [country, province, town, base, elsewhere, abroad]) {
      await add(place.name, { place });
    }
    await add("nowhere");
    expect(await titles(`${only}place=${base.slug}`)).toEqual(["Westmark Base"]);
    expect(await titles(`${only}place=${town.slug}`)).toEqual(["Westmark Base", "Westmark Town"]);
    expect(await titles(`${only}place=${province.slug}`)).toEqual([
      "Westmark Base",
      "Westmark Province",
      "Westmark Town",
    ]);
    expect(await titles(`${only}place=${country.slug}`)).toHaveLength(5);
    expect(await titles(`${only}country=VA`)).toHaveLength(5);
    expect(await titles(`${only}country=SM&country=VA`)).toHaveLength(6);
    expect(await titles(`${only}place=no-such-place`)).toEqual([]);
  });

  it("keeps what lies in a box, by its own coordinates or those of its place", async () => {
    const { only, add } = await scope();
    const place = await makePlace({ latitude: 10, longitude: 20 });
    await add("at the place", { place });
    await add("beside it", { place, latitude: 12, longitude: 22 });
    await add("date line", { latitude: 0, longitude: 179.5 });
    await add("nowhere");
    expect(await titles(`${only}bbox=19,9,21,11`)).toEqual(["at the place"]);
    expect(await titles(`${only}bbox=20,10,22,12`)).toEqual(["at the place", "beside it"]);
    expect(await titles(`${only}bbox=179,-1,-179,1`)).toEqual(["date line"]);
    expect(await titles(`${only}bbox=21,11,23,13&bbox=179,-1,180,1`)).toEqual(["beside it", "date line"]);
  });
});

describe("actor and role", () => {
  it("keeps actors with all below them, in the same participation as the role", async () => {
    const { only, add } = await scope();
    const umbrella = await makeActor();
    const group = await makeActor({ parentId: umbrella.id });
    const cell = await makeActor({ parentId: group.id });
    const other = await makeActor();
    await add("umbrella", { participations: [{ actor: umbrella, role: "perpetrator" }] });
    await add("cell", {
      participations: [
        { actor: cell, role: "perpetrator" },
        { actor: other, role: "target" },
      ],
    });
    await add("other", { participations: [{ actor: other, role: "perpetrator" }] });
    await add("nobody");
    expect(await titles(`${only}actor=${umbrella.slug}`)).toEqual(["cell", "umbrella"]);
    expect(await titles(`${only}actor=${cell.slug}`)).toEqual(["cell"]);
    expect(await titles(`${only}actor=${cell.slug}&actor=${other.slug}`)).toEqual(["cell", "other"]);
    expect(await titles(`${only}role=target`)).toEqual(["cell"]);
    expect(await titles(`${only}role=target&role=perpetrator`)).toEqual(["cell", "other", "umbrella"]);
    expect(await titles(`${only}actor=${other.slug}&role=target`)).toEqual(["cell"]);
    expect(await titles(`${only}actor=${cell.slug}&role=target`)).toEqual([]);
  });
});

describe("campaign, publisher, linked and updatedSince", () => {
  it("keeps any of several campaigns", async () => {
    const [a, b] = [await scope(), await scope()];
    await a.add("a");
    await b.add("b");
    await makeIncident({ title: "both", campaigns: [a.campaign, b.campaign] });
    expect(await titles(a.only)).toEqual(["a", "both"]);
    expect(await titles(`${a.only}${b.only}`)).toEqual(["a", "b", "both"]);
  });

  it("keeps what a publisher's articles back", async () => {
    const { only, add } = await scope();
    const [a, b] = [await makePublisher(), await makePublisher()];
    const byA = await makeArticle({ publisherId: a.id });
    const byB = await makeArticle({ publisherId: b.id });
    await add("a", { claims: [{ article: byA }, { article: byA, field: "summary" }] });
    await add("both", { claims: [{ article: byA }, { article: byB }] });
    await add("none");
    expect(await titles(`${only}publisher=${a.slug}`)).toEqual(["a", "both"]);
    expect(await titles(`${only}publisher=${b.slug}`)).toEqual(["both"]);
    expect(await titles(`${only}publisher=${a.slug}&publisher=${b.slug}`)).toEqual(["a", "both"]);
  });

  it("keeps what is linked to a published incident, in either direction", async () => {
    const { campaign, only, add } = await scope();
    const [effect, cause, alone] = [await add("effect"), await add("cause"), await add("alone")];
    const draft = await makeIncident({ title: "draft", campaigns: [campaign] }, { status: "draft" });
    await makeLink(effect, cause);
    await makeLink(alone, draft);
    expect(await titles(`${only}linked=true`)).toEqual(["cause", "effect"]);
  });

  it("keeps what changed since an instant", async () => {
    const { only, add } = await scope();
    await add("old", { updatedAt: new Date("2021-01-01T00:00:00.000Z") });
    await add("new", { updatedAt: new Date("2021-01-01T00:00:00.001Z") });
    expect(await titles(`${only}updatedSince=2021-01-01T00:00:00.001Z`)).toEqual(["new"]);
    expect(await titles(`${only}updatedSince=2021-01-01`)).toEqual(["new", "old"]);
  });
});

describe("several parameters", () => {
  it("must all hold", async () => {
    const { only, add } = await scope();
    await add("a", { eventType: "grenade", outcome: "failed" });
    await add("b", { eventType: "grenade", outcome: "foiled" });
    expect(await titles(`${only}type=grenade&outcome=failed`)).toEqual(["a"]);
  });
});
