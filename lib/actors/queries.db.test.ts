import { describe, expect, it } from "vitest";
import { makeActor, makeIncident } from "@/scripts/test/factories";
import { getActor, searchActors } from "./queries";

describe("getActor", () => {
  it("gives names, place among the others, and incidents with those of everything below it", async () => {
    const parent = await makeActor({
      name: "Zephyr Front",
      aliases: ["Front of the West Wind"],
      country: "IQ",
    });
    const child = await makeActor({ name: "Zephyr Brigade 7", parentId: parent.id });
    await makeIncident({ participations: [{ actor: parent, role: "perpetrator" }] });
    await makeIncident({
      participations: [
        { actor: child, role: "perpetrator" },
        { actor: parent, role: "claimant" },
      ],
    });
    await makeIncident({ participations: [{ actor: child, role: "target" }] }, { status: "draft" });
    expect(await getActor(parent.slug)).toEqual({
      slug: "zephyr-front",
      name: "Zephyr Front",
      kind: "armed-group",
      country: "IQ",
      wikidata: null,
      description: "",
      aliases: ["Front of the West Wind"],
      parent: null,
      children: [{ slug: "zephyr-brigade-7", name: "Zephyr Brigade 7" }],
      incidents: {
        total: 2,
        byRole: [
          { role: "perpetrator", count: 2 },
          { role: "claimant", count: 1 },
        ],
      },
      updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(await getActor(child.slug)).toMatchObject({
      parent: { slug: parent.slug },
      incidents: { total: 1 },
    });
    expect(await getActor("no-such-actor")).toBeNull();
  });
});

describe("searchActors", () => {
  it("finds actors by any name, any accent and misspelt, the best first", async () => {
    await makeActor({ name: "Quzhād Movement", aliases: ["Harakat al-Quzhad"] });
    await makeActor({ name: "Friends of the Quzhad Movement" });
    const names = async (text: string) => (await searchActors(text)).map(({ name }) => name);
    expect((await names("quzhad"))[0]).toBe("Quzhād Movement");
    expect((await names("QUZHĀD mov"))[0]).toBe("Quzhād Movement");
    expect(await names("quzhad")).toContain("Friends of the Quzhad Movement");
    expect(await searchActors("harakat al quzhad", 1)).toMatchObject([
      { name: "Quzhād Movement", matched: "Harakat al-Quzhad" },
    ]);
    expect(await names("Kuzhad Movement")).toContain("Quzhād Movement");
  });

  it("takes any text, and gives nothing for none", async () => {
    expect(await searchActors("  ")).toEqual([]);
    expect(await searchActors("%")).toEqual([]);
    for (const text of ["'", "\\", "_", "\u0000", "x".repeat(5000), "עברית"]) {
      expect(await searchActors(text)).toBeInstanceOf(Array);
    }
    expect((await searchActors("a", 1000)).length).toBeLessThanOrEqual(50);
  });
});
