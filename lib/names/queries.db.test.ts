import { describe, expect, it } from "vitest";
import {
  makeActor,
  makeArticle,
  makeCampaign,
  makeIncident,
  makePlace,
  makePublisher,
} from "@/scripts/test/factories";
import { countIncidentsOf, listEntries } from "./queries";

describe("listEntries", () => {
  it("lists the most used first, with the incidents of every status", async () => {
    const parent = await makeActor({ name: "Whole Movement" });
    const busy = await makeActor({ name: "Busy Wing", parentId: parent.id, kind: "militia", country: "IQ" });
    await makeIncident({
      participations: [
        { actor: busy, role: "perpetrator" },
        { actor: busy, role: "claimant" },
      ],
    });
    await makeIncident({ participations: [{ actor: busy, role: "target" }] }, { status: "draft" });
    const { lines, total } = await listEntries("actors", "");
    expect(lines[0]).toEqual({
      slug: busy.slug,
      name: "Busy Wing",
      kind: "militia",
      country: "IQ",
      within: "Whole Movement",
      reliability: null,
      matched: null,
      incidents: 2,
    });
    expect(lines.find(({ slug }) => slug === parent.slug)?.incidents).toBe(0);
    expect(total).toBeGreaterThanOrEqual(2);
    expect(await countIncidentsOf("actors", busy.slug)).toBe(2);
  });

  it("finds places, publishers and campaigns, also misspelt and by other names", async () => {
    const place = await makePlace({ name: "Qarabulaq", admin1: "Kirkuk", aliases: ["Black Spring"] });
    await makeIncident({ place });
    expect((await listEntries("places", "karabulaq")).lines[0]).toMatchObject({
      slug: place.slug,
      within: "Kirkuk",
      incidents: 1,
    });
    expect((await listEntries("places", "black spr")).lines[0]).toMatchObject({ matched: "Black Spring" });
    const publisher = await makePublisher({ name: "Qandil Post", reliability: "D" });
    const article = await makeArticle({ publisherId: publisher.id });
    await makeIncident({ claims: [{ article }] });
    expect((await listEntries("publishers", "qandil")).lines[0]).toMatchObject({
      reliability: "D",
      incidents: 1,
    });
    const campaign = await makeCampaign({ name: "Qamar Campaign" });
    expect((await listEntries("campaigns", "qamar")).lines).toMatchObject([
      { slug: campaign.slug, incidents: 0 },
    ]);
    expect((await listEntries("campaigns", "zzzz")).lines).toEqual([]);
  });
});
