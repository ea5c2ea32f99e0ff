import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { makePrincipal } from "@/scripts/test/principals";
import { createCampaign } from "./commands";
import { campaignInputSchema } from "./schema";

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
