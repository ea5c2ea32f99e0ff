import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseOccurred } from "@/lib/dates/edtf";
import { type DemoData, loadDemoData } from "@/lib/demo/demo-data";
import actors from "@/prisma/reference/actors.json";
import places from "@/prisma/reference/places.json";

const data = loadDemoData();
type Incident = DemoData["incidents"][number];

const articles = new Map(data.articles.map((article) => [article.key, article]));
const incidents = new Map(data.incidents.map((incident) => [incident.key, incident]));
const actorNames = new Map(actors.map((actor) => [actor.slug, actor.name]));
const placesBySlug = new Map(places.map((place) => [place.slug, place]));
const campaignSlugs = new Set(data.campaigns.map((campaign) => campaign.slug));

function boundsOf(incident: Incident): { earliest: Date; latest: Date } {
  const read = parseOccurred(incident.occurred, incident.timeZone);
  if (!read.ok) throw new Error(`${incident.key}: ${read.message}`);
  return read;
}

function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(instant);
}

/** Says what is wrong with a quote, or null. */
function quoteProblem(article: string, quote: string): string | null {
  const paragraphs = articles.get(article)?.paragraphs;
  if (!paragraphs) return `unknown article ${article}`;
  const count = paragraphs.join("\n").split(quote).length - 1;
  const isInOneParagraph = paragraphs.some((paragraph) => paragraph.includes(quote));
  return count === 1 && isInOneParagraph ? null : `${count} times in ${article}: ${quote}`;
}

