import path from "node:path";
import { describe, expect, it } from "vitest";
import { readGoldReports } from "@/bench/extraction/gold";
import { parseOccurred } from "@/lib/dates/edtf";

const reports = readGoldReports(path.join(process.cwd(), "bench/extraction/reports"));
const collapse = (text: string): string => text.replace(/\s+/g, " ");

describe("the built-in reports", () => {
  it("are many, of every kind and of half a century", () => {
    const incidents = reports.flatMap(({ gold }) => gold.incidents);
    const years = reports.map(({ gold }) => Number(gold.publishedOn.slice(0, 4)));
    expect(reports.length).toBeGreaterThanOrEqual(34);
    expect(new Set(incidents.map(({ place }) => place?.country)).size).toBeGreaterThanOrEqual(30);
    expect(new Set(incidents.flatMap(({ eventTypes }) => eventTypes)).size).toBeGreaterThanOrEqual(20);
    expect(Math.max(...years) - Math.min(...years)).toBeGreaterThanOrEqual(50);
  });

  it("are at least 80 and at most 350 words long", () => {
    const lengths = reports.map(({ text }) => text.split(/\s+/).filter((word) => word !== "").length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(350);
  });
});

describe.each(reports.map((report) => [report.gold.article, report] as const))("%s", (_, report) => {
  const { gold, text } = report;
  const keys = gold.incidents.map(({ key }) => key);

  it("has one label for each key, and links between them", () => {
    expect(new Set(keys).size).toBe(keys.length);
    for (const { from, to } of gold.links) {
      expect(keys).toContain(from);
      expect(keys).toContain(to);
      expect(from).not.toBe(to);
    }
  });

  it("holds the words that every label points at", () => {
    for (const { cue } of gold.incidents) {
      expect(collapse(text)).toContain(collapse(cue));
      expect(cue.split(" ").length).toBeGreaterThanOrEqual(3);
      expect(cue.split(" ").length).toBeLessThanOrEqual(8);
    }
  });

  it("dates no incident later than the report, and every date is EDTF", () => {
    const published = parseOccurred(gold.publishedOn, "UTC");
    for (const { occurred, occurredAlso = [] } of gold.incidents) {
      for (const date of [occurred, ...occurredAlso]) {
        const parsed = parseOccurred(date, "UTC");
        expect(parsed, date).toMatchObject({ ok: true });
        if (parsed.ok && published.ok) expect(parsed.earliest <= published.latest, date).toBe(true);
      }
    }
  });

  it("says where every place is, and how far off is near enough", () => {
    for (const { place } of gold.incidents) {
      expect(place?.names.length).toBeGreaterThan(0);
      expect(place?.latitude).toBeTypeOf("number");
      expect(place?.longitude).toBeTypeOf("number");
      expect(place?.toleranceKm).toBeTypeOf("number");
      expect(place?.country).toMatch(/^[A-Z]{2}$/);
    }
  });
});
