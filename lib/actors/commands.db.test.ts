import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { makeActor } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { createActor } from "./commands";
import { type ActorInput, actorInputSchema } from "./schema";

let contributor: Principal;
beforeAll(async () => {
  contributor = await makePrincipal("contributor");
});

const actor = (input: Partial<ActorInput> & { name: string }) => actorInputSchema.parse(input);
const stored = (slug: string) =>
  database().actor.findUniqueOrThrow({ where: { slug }, include: { aliases: true, parent: true } });

describe("createActor", () => {
  it("stores an actor with its parent and its other names, each once", async () => {
    const parent = await makeActor({ name: "Popular Mobilization Forces", aliases: ["Hashd al-Shaabi"] });
    const made = await createActor(
      contributor,
      actor({
        name: "Kataib Hezbollah",
        kind: "militia",
        country: "IQ",
        wikidata: "Q6363050",
        parent: parent.slug,
        aliases: ["Hezbollah Brigades", "Hezbollah brigades", "Katā’ib Hezbollah", "KATAIB HEZBOLLAH"],
      }),
    );
    expect(made).toEqual({ slug: "kataib-hezbollah", name: "Kataib Hezbollah" });
    const row = await stored(made.slug);
    expect(row).toMatchObject({
      kind: "militia",
      country: "IQ",
      folded: "kataib hezbollah",
      parent: { slug: parent.slug },
    });
    expect(row.aliases.map(({ folded }) => folded)).toEqual(["hezbollah brigades"]);
  });

  it("refuses a name that another actor goes by, in any spelling, and says who", async () => {
    const { slug } = await makeActor({ name: "Asaib Ahl al-Haq", aliases: ["League of the Righteous"] });
    for (const [path, input] of [
      ["name", { name: "ASAIB AHL AL HAQ" }],
      ["name", { name: "League of the righteous" }],
      ["aliases.0", { name: "Somebody new", aliases: ["Asā’ib Ahl al-Haq"] }],
    ] satisfies [string, Partial<ActorInput> & { name: string }][]) {
      await expect(createActor(contributor, actor(input))).rejects.toMatchObject({
        code: "conflict",
        details: { errors: [{ path, message: expect.stringContaining(slug) }] },
      });
    }
  });

  it("gives a slug of its own to a name that folds to a taken one, or to nothing", async () => {
    await makeActor({ name: "Army of Islam" });
    expect(await createActor(contributor, actor({ name: "Army of Islam!" }))).toMatchObject({
      slug: "army-of-islam-2",
    });
    expect((await createActor(contributor, actor({ name: "حشد" }))).slug).toMatch(/^[a-z0-9-]+$/);
  });

  it("names a parent that does not exist, and refuses a Wikidata id that is taken", async () => {
    await expect(createActor(contributor, actor({ name: "Orphan", parent: "nobody" }))).rejects.toMatchObject(
      {
        code: "invalid-input",
        details: { errors: [{ path: "parent" }] },
      },
    );
    await makeActor({ wikidata: "Q42" });
    await expect(createActor(contributor, actor({ name: "Twin", wikidata: "Q42" }))).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await database().actor.count({ where: { name: { in: ["Orphan", "Twin"] } } })).toBe(0);
  });

  it("makes one actor of two requests at once", async () => {
    const both = [1, 2].map(() => createActor(contributor, actor({ name: "Raced", aliases: ["Racer"] })));
    const codes = (await Promise.allSettled(both)).map((one) =>
      one.status === "fulfilled" ? "done" : one.reason.code,
    );
    expect(codes.sort()).toEqual(["conflict", "done"]);
    expect(await database().actor.count({ where: { name: "Raced" } })).toBe(1);
  });

  it("is for contributors and above", async () => {
    const input = actor({ name: "Refused" });
    await expect(createActor(null, input)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(createActor(await makePrincipal("viewer"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
