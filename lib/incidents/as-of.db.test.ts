import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Reader } from "@/lib/db/client";
import { getFacets } from "@/lib/timeline/facets";
import { getTimelineWindow } from "@/lib/timeline/window";
import { makeActor, makeArticle, makeCampaign, makePlace, makePublisher } from "@/scripts/test/factories";
import { claimInput, incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { atTime, getIncidentAsOf, viewsAsOf } from "./as-of";
import type { Copied } from "./as-of-copy";
import { createIncident, publishIncident, retractIncident, updateIncident } from "./commands";
import { decodeFilter } from "./filters";
import { createLink, deleteLink } from "./link-commands";
import { listMapPoints } from "./map-points";
import { listIncidents } from "./queries";

const linkDefaults = {
  type: "follows",
  confidence: "medium",
  articleId: null,
  quote: null,
  note: null,
} as const;

/** Everything that the public can ask, for filters that between them use every table of an incident. */
async function answers(asOf: Date | null, queries: readonly string[], copied: Copied = "words") {
  const read = async (reader: Reader) => {
    const all = [];
    for (const query of queries) {
      const { filter } = decodeFilter(new URLSearchParams(query));
      const views = asOf ? viewsAsOf : undefined;
      all.push({
        query,
        list: await listIncidents(filter, { views, sort: "occurred" }, reader),
        facets: await getFacets(filter, {}, reader),
        window: await getTimelineWindow(
          filter,
          { start: "2021-01-01T00:00:00Z", end: "2022-01-01T00:00:00Z", group: "actor" },
          reader,
        ),
        points: await listMapPoints(filter, reader),
      });
    }
    return all;
  };
  return atTime(asOf, read, copied);
}

async function makeWorld() {
  const editor = await makePrincipal("editor");
  const publisher = await makePublisher({ slug: "agency" });
  const article = await makeArticle({
    publisherId: publisher.id,
    text: "Three rockets hit the base on Monday.",
  });
  const [force, militia] = [await makeActor({ slug: "force" }), await makeActor({ slug: "militia" })];
  const [base, town] = [
    await makePlace({ slug: "base", country: "IQ" }),
    await makePlace({ slug: "town", country: "SY" }),
  ];
  const campaign = await makeCampaign({ slug: "raids" });
  const first = await createIncident(
    editor,
    incidentInput({
      title: "Rockets hit the base",
      place: { slug: base.slug, precision: "exact", latitude: 33.5, longitude: 42.1 },
      killed: { min: 0, max: 0 },
      participations: [{ actor: militia.slug, role: "accused", attribution: "alleged" }],
      claims: [claimInput(article, "Three rockets", { field: "killed", value: { min: 0, max: 0 } })],
    }),
  );
  const second = await createIncident(
    editor,
    incidentInput({
      title: "Strike near the town",
      occurred: "2021-06-26/2021-07-05",
      eventType: "air-drone-strike",
      place: { slug: town.slug, precision: "near" },
      campaigns: [campaign.slug],
    }),
  );
  return { editor, force, base, first: first.incident.publicId, second: second.incident.publicId };
}

const queries = [
  "",
  "q=rockets",
  "q=town",
  "actor=militia&role=accused",
  "actor=force",
  "country=SY",
  "place=base",
  "campaign=raids",
  "publisher=agency",
  "precision=month&type=air-drone-strike",
  "linked=true",
  "killedMin=1",
  "bbox=40,30,45,36",
  "from=2021-07&to=2021-07-31&time=definite",
];

describe("the public record as of an instant", { timeout: 120_000 }, () => {
  it("answers every question as it was answered then", async () => {
    const { editor, force, first, second } = await makeWorld();
    const moments: { at: Date; answered: Awaited<ReturnType<typeof answers>> }[] = [];
    const remember = async () => {
      await pause(5);
      moments.push({ at: new Date(), answered: await answers(null, queries) });
      await pause(5);
    };
    await remember();
    await publishIncident(editor, first);
    await remember();
    const link = await createLink(editor, { ...linkDefaults, from: first, to: second });
    await remember();
    await updateIncident(editor, second, 2, { title: "Strike on the town" });
    await publishIncident(editor, second);
    await remember();
    await updateIncident(editor, first, 3, {
      killed: { min: 2, max: null },
      place: { slug: "town", precision: "near", latitude: null, longitude: null },
      participations: [
        { actor: force.slug, role: "target", attribution: "confirmed", attributedBy: null },
        { actor: "militia", role: "perpetrator", attribution: "claimed", attributedBy: null },
      ],
      claims: [],
      reason: "Told to the desk",
    });
    await remember();
    await deleteLink(editor, link.id);
    await retractIncident(editor, second, { reason: "It did not happen" });
    await remember();
    for (const { at, answered } of moments) {
      expect(await answers(at, queries), at.toISOString()).toEqual(answered);
    }
    // With and without a copy of the record the same is answered.
    const wordless = queries.filter((query) => !query.includes("q="));
    const [{ at } = { at: new Date() }] = moments.slice(-2);
    const copy = await answers(at, wordless, "columns");
    expect(await answers(at, wordless.slice(0, 3), "nothing")).toEqual(copy.slice(0, 3));
    expect(await answers(at, wordless)).toEqual(copy);
    expect(new Set(moments.map(({ answered }) => answered[0]?.list.total))).toEqual(new Set([0, 1, 2]));
  });

  it("shows the version of an incident that was public then, and none before and after", async () => {
    const editor = await makePrincipal("editor");
    const created = await createIncident(editor, incidentInput({ title: "Rockets hit the base" }));
    const first = created.incident.publicId;
    const before = new Date();
    await pause(5);
    await publishIncident(editor, first);
    await pause(5);
    const published = new Date();
    await pause(5);
    await updateIncident(editor, first, 2, { title: "Rockets hit a base" });
    await retractIncident(editor, first, { reason: "It did not happen" });
    await pause(5);
    expect(await getIncidentAsOf(first, before)).toBeNull();
    expect((await getIncidentAsOf(first, published))?.record.incident.title).toBe("Rockets hit the base");
    expect(await getIncidentAsOf(first, new Date())).toBeNull();
  });
});
