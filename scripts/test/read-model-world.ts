import fc from "fast-check";
import { database } from "@/lib/db/client";
import { eventGroups } from "@/lib/taxonomy/event-types";
import { confidences, linkTypes, outcomes, participationRoles } from "@/lib/taxonomy/terms";
import {
  changeIncident,
  type Made,
  makeActor,
  makeArticle,
  makeCampaign,
  makeIncident,
  makeLink,
  makePlace,
  makePublisher,
} from "./factories";
import { dateColumns } from "./many-incidents";

const dates = [
  ["2021-07-05", "2021-07-05T16:30", "2021-07", "2021", "2020-01-01/2020-01-06", "1999~", "2020-02-03"],
  ["2021-07-04/..", "../2020-03-01", "0003-02-01", "2150-05", "2021-12-31T23:59", "2020-01-01", "2022-02"],
].flat();
const types = [
  "grenade",
  "air-drone-strike",
  "armed-clash",
  "arrests",
  "other",
  "looting-property-destruction",
];

export type World = {
  places: Made[];
  actors: Made[];
  campaigns: Made[];
  publishers: Made[];
  articles: Awaited<ReturnType<typeof makeArticle>>[];
  incidents: { id: string; publicId: string }[];
};

function pick<T>(values: readonly T[], number: number): T {
  const value = values[number % values.length];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

/** Names with a hierarchy and a few dozen incidents, so that every filter finds some and misses some. */
export async function makeWorld(count: number): Promise<World> {
  const umbrella = await makeActor({ name: "Umbrella" });
  const group = await makeActor({ parentId: umbrella.id });
  const country = await makePlace({ kind: "country", country: "VA", latitude: 10, longitude: 170 });
  const province = await makePlace({
    kind: "province",
    country: "VA",
    admin1: "North",
    name: "North Province",
  });
  const town = await makePlace({ country: "VA", admin1: "North", latitude: 11, longitude: -179 });
  const publishers = [await makePublisher(), await makePublisher()];
  const world: World = {
    places: [
      country,
      province,
      town,
      await makePlace({ country: "VA", admin1: "North Province", parentId: town.id }),
      await makePlace({ country: "SM", latitude: -20, longitude: 5 }),
      await makePlace({ country: null, kind: "sea", latitude: 0, longitude: 0 }),
    ],
    actors: [umbrella, group, await makeActor({ parentId: group.id }), await makeActor(), await makeActor()],
    campaigns: [await makeCampaign(), await makeCampaign()],
    publishers,
    articles: [
      await makeArticle({ publisherId: publishers[0]?.id }),
      await makeArticle({ publisherId: publishers[1]?.id }),
      await makeArticle({ publisherId: publishers[1]?.id }),
      await makeArticle(),
    ],
    incidents: [],
  };
  for (let seed = 0; seed < count; seed += 1) await addIncident(world, seed * 7919);
  for (let seed = 0; seed < count / 3; seed += 1) await addLink(world, seed * 104_729);
  return world;
}

async function addIncident(world: World, seed: number): Promise<void> {
  const hasOwnPoint = seed % 5 === 0;
  const status = seed % 9 === 0 ? "draft" : "published";
  const { id, publicId } = await makeIncident(
    {
      title: `${pick(["Rocket", "Mortar", "Ambush at Mosul"], seed)} ${seed}`,
      eventType: pick(types, seed >> 1),
      outcome: pick(outcomes, seed >> 2),
      occurred: pick(dates, seed >> 3),
      place: seed % 6 === 0 ? null : pick(world.places, seed >> 1),
      latitude: hasOwnPoint ? (seed % 90) - 45 : null,
      longitude: hasOwnPoint ? (seed % 360) - 180 : null,
      killedMin: seed % 4 === 0 ? null : seed % 11,
      pinned: seed % 17 === 0,
      updatedAt: new Date(Date.UTC(2024, 0, 1 + (seed % 40))),
      participations: participationsOf(world, seed),
      campaigns: world.campaigns.slice(0, seed % 3),
      claims: world.articles.slice(seed % 3, (seed % 3) + (seed % 4)).map((article) => ({ article })),
    },
    { status },
  );
  world.incidents.push({ id, publicId });
}

function participationsOf(world: World, seed: number) {
  const all = [0, 1, 2].map((index) => ({
    actor: pick(world.actors, seed + index * (1 + (seed % 3))),
    role: pick(participationRoles, (seed >> 1) + index),
  }));
  const isNew = (one: (typeof all)[number], index: number) =>
    all.findIndex((other) => other.actor.id === one.actor.id && other.role === one.role) === index;
  return all.filter(isNew).slice(0, seed % 4);
}

async function addLink(world: World, seed: number): Promise<void> {
  const [from, to, type] = [
    pick(world.incidents, seed),
    pick(world.incidents, seed + 1 + (seed >> 3)),
    pick(linkTypes, seed),
  ];
  const known = await database().incidentLink.count({ where: { fromId: from.id, toId: to.id, type } });
  if (from.id !== to.id && known === 0) await makeLink(from, to, { type });
}

/** One change of anything that answers depend on; the seed says what and where. */
export async function edit(world: World, seed: number): Promise<void> {
  const incident = pick(world.incidents, seed >> 4);
  const place = pick(world.places, seed >> 5);
  const change = pick(
    [
      () => addIncident(world, seed),
      () => addLink(world, seed),
      () => database().incidentLink.deleteMany({ where: { fromId: incident.id } }),
      () =>
        database().incidentLink.updateMany({
          where: { toId: incident.id },
          data: { confidence: pick(confidences, seed >> 5) },
        }),
      () => setStatus(incident.id, seed),
      () => changeIncident(incident.id, dateColumns(pick(dates, seed >> 5), "UTC")),
      () =>
        changeIncident(incident.id, { title: `Convoy ${seed}`, killedMin: seed % 5, pinned: seed % 2 === 0 }),
      () =>
        changeIncident(incident.id, {
          placeId: place.id,
          eventTypeSlug: pick(types, seed),
          latitude: null,
          longitude: null,
        }),
      () => database().participation.deleteMany({ where: { incidentId: incident.id } }),
      () => setParticipations(world, incident.id, seed),
      () => database().claim.deleteMany({ where: { incidentId: incident.id } }),
      () => database().incidentCampaign.deleteMany({ where: { incidentId: incident.id } }),
      () =>
        database().place.update({
          where: { id: place.id },
          data: { name: `Place ${seed}`, latitude: seed % 60 },
        }),
      () =>
        database().place.update({
          where: { id: place.id },
          data: { country: pick(["VA", "SM", null], seed) },
        }),
      () => moveActor(world, seed),
      () =>
        database().actor.update({
          where: { id: pick(world.actors, seed).id },
          data: { name: `Actor ${seed}` },
        }),
      () =>
        database().article.update({
          where: { id: pick(world.articles, seed).id },
          data: { publisherId: pick([...world.publishers.map(({ id }) => id), null], seed >> 3) },
        }),
      () =>
        database().incident.updateMany({ where: { killedMin: seed % 6 }, data: { updatedAt: new Date() } }),
      () =>
        database().campaign.update({
          where: { id: pick(world.campaigns, seed).id },
          data: { name: `Campaign ${seed}` },
        }),
    ],
    seed,
  );
  await change();
}

async function setStatus(id: string, seed: number): Promise<void> {
  const isPublic = seed % 3 !== 0;
  await changeIncident(
    id,
    isPublic
      ? { status: "published", publishedAt: new Date(Date.UTC(2025, 0, seed % 30)), retractReason: null }
      : { status: "retracted", retractReason: "Withdrawn" },
  );
}

async function setParticipations(world: World, incidentId: string, seed: number): Promise<void> {
  await database().$transaction([
    database().participation.deleteMany({ where: { incidentId } }),
    database().participation.createMany({
      data: participationsOf(world, seed).map(({ actor, role }, position) => ({
        incidentId,
        actorId: actor.id,
        role,
        position,
      })),
    }),
  ]);
}

/** Only upwards in the list, so that nobody becomes its own ancestor. */
async function moveActor(world: World, seed: number): Promise<void> {
  const index = 1 + (seed % (world.actors.length - 1));
  const parentId = seed % 2 === 0 ? pick(world.actors, seed % index).id : null;
  await database().actor.update({ where: { id: pick(world.actors, index).id }, data: { parentId } });
}

/** Queries of the filter codec over what a world has. */
export function queries(world: World): fc.Arbitrary<string> {
  const some = (name: string, values: readonly string[]) =>
    fc
      .subarray([...values], { minLength: 1, maxLength: Math.min(2, values.length) })
      .map((chosen) => chosen.map((value): [string, string] => [name, value]));
  const slugs = (made: readonly Made[]) => [...made.map(({ slug }) => slug), "nobody-at-all"];
  const bounds = ["2021-07", "2020", "2020-01-03", "1998", "2021-07-05T16:30"];
  const parts = [
    some("type", [...types, ...eventGroups]),
    some("country", ["VA", "SM", "IQ"]),
    some("place", slugs(world.places)),
    some("actor", slugs(world.actors)),
    some("role", participationRoles),
    some("outcome", outcomes),
    some("campaign", slugs(world.campaigns)),
    some("publisher", slugs(world.publishers)),
    some("precision", ["day", "week", "month", "year"]),
    some("killedMin", ["0", "3", "9"]),
    some("from", bounds),
    some("to", bounds),
    some("linked", ["true"]),
    some("time", ["definite"]),
    some("updatedSince", ["2024-01-10", "2024-02-01"]),
    some("bbox", ["160,-30,-170,30", "-10,-30,60,12", "-180,-90,180,90"]),
    some("q", ["rocket", "convoy", "Ambsh", "rocket -mortar", "umbrela", '"Ambsh"', "nothing at all"]),
  ];
  return fc
    .subarray(parts, { maxLength: 3 })
    .chain((chosen) => fc.tuple(...chosen))
    .map((pairs) => new URLSearchParams(pairs.flat()).toString());
}