function duplicates(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The values of a field that an incident shows: accepted claims must say exactly these. */
function shownValues(incident: Incident, field: Incident["claims"][number]["field"]): unknown[] {
  switch (field) {
    case "place":
      return [
        {
          slug: incident.place,
          name: placesBySlug.get(incident.place)?.name,
          precision: incident.placePrecision,
        },
      ];
    case "participant":
      return incident.participations.map((part) => ({ ...part, name: actorNames.get(part.actor) }));
    default:
      return incident[field] === null ? [] : [incident[field]];
  }
}

describe("demo articles", () => {
  it("are enough, and none stands there twice", () => {
    expect(data.articles.length).toBeGreaterThanOrEqual(14);
    expect(duplicates(data.articles.map((article) => article.key))).toEqual([]);
    expect(duplicates(data.articles.map((article) => article.title))).toEqual([]);
  });

  it("appear after everything that they report", () => {
    const early = data.incidents.flatMap((incident) =>
      incident.claims
        .filter((claim) => {
          const publishedOn = articles.get(claim.article)?.publishedOn ?? "";
          return dayIn(incident.timeZone, boundsOf(incident).earliest) > publishedOn;
        })
        .map((claim) => `${incident.key} in ${claim.article}`),
    );
    expect(early).toEqual([]);
  });
});

describe("the article to try an import with", () => {
  const lines = readFileSync("prisma/demo/import-sample.txt", "utf8").trim().split("\n");

  it("is a report of its own, with a title, a dateline and weekdays", () => {
    expect(lines.length).toBeGreaterThanOrEqual(8);
    expect(lines[1]).toMatch(/^BAGHDAD, March 15, 2020 — /);
    expect(new Set(lines.join(" ").match(/\b(?:Wednesday|Friday|Saturday)\b/g)).size).toBe(3);
    const loaded = new Set(data.articles.flatMap((article) => article.paragraphs));
    expect(lines.filter((line) => loaded.has(line))).toEqual([]);
  });
});

describe("demo incidents", () => {
  it("are at least 84 of the years 2019 to 2021, each with its own key and title", () => {
    expect(data.incidents.length).toBeGreaterThanOrEqual(84);
    expect(duplicates(data.incidents.map((incident) => incident.key))).toEqual([]);
    expect(duplicates(data.incidents.map((incident) => `${incident.title} ${incident.occurred}`))).toEqual(
      [],
    );
    for (const incident of data.incidents) {
      const { earliest, latest } = boundsOf(incident);
      const days = [dayIn(incident.timeZone, earliest), dayIn(incident.timeZone, latest)];
      expect(days.every((day) => day >= "2019-01-01" && day <= "2021-12-31")).toBe(true);
    }
  });

  it("show every kind of uncertainty: parts of a day, minutes, spans, approximations, unknown numbers", () => {
    const dates = data.incidents.map((incident) => incident.occurred);
    expect(dates.filter((date) => /T.*\//.test(date)).length).toBeGreaterThan(5);
    expect(dates.filter((date) => /^[^/]*T[^/]*$/.test(date)).length).toBeGreaterThan(3);
    expect(dates.filter((date) => /^\d{4}-\d\d-\d\d\/\d{4}/.test(date)).length).toBeGreaterThan(5);
    expect(dates.filter((date) => date.includes("~")).length).toBeGreaterThan(0);
    expect(data.incidents.filter((incident) => incident.killed === null).length).toBeGreaterThan(10);
    expect(data.incidents.filter((incident) => incident.killed?.max === 0).length).toBeGreaterThan(10);
    expect(data.incidents.filter((incident) => incident.killed?.max === null).length).toBeGreaterThan(3);
  });

  it("name only known places, actors and campaigns, an actor once in a role", () => {
    for (const incident of data.incidents) {
      expect(placesBySlug.get(incident.place), `${incident.key}: ${incident.place}`).toBeDefined();
      expect((incident.latitude === undefined) === (incident.longitude === undefined)).toBe(true);
      expect(incident.participations.filter((part) => !actorNames.has(part.actor))).toEqual([]);
      expect(duplicates(incident.participations.map((part) => `${part.actor} ${part.role}`))).toEqual([]);
      expect(incident.campaigns.filter((slug) => !campaignSlugs.has(slug))).toEqual([]);
    }
  });

  it("have every campaign in use", () => {
    const used = new Set(data.incidents.flatMap((incident) => incident.campaigns));
    expect([...campaignSlugs].filter((slug) => !used.has(slug))).toEqual([]);
  });
});

describe("demo claims", () => {
  it("quote their article exactly and in one place", () => {
    const problems = data.incidents
      .flatMap((incident) => incident.claims)
      .map((claim) => quoteProblem(claim.article, claim.quote));
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
  });

  it("back every value that is shown, and say the same when they are accepted", () => {
    for (const incident of data.incidents) {
      const accepted = incident.claims.filter((claim) => claim.standing === "accepted");
      for (const claim of accepted) {
        expect(shownValues(incident, claim.field), `${incident.key} ${claim.field}`).toContainEqual(
          claim.value,
        );
      }
      const fields = ["occurred", "place", "eventType", "killed", "injured", "participant"] as const;
      for (const field of fields) {
        const backed = accepted.filter((claim) => claim.field === field).map((claim) => claim.value);
        expect(backed, `${incident.key} ${field}`).toEqual(
          expect.arrayContaining(shownValues(incident, field)),
        );
      }
      if (incident.outcome !== "completed") {
        expect(accepted.some((claim) => claim.field === "outcome")).toBe(true);
      }
    }
  });

  it("give a reason when they are not accepted, and differ from what is shown", () => {
    const others = data.incidents.flatMap((incident) =>
      incident.claims
        .filter((claim) => claim.standing !== "accepted")
        .map((claim) => ({ incident, claim, shown: shownValues(incident, claim.field) })),
    );
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter(({ claim }) => claim.reason === null || claim.assertedBy === null)).toEqual([]);
    for (const { claim, shown } of others) expect(shown).not.toContainEqual(claim.value);
  });
});

describe("demo links", () => {
  it("are at least 56, none to itself, none twice, both ends known", () => {
    expect(data.links.length).toBeGreaterThanOrEqual(56);
    expect(duplicates(data.links.map((link) => `${link.from} ${link.to} ${link.type}`))).toEqual([]);
    expect(data.links.filter((link) => link.from === link.to)).toEqual([]);
    expect(data.links.filter((link) => !incidents.has(link.from) || !incidents.has(link.to))).toEqual([]);
  });

  it("lead from the later incident to the earlier one", () => {
    const backwards = data.links.filter((link) => {
      const from = incidents.get(link.from);
      const to = incidents.get(link.to);
      return !from || !to || boundsOf(from).latest < boundsOf(to).earliest;
    });
    expect(backwards).toEqual([]);
  });

  it("quote their article exactly", () => {
    const quoted = data.links.filter((link) => link.article !== undefined || link.quote !== undefined);
    expect(quoted.length).toBeGreaterThan(30);
    const problems = quoted.map((link) => quoteProblem(link.article ?? "", link.quote ?? ""));
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
  });
});
