import { beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/db/client";
import { type IncidentRecord, incidentRecordSchema } from "@/lib/incidents/schema";
import { loadReferenceData } from "@/lib/reference/load-reference";
import { loadDemoData } from "./demo-data";
import { loadDemo } from "./load-demo";

// The demo names places of our own table alone.
vi.mock("@/lib/reference/geonames", async (original) => {
  const { fewOf } = await import("@/scripts/test/few-of");
  const { geoNamesCities, ...rest } = await original<typeof import("@/lib/reference/geonames")>();
  return { ...rest, geoNamesCities: () => fewOf(geoNamesCities(), 10) };
});

let records: IncidentRecord[];
let loaded: Awaited<ReturnType<typeof loadDemo>>;
const warnings: string[] = [];
beforeAll(async () => {
  process.on("warning", ({ message }) => warnings.push(message));
  await loadReferenceData();
  loaded = await loadDemo();
  const revisions = await database().revision.findMany({ select: { state: true } });
  records = revisions.map(({ state }) => incidentRecordSchema.parse(state));
});

/** The value of the field that a claim is about, in the shape of the claim's value. */
function fieldOf({ incident }: IncidentRecord, field: string, value: unknown): unknown {
  if (field === "place") {
    return { slug: incident.place?.slug, precision: incident.place?.precision };
  }
  if (field === "participant") {
    const { actor, role } = value as { actor: string; role: string };
    return incident.participations.find((part) => part.actor.slug === actor && part.role === role);
  }
  return incident[field as "title"];
}

describe("the demo timeline", () => {
  it("is as large as it says: at least 80 published incidents, 50 links and 12 articles", async () => {
    const stored = {
      incidents: await database().incident.count({ where: { status: "published", version: 1 } }),
      links: await database().incidentLink.count(),
      articles: await database().article.count({ where: { demo: true } }),
    };
    expect(loaded).toEqual(stored);
    expect(stored.incidents).toBeGreaterThanOrEqual(80);
    expect(stored.links).toBeGreaterThanOrEqual(50);
    expect(stored.articles).toBeGreaterThanOrEqual(12);
    expect(records).toHaveLength(stored.incidents);
    expect(loadDemoData().incidents).toHaveLength(stored.incidents);
  });

  it("quotes its articles letter for letter, at the position it says", async () => {
    const articles = await database().article.findMany({ select: { id: true, text: true } });
    const texts = new Map(articles.map(({ id, text }) => [id, text]));
    const links = await database().incidentLink.findMany({ where: { exact: { not: null } } });
    const quotes = [
      ...records.flatMap(({ claims }) =>
        claims.map(({ article, quote }) => ({ ...quote, id: article.articleId })),
      ),
      ...links.map(({ articleId, exact, start, end, prefix, suffix }) => ({
        id: articleId ?? "",
        exact: exact ?? "",
        start: start ?? -1,
        end: end ?? -1,
        prefix: prefix ?? "",
        suffix: suffix ?? "",
      })),
    ];
    expect(quotes.length).toBeGreaterThan(300);
    for (const { id, exact, start, end, prefix, suffix } of quotes) {
      const text = texts.get(id) ?? "";
      expect(text.slice(start, end)).toBe(exact);
      expect(text.slice(0, start).endsWith(prefix) && text.slice(end).startsWith(suffix), exact).toBe(true);
    }
  });

  it("shows in each field what its accepted claims say", () => {
    for (const record of records) {
      for (const { field, value } of record.claims.filter(({ standing }) => standing === "accepted")) {
        const shown = fieldOf(record, field, value);
        const said = typeof value === "object" ? expect.objectContaining(value ?? {}) : value;
        const place = value as { slug: string; precision: string };
        const participant = value as { attribution: string; attributedBy: string | null };
        const expected =
          field === "place"
            ? { slug: place.slug, precision: place.precision }
            : field === "participant"
              ? expect.objectContaining({
                  attribution: participant.attribution,
                  attributedBy: participant.attributedBy,
                })
              : said;
        expect(shown, `${record.incident.title}: ${field}`).toEqual(expected);
      }
    }
  });

  it("keeps in each revision the links of its incident, both ways", () => {
    const links = records.flatMap(({ incident }) => incident.links);
    expect(links.filter(({ direction }) => direction === "outgoing")).toHaveLength(loaded.links);
    expect(links.filter(({ direction }) => direction === "incoming")).toHaveLength(loaded.links);
  });

  it("is loaded all or nothing", async () => {
    await expect(loadDemo()).rejects.toThrow();
    expect(await database().incident.count()).toBe(loaded.incidents);
    expect(await database().article.count()).toBe(loaded.articles);
  });

  it("asks the database one thing after the other", () => {
    expect(warnings.filter((message) => message.includes("client.query()"))).toEqual([]);
  });
});
