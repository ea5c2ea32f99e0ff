import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { decodeFilter, emptyFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { countIncidents } from "@/lib/incidents/queries";
import { eventGroups, eventTypes } from "@/lib/taxonomy/event-types";
import { outcomes, participationRoles } from "@/lib/taxonomy/terms";
import {
  type Made,
  makeActor,
  makeArticle,
  makeCampaign,
  makeIncident,
  makeLink,
  makePlace,
  makePublisher,
} from "@/scripts/test/factories";
import { type FacetName, facetNames } from "./facet-names";
import { getFacets } from "./facets";

const types = ["grenade", "air-drone-strike", "armed-clash", "arrests"] as const;
const universe: Record<FacetName, string[]> = {
  type: [...eventGroups, ...eventTypes],
  country: ["VA", "SM", "IQ"],
  place: [],
  actor: [],
  role: [...participationRoles],
  outcome: [...outcomes],
  campaign: [],
  publisher: [],
  precision: ["day", "week", "month", "year"],
  linked: ["true"],
};
let actors: Made[] = [];

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) {
    throw new Error("nothing to pick from");
  }
  return value;
}

beforeAll(async () => {
  const umbrella = await makeActor();
  const group = await makeActor({ parentId: umbrella.id });
  actors = [umbrella, group, await makeActor({ parentId: group.id }), await makeActor()];
  const country = await makePlace({ kind: "country", country: "VA", name: "Facetland" });
  const province = await makePlace({
    kind: "province",
    country: "VA",
    admin1: "Facet",
    name: "Facet Province",
  });
  const town = await makePlace({ country: "VA", admin1: "Facet" });
  const base = await makePlace({ country: "VA", admin1: "Facet", parentId: town.id });
  const places = [country, province, town, base, await makePlace({ country: "SM" }), null];
  const campaigns = [await makeCampaign(), await makeCampaign()];
  const publishers = [await makePublisher(), await makePublisher()];
  const articles = [
    await makeArticle({ publisherId: publishers[0]?.id ?? null }),
    await makeArticle({ publisherId: publishers[1]?.id ?? null }),
    await makeArticle(),
  ];
  universe.place = places.flatMap((place) => place?.slug ?? []);
  universe.actor = actors.map(({ slug }) => slug);
  universe.campaign = campaigns.map(({ slug }) => slug);
  universe.publisher = publishers.map(({ slug }) => slug);
  const made = [];
  for (let n = 0; n < 60; n += 1) {
    made.push(
      await makeIncident({
        eventType: pick(types, n),
        outcome: pick(outcomes, n * 5 + (n >> 2)),
        occurred: pick(["2021-07-05", "2021-07", "2021", "2020-01-01/2020-01-06", "2020-02-03"], n * 3),
        place: pick(places, n + (n >> 3)),
        participations: [
          { actor: pick(actors, n), role: pick(participationRoles, n) },
          { actor: pick(actors, n + 1 + (n >> 4)), role: pick(participationRoles, n + 1) },
        ].slice(0, n % 3),
        campaigns: campaigns.slice(0, n % 4),
        claims: articles.slice(0, n % 5).map((article) => ({ article })),
        killedMin: n % 7 === 0 ? null : n % 7,
      }),
    );
  }
  for (let n = 0; n + 9 < made.length; n += 9) {
    await makeLink(pick(made, n), pick(made, n + 5));
  }
});

const withOnly = (filter: IncidentFilter, name: FacetName, value: string): IncidentFilter => ({
  ...filter,
  [name]: name === "linked" ? true : [value],
});

/** What the facet must say: for each value the number of incidents under the filter with that value instead of its own. */
async function expected(filter: IncidentFilter, name: FacetName) {
  const counts = await Promise.all(
    universe[name].map(async (value) => ({
      value,
      count: await countIncidents(withOnly(filter, name, value)),
    })),
  );
  return counts.filter(({ count }) => count > 0).sort((a, b) => a.value.localeCompare(b.value));
}

const some = (name: FacetName) =>
  fc
    .constantFrom(name)
    .chain((facet) =>
      fc
        .array(fc.nat({ max: 30 }), { maxLength: 2 })
        .map((picks) => picks.map((n): [string, string] => [facet, pick(universe[facet], n)])),
    );

describe("getFacets", () => {
  it("counts each value as if it alone were chosen, for any filter", async () => {
    const query = fc
      .tuple(
        fc
          .uniqueArray(fc.constantFrom(...facetNames), { maxLength: 3 })
          .chain((names) => fc.tuple(...names.map(some))),
        fc.constantFrom("", "from=2021", "to=2020-12&time=definite", "killedMin=3", "q=incident"),
      )
      .map(([pairs, rest]) => `${new URLSearchParams(pairs.flat())}&${rest}`);
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const { filter, problems } = decodeFilter(new URLSearchParams(text));
        expect(problems).toEqual([]);
        const facets = await getFacets(filter);
        for (const name of facetNames) {
          const counted = facets[name]
            .filter(({ count, value }) => count > 0 && universe[name].includes(value))
            .map(({ value, count }) => ({ value, count }))
            .sort((a, b) => a.value.localeCompare(b.value));
          expect(counted, `${name} under ${text}`).toEqual(await expected(filter, name));
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it("keeps wanted values with their names when nothing has them", async () => {
    const lonely = await makeActor({ name: "Nobody At All" });
    const facets = await getFacets({
      ...emptyFilter,
      actor: [lonely.slug],
      country: ["AQ"],
      type: ["mob-violence"],
    });
    expect(facets.actor).toContainEqual({ value: lonely.slug, label: "Nobody At All", count: 0 });
    expect(facets.country.find(({ value }) => value === "AQ")?.count).toBe(0);
    expect(facets.type.find(({ value }) => value === "mob-violence")).toEqual({
      value: "mob-violence",
      label: "Mob violence",
      count: 0,
      group: "riots",
    });
  });

  it("puts each type behind its group", async () => {
    const { type } = await getFacets(emptyFilter);
    const order = type.map(({ value }) => value);
    expect(order.indexOf("grenade")).toBeGreaterThan(order.indexOf("explosions-remote-violence"));
    const group = type.find(({ value }) => value === "explosions-remote-violence");
    const members = type.filter((value) => value.group === "explosions-remote-violence");
    expect(group?.count).toBe(members.reduce((sum, { count }) => sum + count, 0));
  });

  it("gives the first hundred actors at most, and wanted ones beside them", async () => {
    const many = await Promise.all(Array.from({ length: 120 }, () => makeActor()));
    for (let n = 0; n < many.length; n += 40) {
      const part = many.slice(n, n + 40);
      await makeIncident({ participations: part.map((actor) => ({ actor })) });
    }
    const last = pick(many, 119);
    const everything = await getFacets(emptyFilter);
    expect(everything.actor).toHaveLength(100);
    const facets = await getFacets({ ...emptyFilter, actor: [last.slug] });
    expect(facets.actor.find(({ value }) => value === last.slug)?.count).toBe(1);
  });
});
