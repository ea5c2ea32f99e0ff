import { beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/db/client";
import { foldName } from "@/lib/geo/fold";
import { searchPlaces } from "@/lib/places/queries";
import { listReferenceActors } from "./actors";
import { loadReferenceData, type ReferenceCounts } from "./load-reference";
import { listCuratedPlaces } from "./places";
import { listReferencePublishers } from "./publishers";

// Of the names of GeoNames, of which there are 171,000.
vi.mock("./geonames", async (original) => {
  const { fewOf } = await import("@/scripts/test/few-of");
  const { geoNamesCities, ...rest } = await original<typeof import("@/lib/reference/geonames")>();
  return { ...rest, geoNamesCities: () => fewOf(geoNamesCities(), 2_000) };
});

let first: ReferenceCounts | null;
beforeAll(async () => {
  first = await loadReferenceData();
});

const counts = async () => ({
  places: await database().place.count(),
  placeNames: await database().placeAlias.count(),
  actors: await database().actor.count(),
  actorNames: await database().actorAlias.count(),
  publishers: await database().publisher.count(),
});

/** Makes the next load run although nothing changed. */
const forget = () => database().setting.deleteMany({ where: { key: "reference" } });

describe("loadReferenceData", () => {
  it("loads every place, actor and publisher, with parents and other names", async () => {
    expect(first).toEqual({
      places: await database().place.count(),
      actors: await database().actor.count(),
      publishers: await database().publisher.count(),
    });
    expect(await database().place.count({ where: { source: "sightline" } })).toBe(listCuratedPlaces().length);
    const actors = await database().actor.findMany({ include: { parent: true, aliases: true } });
    const bySlug = new Map(actors.map((actor) => [actor.slug, actor]));
    for (const { slug, parent, aliases, name } of listReferenceActors()) {
      const row = bySlug.get(slug);
      expect(row?.parent?.slug ?? null, slug).toBe(parent ?? null);
      const wanted = new Set(aliases.map(foldName).filter((folded) => folded !== foldName(name)));
      expect(new Set(row?.aliases.map(({ folded }) => folded)), slug).toEqual(wanted);
    }
    expect(await database().publisher.count()).toBe(listReferencePublishers().length);
  });

  it("lets an editor find a base by any of its spellings", async () => {
    for (const spelling of ["Ain al-Asad", "Ayn al Asad", "Al Asad"]) {
      expect(
        (await searchPlaces(spelling, 5)).map(({ slug }) => slug),
        spelling,
      ).toContain("ain-al-asad-airbase");
    }
    for (const spelling of ["Irbil", "Hewler", "Arbil"]) {
      expect(
        (await searchPlaces(spelling, 5)).map(({ slug }) => slug),
        spelling,
      ).toContain("erbil");
    }
  });

  it("does nothing when this version is loaded already", async () => {
    expect(await loadReferenceData()).toBeNull();
  });

  it("adds nothing twice, and what is missing again", async () => {
    const before = await counts();
    const gone = listReferencePublishers()[0]?.slug ?? "";
    await database().publisher.delete({ where: { slug: gone } });
    await forget();
    await loadReferenceData();
    expect(await counts()).toEqual(before);
    expect(await database().publisher.count({ where: { slug: gone } })).toBe(1);
  });

  it("never overwrites what an editor corrected", async () => {
    const corrected = { name: "Corrected name", folded: "corrected name" };
    const [place, actor, publisher] = [
      await database().place.update({
        where: { slug: "ain-al-asad-airbase" },
        data: { ...corrected, latitude: 1, parentId: null },
      }),
      await database().actor.update({
        where: { slug: "kataib-hezbollah" },
        data: { ...corrected, description: "Ours", parentId: null },
      }),
      await database().publisher.findFirstOrThrow(),
    ];
    await database().publisher.update({
      where: { id: publisher.id },
      data: { reliability: "F", domains: [] },
    });
    const added = await database().actorAlias.create({
      data: { actorId: actor.id, name: "Ours", folded: "ours" },
    });
    await forget();
    await loadReferenceData();
    expect(await database().place.findUnique({ where: { id: place.id } })).toEqual(place);
    expect(await database().actor.findUnique({ where: { id: actor.id } })).toMatchObject({
      ...corrected,
      description: "Ours",
      parentId: null,
    });
    expect(await database().publisher.findUnique({ where: { id: publisher.id } })).toMatchObject({
      reliability: "F",
      domains: [],
    });
    expect(await database().actorAlias.count({ where: { id: added.id } })).toBe(1);
  });
});
