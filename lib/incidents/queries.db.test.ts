import { beforeAll, describe, expect, it } from "vitest";
import {
  changeIncident,
  type Made,
  makeActor,
  makeArticle,
  makeCampaign,
  makeIncident,
  makeLink,
  makePlace,
  makeUser,
} from "@/scripts/test/factories";
import { listArticleIncidents } from "./article-incidents";
import { getChain } from "./chain";
import { listDrafts, listRecentChanges, listReviewQueue } from "./desk-queries";
import { decodeFilter, emptyFilter } from "./filters";
import {
  getIncidentForEditor,
  getIncidentVersion,
  getPublicIncident,
  listRevisions,
} from "./permalink-queries";
import { listIncidentSummaries, listIncidents } from "./queries";
import { type IncidentSort, incidentSorts } from "./sorts";

describe("listIncidents", () => {
  let campaign = "";
  beforeAll(async () => {
    const made = await makeCampaign();
    campaign = made.slug;
    const day = (n: number) => `2021-07-0${n}`;
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      await makeIncident({
        title: `Incident ${n}`,
        campaigns: [made],
        // Ties in every order, so that pages must break them by id.
        occurred: day(Math.ceil(n / 3)),
        killedMin: n % 3 === 0 ? null : n % 2,
        publishedAt: new Date(`2022-01-0${1 + (n % 2)}T00:00:00.000Z`),
        updatedAt: new Date(`2022-02-0${1 + (n % 3)}T00:00:00.123Z`),
      });
    }
  });
  const filter = () => ({ ...emptyFilter, campaign: [campaign] });

  it("puts what has the words in its title before what has them in names, and those before summaries", async () => {
    const made = await makeCampaign();
    const marked = (title: string, summary: string, occurred: string, participations?: { actor: Made }[]) =>
      makeIncident({ title, summary, occurred, participations, campaigns: [made] });
    const actor = await makeActor({ name: "Ocelot Column" });
    await marked("In the summary", "An ocelot was seen.", "2021-07-05");
    await marked("By its actor", "", "2021-07-04", [{ actor }]);
    await marked("Ocelot in an older title", "", "2021-07-01");
    await marked("Ocelot in a title", "", "2021-07-02");
    const wanted = { ...emptyFilter, campaign: [made.slug], q: "ocelots" };
    const { data } = await listIncidents(wanted, { sort: "relevance" });
    expect(data.map(({ title }) => title)).toEqual([
      "Ocelot in a title",
      "Ocelot in an older title",
      "By its actor",
      "In the summary",
    ]);
  });

  it.each(incidentSorts)(
    "pages by %s without leaving out or repeating anything",
    async (sort: IncidentSort) => {
      const whole = await listIncidents(filter(), { sort });
      expect(whole).toMatchObject({ total: 7, nextCursor: null });
      const pages: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listIncidents>> = await listIncidents(filter(), {
          sort,
          limit: 2,
          cursor,
        });
        expect(page.total).toBe(7);
        pages.push(...page.data.map(({ publicId }) => publicId));
        cursor = page.nextCursor;
      } while (cursor);
      expect(pages).toEqual(whole.data.map(({ publicId }) => publicId));
      expect(new Set(pages).size).toBe(7);
    },
  );

  it("sorts as it says, what has no value last", async () => {
    const keys = async (sort: IncidentSort, key: "earliest" | "updatedAt" | "publishedAt") =>
      (await listIncidents(filter(), { sort })).data.map((incident) => incident[key] ?? "");
    expect(await keys("occurred", "earliest")).toEqual((await keys("occurred", "earliest")).toSorted());
    expect(await keys("-occurred", "earliest")).toEqual((await keys("occurred", "earliest")).toReversed());
    expect(await keys("-updated", "updatedAt")).toEqual(
      (await keys("-updated", "updatedAt")).toSorted().reverse(),
    );
    const published = await keys("-published", "publishedAt");
    expect(published).toEqual(published.toSorted().reverse());
    const killed = (await listIncidents(filter(), { sort: "-killed" })).data.map(
      (row) => row.killed?.min ?? null,
    );
    expect(killed).toEqual([1, 1, 1, 0, 0, null, null]);
  });

  it("refuses a cursor of another list", async () => {
    const { nextCursor } = await listIncidents(filter(), { limit: 1 });
    for (const cursor of ["x", "", "W10", nextCursor ?? "none"].filter(Boolean)) {
      await expect(listIncidents(filter(), { sort: "-killed", cursor })).rejects.toMatchObject({
        code: "invalid-input",
        details: { errors: [{ path: "cursor" }] },
      });
    }
  });
});

