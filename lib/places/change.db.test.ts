import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { changeIncident, makeIncident, makePlace } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { deletePlace, updatePlace } from "./commands";
import { getPlace, searchPlaces } from "./queries";
import { type PlacePatch, placePatchSchema } from "./schema";

let editor: Principal;
beforeAll(async () => {
  editor = await makePrincipal("editor");
});

const read = async (slug: string) => {
  const place = await getPlace(slug);
  if (!place) throw new Error(`no place ${slug}`);
  return place;
};
const change = async (slug: string, patch: PlacePatch) =>
  updatePlace(editor, slug, (await read(slug)).updatedAt, placePatchSchema.parse(patch));

describe("updatePlace", () => {
  it("changes what is given and leaves the rest, the slug above all", async () => {
    const { slug } = await makePlace({
      name: "Tarmiya",
      admin1: "Baghdad",
      timeZone: "Asia/Baghdad",
      aliases: ["Tarmiyah"],
    });
    const after = await change(slug, {
      name: "At Tarmiyah",
      aliases: ["Tarmīyah", "Tarmiya"],
      latitude: 33.67,
      longitude: 44.39,
      geonamesId: 99_608,
    });
    expect(after).toMatchObject({
      slug,
      name: "At Tarmiyah",
      admin1: "Baghdad",
      latitude: 33.67,
      longitude: 44.39,
      timeZone: "Asia/Baghdad",
      geonamesId: 99_608,
      aliases: ["Tarmiya", "Tarmīyah"],
    });
    expect((await searchPlaces("at tarm"))[0]?.slug).toBe(slug);
  });

  it("takes the zone of the point when none is given, and else the one that is", async () => {
    const { slug } = await makePlace({ name: "Moving Camp", timeZone: "Asia/Baghdad" });
    const damascus = { latitude: 33.51, longitude: 36.29 };
    expect(await change(slug, damascus)).toMatchObject({ timeZone: "Asia/Baghdad" });
    expect(await change(slug, { timeZone: null })).toMatchObject({ timeZone: "Asia/Damascus" });
    expect(await change(slug, { timeZone: "Asia/Beirut" })).toMatchObject({ timeZone: "Asia/Beirut" });
  });

  it("refuses what no place has, and a GeoNames id that is taken", async () => {
    for (const patch of [
      { latitude: 90.1 },
      { longitude: Number.NaN },
      { timeZone: "Mars/Olympus" },
      { geonamesId: 0 },
      { name: " " },
      { slug: "other" },
    ]) {
      expect(placePatchSchema.safeParse(patch).success, JSON.stringify(patch)).toBe(false);
    }
    const taken = await makePlace({ name: "Has The Id", geonamesId: 4242 });
    const { slug } = await makePlace();
    await expect(change(slug, { geonamesId: 4242 })).rejects.toMatchObject({
      code: "conflict",
      details: { errors: [{ path: "geonamesId", message: expect.stringContaining("Has The Id") }] },
    });
    expect(await change(taken.slug, { geonamesId: 4242, kind: "village" })).toMatchObject({
      kind: "village",
    });
  });

  it("explains a circle of parents", async () => {
    const outer = await makePlace({ name: "Outer Base" });
    const inner = await makePlace({ name: "Inner Gate", parentId: outer.id });
    await expect(change(outer.slug, { parent: inner.slug })).rejects.toMatchObject({
      code: "invalid-input",
      details: {
        errors: [{ path: "parent", message: expect.stringContaining("already a part of Outer Base") }],
      },
    });
  });

  it("stores one of two saves of the same state, and gives the other both states", async () => {
    const { slug } = await makePlace({ name: "Raced Place" });
    const { updatedAt } = await read(slug);
    const done = await Promise.allSettled(
      ["One", "Two"].map((admin1) => updatePlace(editor, slug, updatedAt, { admin1 })),
    );
    const lost = done.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({
      code: "version-conflict",
      details: { extra: { current: await read(slug), submitted: { admin1: expect.any(String) } } },
    });
  });

  it("is for editors, and for places that exist", async () => {
    const { slug } = await makePlace();
    const { updatedAt } = await read(slug);
    const contributor = await makePrincipal("contributor");
    await expect(updatePlace(null, slug, updatedAt, {})).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(updatePlace(contributor, slug, updatedAt, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(deletePlace(contributor, slug)).rejects.toMatchObject({ code: "forbidden" });
    await expect(updatePlace(editor, "no-such", updatedAt, {})).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("deletePlace", () => {
  it("deletes what nothing uses, and refuses the rest with the number of uses", async () => {
    const place = await makePlace({ name: "Busy Town" });
    const inner = await makePlace({ parentId: place.id });
    const incident = await makeIncident({ place });
    await expect(deletePlace(editor, place.slug)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("1 incident and 1 place inside it"),
    });
    await deletePlace(editor, inner.slug);
    await changeIncident(incident.id, { placeId: null });
    await expect(deletePlace(editor, place.slug)).rejects.toMatchObject({
      message: expect.stringContaining("1 earlier version of incidents"),
    });
    expect(await getPlace(inner.slug)).toBeNull();
  });
});
