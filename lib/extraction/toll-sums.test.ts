import { describe, expect, it } from "vitest";
import { extractIncidents } from "./extract";
import { sampleKnowledge } from "./sample-knowledge";

/** Town and dead of each incident that a text of 12 March 2015 is read to tell. */
const read = (text: string) =>
  extractIncidents(text, { publishedOn: "2015-03-12", today: "2025-01-01" }, sampleKnowledge).incidents.map(
    ({ place, killed }) => `${place?.name} ${killed?.min}`,
  );

const BODY =
  "Four soldiers were killed in a clash with rebels in Maiduguri on Tuesday.\n\nSeparately, five policemen were killed by a roadside bomb in Lagos on Tuesday.";

describe("withoutSums", () => {
  it("gives no incident the dead of two that a headline adds up", () => {
    expect(read(`Attacks leave 9 dead in Nigeria\n\n${BODY}`)).toEqual(["Maiduguri 4", "Lagos 5"]);
  });

  it("keeps a headline's figure that is no sum", () => {
    expect(read(`Clash leaves 6 dead in Nigeria\n\n${BODY}`)[0]).toBe("Maiduguri 6");
  });
});