describe("getPublicIncident", () => {
  it("shows a published incident with its public versions and without links to drafts", async () => {
    const [incident, other, draft] = [
      await makeIncident(),
      await makeIncident(),
      await makeIncident({}, { status: "draft" }),
    ];
    await makeLink(incident, other);
    await makeLink(draft, incident);
    await changeIncident(incident.id, { title: "Corrected" });
    const found = await getPublicIncident(incident.publicId);
    expect(found).toMatchObject({
      status: "published",
      record: { incident: { title: "Corrected", version: 2, links: [{ publicId: other.publicId }] } },
      revisions: [{ version: 2, action: "update" }, { version: 1 }],
    });
  });

  it("knows nothing of drafts and of ids never given", async () => {
    const { publicId } = await makeIncident({}, { status: "in_review" });
    expect(await getPublicIncident(publicId)).toBeNull();
    expect(await getPublicIncident("00000000")).toBeNull();
    const neverPublic = await makeIncident({ publishedAt: null }, { status: "retracted" });
    expect(await getPublicIncident(neverPublic.publicId)).toBeNull();
  });

  it("gives the reason of a retraction", async () => {
    const { id, publicId } = await makeIncident({ title: "Wrong" });
    await changeIncident(id, { status: "retracted", retractReason: "It did not happen" }, "retract");
    expect(await getPublicIncident(publicId)).toMatchObject({
      status: "retracted",
      title: "Wrong",
      reason: "It did not happen",
      version: 2,
    });
  });

  it("leads along all merges to the one that is left", async () => {
    const last = await makeIncident();
    const middle = await makeIncident({ mergedIntoId: last.id }, { status: "merged" });
    const first = await makeIncident({ mergedIntoId: middle.id }, { status: "merged" });
    expect(await getPublicIncident(first.publicId)).toEqual({ status: "merged", into: last.publicId });
    const draft = await makeIncident({}, { status: "draft" });
    const intoDraft = await makeIncident({ mergedIntoId: draft.id }, { status: "merged" });
    expect(await getPublicIncident(intoDraft.publicId)).toBeNull();
  });
});

describe("versions", () => {
  it("are public when they were published, with links to what is public now", async () => {
    const [kept, lost] = [await makeIncident(), await makeIncident()];
    const { id, publicId } = await makeIncident({ title: "As drafted" }, { status: "draft" });
    await makeLink({ id }, kept);
    await makeLink({ id }, lost);
    await changeIncident(
      id,
      { status: "published", publishedAt: new Date(), title: "As published" },
      "publish",
    );
    await changeIncident(id, { title: "As corrected" });
    await changeIncident(lost.id, { status: "retracted", retractReason: "Wrong" }, "retract");
    expect(await getIncidentVersion(publicId, 1)).toBeNull();
    expect(await getIncidentVersion(publicId, 9)).toBeNull();
    const second = await getIncidentVersion(publicId, 2);
    expect(second).toMatchObject({
      record: { incident: { title: "As published", links: [{ publicId: kept.publicId }] } },
      revision: { version: 2, action: "publish" },
      current: { version: 3, status: "published" },
    });
    expect(second?.record.incident.links).toHaveLength(1);
    const first = await getIncidentVersion(publicId, 1, { includeUnpublished: true });
    expect(first?.record.incident.title).toBe("As drafted");
    expect((await listRevisions(publicId)).map(({ version }) => version)).toEqual([3, 2]);
    expect(
      (await listRevisions(publicId, { includeUnpublished: true })).map(({ version }) => version),
    ).toEqual([3, 2, 1]);
  });

  it("and drafts are there for editors", async () => {
    const user = await makeUser();
    const { publicId } = await makeIncident({ createdById: user.id }, { status: "draft" });
    expect(await getIncidentForEditor(publicId)).toMatchObject({
      record: { incident: { publicId, status: "draft" } },
      revisions: [{ version: 1 }],
      createdById: user.id,
      mergedInto: null,
    });
    expect(await getIncidentForEditor("00000000")).toBeNull();
  });
});

