import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { changeIncident, makeActor, makeIncident } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { deleteActor, updateActor } from "./commands";
import { getActor, searchActors } from "./queries";
import { type ActorPatch, actorPatchSchema } from "./schema";

let editor: Principal;
beforeAll(async () => {
  editor = await makePrincipal("editor");
});

const read = async (slug: string) => {
  const actor = await getActor(slug);
  if (!actor) throw new Error(`no actor ${slug}`);
  return actor;
};
const change = async (slug: string, patch: ActorPatch) =>
  updateActor(editor, slug, (await read(slug)).updatedAt, actorPatchSchema.parse(patch));

describe("updateActor", () => {
  it("changes what is given and leaves the rest, the slug above all", async () => {
    const parent = await makeActor({ name: "Umbrella Front" });
    const { slug } = await makeActor({ name: "Old Brigade", country: "SY", aliases: ["Brigade 1"] });
    const before = await read(slug);
    const after = await change(slug, { name: "New Brigade", parent: parent.slug, wikidata: "Q987" });
    expect(after).toMatchObject({
      slug,
      name: "New Brigade",
      country: "SY",
      wikidata: "Q987",
      parent: { slug: parent.slug },
      aliases: ["Brigade 1"],
    });
    expect(after.updatedAt > before.updatedAt).toBe(true);
    expect((await searchActors("new brig"))[0]?.slug).toBe(slug);
    expect(await change(slug, { parent: null, country: null })).toMatchObject({
      parent: null,
      country: null,
    });
  });

  it("adds, removes and rewrites other names", async () => {
    const { slug } = await makeActor({ name: "Alias Owner", aliases: ["First", "Second"] });
    const after = await change(slug, { aliases: ["Sécond", "Third", "THIRD", "alias owner"] });
    expect(after.aliases).toEqual(["Sécond", "THIRD"]);
    expect(await searchActors("first")).not.toContainEqual(expect.objectContaining({ slug }));
  });

  it("asks before it takes a name from another actor, and never takes its own name", async () => {
    const owner = await makeActor({ name: "Name Keeper", aliases: ["Shared Banner", "Kept Banner"] });
    const { slug } = await makeActor({ name: "Name Taker" });
    await expect(change(slug, { aliases: ["Mine", "Shared banner"] })).rejects.toMatchObject({
      code: "conflict",
      details: {
        errors: [{ path: "aliases.1", message: expect.stringContaining("Name Keeper") }],
        extra: { movable: [{ slug: owner.slug, name: "Name Keeper" }] },
      },
    });
    const kept = await read(owner.slug);
    const takeAliasesFrom = [owner.slug];
    expect(await change(slug, { aliases: ["Shared Banner"], takeAliasesFrom })).toMatchObject({
      aliases: ["Shared Banner"],
    });
    const left = await read(owner.slug);
    expect(left.aliases).toEqual(["Kept Banner"]);
    expect(left.updatedAt).not.toBe(kept.updatedAt);
    await expect(change(slug, { aliases: ["name keeper"], takeAliasesFrom })).rejects.toMatchObject({
      code: "conflict",
      details: { errors: [{ path: "aliases.0" }], extra: { movable: [] } },
    });
    await expect(change(slug, { name: "NAME KEEPER" })).rejects.toMatchObject({
      details: { errors: [{ path: "name" }] },
    });
  });

  it("explains a circle of parents, an unknown parent and a Wikidata id that is taken", async () => {
    const top = await makeActor({ name: "Circle Top", wikidata: "Q55501" });
    const middle = await makeActor({ name: "Circle Middle", parentId: top.id });
    const bottom = await makeActor({ name: "Circle Bottom", parentId: middle.id });
    const message = "Circle Bottom is already a part of Circle Top: one of the two has to be the whole.";
    await expect(change(top.slug, { parent: bottom.slug })).rejects.toMatchObject({
      code: "invalid-input",
      details: { errors: [{ path: "parent", message }] },
    });
    for (const parent of [top.slug, "nobody-at-all"]) {
      await expect(change(top.slug, { parent })).rejects.toMatchObject({
        details: { errors: [{ path: "parent" }] },
      });
    }
    await expect(change(middle.slug, { wikidata: "Q55501" })).rejects.toMatchObject({
      code: "conflict",
      details: { errors: [{ path: "wikidata", message: "Circle Top already has this Wikidata id." }] },
    });
    expect((await read(top.slug)).parent).toBeNull();
  });

  it("gives the loser of a race both states and stores nothing of its change", async () => {
    const { slug } = await makeActor({ name: "Raced Actor" });
    const { updatedAt } = await read(slug);
    const saves = ["One", "Two", "Three"].map((description) =>
      updateActor(editor, slug, updatedAt, { description }),
    );
    const done = await Promise.allSettled(saves);
    const won = done.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(won).toHaveLength(1);
    for (const lost of done) {
      if (lost.status === "fulfilled") continue;
      expect(lost.reason).toMatchObject({
        code: "version-conflict",
        details: { extra: { current: won[0], submitted: { description: expect.any(String) } } },
      });
    }
    expect(await read(slug)).toEqual(won[0]);
  });

  it("lets only one of two actors become the whole of the other", async () => {
    const [a, b] = [await makeActor({ name: "Half A" }), await makeActor({ name: "Half B" })];
    const both = await Promise.allSettled([
      change(a.slug, { parent: b.slug }),
      change(b.slug, { parent: a.slug }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is for editors, and for actors that exist", async () => {
    const { slug } = await makeActor();
    const { updatedAt } = await read(slug);
    for (const [principal, code] of [
      [null, "not-signed-in"],
      [await makePrincipal("contributor"), "forbidden"],
    ] as const) {
      await expect(updateActor(principal, slug, updatedAt, { kind: "state" })).rejects.toMatchObject({
        code,
      });
      await expect(deleteActor(principal, slug)).rejects.toMatchObject({ code });
    }
    await expect(updateActor(editor, "no-such", updatedAt, {})).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("deleteActor", () => {
  it("deletes what nothing uses, with its other names", async () => {
    const { id, slug } = await makeActor({ aliases: ["Unused Alias"] });
    await deleteActor(editor, slug);
    expect(await getActor(slug)).toBeNull();
    expect(await database().actorAlias.count({ where: { actorId: id } })).toBe(0);
    await expect(deleteActor(editor, slug)).rejects.toMatchObject({ code: "not-found" });
  });

  it("refuses with the number of uses: incidents, parts, earlier versions", async () => {
    const actor = await makeActor({ name: "Busy Actor" });
    const incident = await makeIncident({ participations: [{ actor, role: "target" }] }, { status: "draft" });
    await makeActor({ parentId: actor.id });
    await expect(deleteActor(editor, actor.slug)).rejects.toMatchObject({
      code: "conflict",
      message:
        "Busy Actor is used by 1 incident and 1 actor below it. Only what nothing uses can be deleted.",
      details: { extra: { uses: { incidents: 1, actors: 1 } } },
    });
    await database().actor.updateMany({ where: { parentId: actor.id }, data: { parentId: null } });
    await database().participation.deleteMany({ where: { actorId: actor.id } });
    await changeIncident(incident.id, { title: "Without it" });
    await expect(deleteActor(editor, actor.slug)).rejects.toMatchObject({
      message: expect.stringContaining("1 earlier version of incidents"),
    });
  });
});
