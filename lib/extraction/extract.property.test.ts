import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseOccurred } from "@/lib/dates/edtf";
import { eventTypes } from "@/lib/taxonomy/event-types";
import { extractIncidents } from "./extract";
import { sampleKnowledge } from "./sample-knowledge";

const WORDS =
  "killed wounded attack bombing on in near by after following before Baghdad Erbil Kabul Iraq Iran US militants soldiers five dozens at least no casualties Monday yesterday July 6 2021 last week said claimed responsibility rockets hit the a . , ; \" ' ( ) - — \n \n\n was were drone shot down will if border".split(
    " ",
  );
const prose = fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map((words) => words.join(" "));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  prose,
);

function check(text: string, publishedOn: string | null): void {
  const { incidents, links, article } = extractIncidents(
    text,
    { publishedOn, today: "2025-01-01" },
    sampleKnowledge,
  );
  expect(article.repeatedParagraphs).toBeGreaterThanOrEqual(0);
  for (const incident of incidents) {
    for (const quote of incident.quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.exact);
    expect(eventTypes).toContain(incident.eventType);
    for (const count of [incident.killed, incident.injured]) {
      if (count) expect(count.min >= 0 && (count.max === null || count.max >= count.min)).toBe(true);
    }
    if (incident.occurred) expect(parseOccurred(incident.occurred, "UTC")).toMatchObject({ ok: true });
    expect(incident.title.length).toBeGreaterThan(0);
    expect(incident.confidence).toBeGreaterThan(0);
  }
  for (const { from, to, quote } of links) {
    expect(from).not.toBe(to);
    expect(incidents[from] && incidents[to]).toBeTruthy();
    if (quote) expect(text.slice(quote.start, quote.end)).toBe(quote.exact);
  }
}

describe("extractIncidents", { timeout: 120_000 }, () => {
  it("answers any text with valid proposals and exact quotes", () => {
    fc.assert(fc.property(anyText, fc.constantFrom(null, "2021-07-06", "1999-12-31"), check), {
      numRuns: 300,
    });
  });

  it.each([
    ["no full stops", "the attack killed five people in Baghdad after the bombing "],
    ["only numbers", "10 20 30 "],
    ["capitals", "POLICE KILLED FIVE IN BAGHDAD ON MONDAY. "],
    ["open tags", "<a "],
    ["punctuation", "\"'(.,;-"],
  ])("takes no more than in proportion for %s", (_, unit) => {
    const cpuMs = (size: number) => {
      const text = unit.repeat(Math.ceil(size / unit.length));
      const before = process.cpuUsage();
      extractIncidents(text, { publishedOn: "2021-07-06", today: "2025-01-01" }, sampleKnowledge);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    cpuMs(10_000);
    const small = Math.max(20, cpuMs(25_000));
    expect(cpuMs(200_000)).toBeLessThan(small * 8 * 5);
  });
});
