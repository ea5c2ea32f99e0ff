import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { makeCampaign, makeIncident } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { createCampaign, deleteCampaign, updateCampaign } from "./commands";
import { getCampaign } from "./queries";
import { campaignInputSchema, campaignPatchSchema } from "./schema";

const campaign = (name: string, description = "") => campaignInputSchema.parse({ name, description });

describe("createCampaign", () => {
  it("stores a campaign; a second one of the same name has a slug of its own", async () => {
    const editor = await makePrincipal("editor");
    const made = await createCampaign(editor, campaign(" Drones on Erbil ", "2021"));
    expect(made).toEqual({ slug: "drones-on-erbil", name: "Drones on Erbil" });
    expect(await createCampaign(editor, campaign("Drones on Erbil"))).toMatchObject({
      slug: "drones-on-erbil-2",
    });
    const row = await database().campaign.findUniqueOrThrow({ where: { slug: made.slug } });
    expect(row.description).toBe("2021");
  });

  it("refuses a name of nothing, or of 201 characters", () => {
    expect(() => campaign("  ")).toThrow("Give a name");
    expect(() => campaign("x".repeat(201))).toThrow("At most 200");
  });

  it("never gives one slug to two campaigns made at once", async () => {
    const editor = await makePrincipal("editor");
    const both = await Promise.allSettled([1, 2].map(() => createCampaign(editor, campaign("Raced"))));
    const codes = both.map((one) => (one.status === "fulfilled" ? one.value.slug : one.reason.code));
    expect(["conflict raced", "raced raced-2"]).toContain(codes.sort().join(" "));
  });

  it("is for editors", async () => {
    await expect(createCampaign(null, campaign("A"))).rejects.toMatchObject({ code: "not-signed-in" });
    const contributor = await makePrincipal("contributor");
    await expect(createCampaign(contributor, campaign("A"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

const stampOf = async (slug: string) => (await getCampaign(slug))?.updatedAt ?? "";

describe("updateCampaign", () => {
  it("changes what is given; the slug stays", async () => {
    const editor = await makePrincipal("editor");
    const { slug } = await makeCampaign({ name: "Spring Rockets", description: "As it was" });
    const changed = await updateCampaign(editor, slug, await stampOf(slug), { name: "Summer Rockets" });
    expect(changed).toMatchObject({ slug, name: "Summer Rockets", description: "As it was", incidents: 0 });
    expect(() => campaignPatchSchema.parse({ description: "x".repeat(5001) })).toThrow("At most 5,000");
    expect(() => campaignPatchSchema.parse({ slug: "other" })).toThrow();
  });

  it("stores one of two saves of the same state", async () => {
    const editor = await makePrincipal("editor");
    const { slug } = await makeCampaign();
    const stamp = await stampOf(slug);
    const done = await Promise.allSettled(
      ["One", "Two"].map((description) => updateCampaign(editor, slug, stamp, { description })),
    );
    const codes = done.map((one) => (one.status === "fulfilled" ? "done" : one.reason.code));
    expect(codes.sort()).toEqual(["done", "version-conflict"]);
  });

  it("is for editors, and for campaigns that exist", async () => {
    const { slug } = await makeCampaign();
    const stamp = await stampOf(slug);
    const contributor = await makePrincipal("contributor");
    await expect(updateCampaign(contributor, slug, stamp, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteCampaign(contributor, slug)).rejects.toMatchObject({ code: "forbidden" });
    const editor = await makePrincipal("editor");
    await expect(updateCampaign(editor, "no-such", stamp, {})).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("deleteCampaign", () => {
  it("deletes one without incidents, and refuses one with them", async () => {
    const editor = await makePrincipal("editor");
    const used = await makeCampaign({ name: "Used Campaign" });
    await makeIncident({ campaigns: [used] });
    await expect(deleteCampaign(editor, used.slug)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("1 incident"),
    });
    const unused = await makeCampaign();
    await deleteCampaign(editor, unused.slug);
    expect(await getCampaign(unused.slug)).toBeNull();
  });
});