describe("getChain", () => {
  it("walks links both ways as far as asked, through published incidents only", async () => {
    const [a, b, c, d] = [
      await makeIncident(),
      await makeIncident(),
      await makeIncident(),
      await makeIncident(),
    ];
    const hidden = await makeIncident({}, { status: "draft" });
    const behind = await makeIncident();
    await makeLink(b, a, { type: "retaliation-for", confidence: "high" });
    await makeLink(c, b);
    await makeLink(a, c, { type: "see-also" });
    await makeLink(d, c);
    await makeLink(hidden, a);
    await makeLink(behind, hidden);
    const ids = (chain: Awaited<ReturnType<typeof getChain>>) =>
      chain?.nodes.map(({ publicId }) => publicId).sort();
    expect(ids(await getChain(a.publicId, 1))).toEqual([a.publicId, b.publicId, c.publicId].sort());
    const chain = await getChain(a.publicId, 3);
    expect(ids(chain)).toEqual([a.publicId, b.publicId, c.publicId, d.publicId].sort());
    expect(chain?.nodes[0]).toMatchObject({ publicId: a.publicId, distance: 0 });
    expect(chain?.links).toHaveLength(4);
    expect(chain?.links).toContainEqual({
      from: b.publicId,
      to: a.publicId,
      type: "retaliation-for",
      confidence: "high",
      note: null,
    });
    expect(await getChain(hidden.publicId)).toBeNull();
  });
});

describe("lines for other pages", () => {
  it("come in the order asked for, published ones only", async () => {
    const place = await makePlace();
    const [a, b] = [await makeIncident({ place, killedMin: 2 }), await makeIncident()];
    const draft = await makeIncident({}, { status: "draft" });
    const asked = [b.publicId, draft.publicId, a.publicId, "00000000"];
    const found = await listIncidentSummaries(asked);
    expect(found.map(({ publicId }) => publicId)).toEqual([b.publicId, a.publicId]);
    expect(found[1]).toMatchObject({ place: { slug: place.slug }, killedMin: 2, killedMax: null });
    expect(await listIncidentSummaries(asked, { includeUnpublished: true })).toHaveLength(3);
  });

  it("tell which incidents an article reports", async () => {
    const article = await makeArticle();
    const later = await makeIncident({
      occurred: "2021-07-06",
      claims: [{ article }, { article, field: "summary" }],
    });
    const earlier = await makeIncident({ occurred: "2021-07-05", claims: [{ article }] });
    await makeIncident({ claims: [{ article }] }, { status: "draft" });
    const found = await listArticleIncidents(article.id);
    expect(found.map(({ publicId }) => publicId)).toEqual([earlier.publicId, later.publicId]);
    expect(await listArticleIncidents(article.id, { includeUnpublished: true })).toHaveLength(3);
    expect(await listArticleIncidents("no-id")).toEqual([]);
  });
});

describe("the desk", () => {
  it("lists drafts by person, what waits for review, and what changed last", async () => {
    const [mine, theirs] = [await makeUser(), await makeUser()];
    const article = await makeArticle();
    const draft = await makeIncident(
      { createdById: mine.id, participations: [{ actor: await makeActor() }], claims: [{ article }] },
      { status: "draft" },
    );
    const waiting = await makeIncident({ createdById: theirs.id }, { status: "in_review" });
    await makeIncident({ createdById: theirs.id }, { status: "draft" });
    expect(await listDrafts(mine.id)).toMatchObject([
      { publicId: draft.publicId, createdBy: mine.name, sources: 1, version: 1 },
    ]);
    expect((await listDrafts(null)).map(({ publicId }) => publicId)).toContain(draft.publicId);
    expect((await listReviewQueue()).map(({ publicId }) => publicId)).toContain(waiting.publicId);
    await changeIncident(waiting.id, { title: "Changed last" });
    expect(await listRecentChanges(1)).toMatchObject([
      { publicId: waiting.publicId, version: 2, title: "Changed last", userName: "Test" },
    ]);
  });
});

it("reads a whole view: actors, campaigns, sources, casualties", async () => {
  const [actor, campaign, article] = [await makeActor(), await makeCampaign(), await makeArticle()];
  const { publicId } = await makeIncident({
    title: "Whole",
    killedMin: 0,
    killedMax: 0,
    participations: [{ actor, role: "claimant", attribution: "claimed", attributedBy: "its channel" }],
    campaigns: [campaign],
    claims: [{ article }],
  });
  const { filter } = decodeFilter(new URLSearchParams(`actor=${actor.slug}`));
  const { data } = await listIncidents(filter);
  expect(data).toMatchObject([
    {
      publicId,
      killed: { min: 0, max: 0 },
      injured: null,
      participations: [{ actor: { slug: actor.slug }, role: "claimant", attributedBy: "its channel" }],
      campaigns: [{ slug: campaign.slug }],
      sources: [{ articleId: article.id }],
    },
  ]);
});
