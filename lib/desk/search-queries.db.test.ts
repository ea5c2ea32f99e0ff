import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import {
  makeActor,
  makeArticle,
  makeCampaign,
  makeIncident,
  makePlace,
  makeUser,
} from "@/scripts/test/factories";
import { searchDesk } from "./search-queries";

let userId: string;
beforeAll(async () => {
  userId = (await makeUser()).id;
});

describe("searchDesk", () => {
  it("finds incidents of any status by the beginnings of words, by other spellings and by id", async () => {
    const draft = await makeIncident({ title: "Rockets fall near the Zorvan refinery" }, { status: "draft" });
    const found = async (text: string) =>
      (await searchDesk(userId, text)).incidents.map(({ publicId }) => publicId);
    expect(await found("zorv")).toEqual([draft.publicId]);
    expect(await found("refinery zorvan")).toEqual([draft.publicId]);
    expect(await found("Zorvann refinry")).toEqual([draft.publicId]);
    expect(await found("Zörvan")).toEqual([draft.publicId]);
    expect(await found(draft.publicId.toLowerCase())).toEqual([draft.publicId]);
    expect(await found("nothing of the kind")).toEqual([]);
  });

  it("finds articles, actors, places and campaigns in the same answer", async () => {
    const article = await makeArticle({ title: "Quolbarat is shelled again" });
    const actor = await makeActor({ name: "Quolbarat Brigade" });
    const place = await makePlace({ name: "Quolbarat", aliases: ["Qolbarat"] });
    const campaign = await makeCampaign({ name: "Siege of Quolbarat" });
    const finds = await searchDesk(userId, "quolbarat");
    expect(finds.articles).toMatchObject([{ id: article.id, title: article.title }]);
    expect(finds.actors).toMatchObject([{ slug: actor.slug, matched: null }]);
    expect(finds.places).toMatchObject([{ slug: place.slug, matched: null }]);
    expect(finds.campaigns).toEqual([{ slug: campaign.slug, name: campaign.name }]);
  });

  it("takes signs of its own languages as nothing but text", async () => {
    for (const text of ["%", "_", "a & | !", "'; --", "\\", "&:*", "\u0000", "🚀"]) {
      expect((await searchDesk(userId, text)).campaigns).toEqual([]);
    }
  });

  it("begins with what the person worked on last", async () => {
    const made = [await makeIncident(), await makeIncident(), await makeIncident()];
    for (const { id } of made.slice(0, 2)) {
      await database().$transaction(async (transaction) => {
        const { version } = await transaction.incident.update({
          where: { id },
          data: { version: 2 },
          select: { version: true },
        });
        await transaction.revision.create({
          data: {
            incidentId: id,
            version,
            action: "update",
            status: "published",
            state: {},
            changes: [],
            userId,
            userName: "Somebody",
          },
        });
      });
    }
    const { incidents } = await searchDesk(userId, " ");
    expect(incidents.map(({ publicId }) => publicId)).toEqual([made[1]?.publicId, made[0]?.publicId]);
  });
});
