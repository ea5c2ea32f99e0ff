import { describe, expect, it } from "vitest";
import { getCampaign, listCampaigns } from "@/lib/campaigns/queries";
import { database } from "@/lib/db/client";
import { searchPublishers } from "@/lib/publishers/queries";
import {
  makeArticle,
  makeCampaign,
  makeIncident,
  makeLink,
  makePublisher,
  makeUser,
} from "@/scripts/test/factories";
import {
  getArticle,
  listArticleMarks,
  listArticlesForDesk,
  listSuggestedLinks,
  listSuggestions,
} from "./queries";
import { articleViewSchema } from "./schema";

const unknownId = "00000000-0000-7000-8000-000000000000";

describe("getArticle", () => {
  it("gives the article with its text, days as days and instants as instants", async () => {
    const publisher = await makePublisher({ reliability: "B" });
    const { id, text } = await makeArticle({
      publisherId: publisher.id,
      canonicalUrl: "https://example.org/a",
      publishedOn: new Date("2021-07-06T00:00:00Z"),
      publishedOnFrom: "inferred",
    });
    const article = await getArticle(id);
    expect(articleViewSchema.parse(article)).toEqual(article);
    expect(article).toMatchObject({
      publisher: { slug: publisher.slug, reliability: "B" },
      url: "https://example.org/a",
      publishedOn: "2021-07-06",
      publishedAt: null,
      text,
    });
    expect(await getArticle(unknownId)).toBeNull();
    expect(await getArticle("no-id")).toBeNull();
  });
});

describe("listArticleMarks", () => {
  it("marks the quotes of published incidents and of links between them", async () => {
    const article = await makeArticle();
    const shown = await makeIncident({
      claims: [{ article }, { article, field: "killed", standing: "rejected" }],
    });
    const other = await makeIncident();
    const draft = await makeIncident({ claims: [{ article }] }, { status: "draft" });
    await makeLink(shown, other, { article });
    await makeLink(draft, other, { article });
    const marks = await listArticleMarks(article.id);
    expect(marks.map(({ field, publicId, standing }) => [field, publicId, standing]).sort()).toEqual([
      ["killed", shown.publicId, "rejected"],
      ["link", shown.publicId, "accepted"],
      ["title", shown.publicId, "accepted"],
    ]);
    expect(marks[0]).toMatchObject({ start: 0, end: 12, incidentTitle: shown.record.incident.title });
    expect(await listArticleMarks(article.id, { includeUnpublished: true })).toHaveLength(5);
    expect(await listArticleMarks("no-id")).toEqual([]);
  });
});

describe("suggestions and the desk", () => {
  it("tell what was proposed and what is left to decide", async () => {
    const user = await makeUser();
    const article = await makeArticle({
      createdById: user.id,
      suggestedLinks: [{ from: 1, to: 0, type: "follows", quote: null }],
    });
    const incident = await makeIncident({ claims: [{ article }] }, { status: "draft" });
    await database().suggestion.createMany({
      data: [
        { articleId: article.id, position: 1, proposal: { title: "Second" }, status: "rejected" },
        {
          articleId: article.id,
          position: 0,
          proposal: { title: "First" },
          status: "accepted",
          incidentId: incident.id,
        },
        { articleId: article.id, position: 2, proposal: { title: "Third" } },
      ],
    });
    expect(await listSuggestions(article.id)).toMatchObject([
      { position: 0, status: "accepted", proposal: { title: "First" }, incidentPublicId: incident.publicId },
      { position: 1, status: "rejected", incidentPublicId: null },
      { position: 2, status: "open" },
    ]);
    expect(await listSuggestedLinks(article.id)).toEqual([{ from: 1, to: 0, type: "follows", quote: null }]);
    expect(await listSuggestions("no-id")).toEqual([]);
    const desk = await listArticlesForDesk(5);
    expect(desk.find(({ id }) => id === article.id)).toMatchObject({
      importedBy: user.name,
      suggestions: { open: 1, accepted: 1, rejected: 1 },
      incidents: 1,
      publisher: null,
    });
  });
});

describe("campaigns and publishers", () => {
  it("count published incidents and their time", async () => {
    const campaign = await makeCampaign({ description: "A series" });
    await makeIncident({ campaigns: [campaign], occurred: "2021-07-05" });
    await makeIncident({ campaigns: [campaign], occurred: "2020" });
    await makeIncident({ campaigns: [campaign], occurred: "2010" }, { status: "draft" });
    expect(await getCampaign(campaign.slug)).toEqual({
      slug: campaign.slug,
      name: campaign.name,
      description: "A series",
      incidents: 2,
      start: "2020-01-01T00:00:00.000Z",
      end: "2021-07-05T23:59:59.999Z",
      updatedAt: expect.any(String),
    });
    const empty = await makeCampaign();
    expect((await listCampaigns()).find(({ slug }) => slug === empty.slug)).toMatchObject({
      incidents: 0,
      start: null,
    });
    expect(await getCampaign("no-such-campaign")).toBeNull();
  });

  it("finds publishers as typed, and lists them for no text", async () => {
    await makePublisher({ name: "Zanzibar Gazette" });
    expect((await searchPublishers("gazet")).map(({ name }) => name)).toContain("Zanzibar Gazette");
    expect((await searchPublishers("Zansibar Gazette"))[0]?.name).toBe("Zanzibar Gazette");
    expect((await searchPublishers("", 100)).length).toBeGreaterThan(0);
  });
});
