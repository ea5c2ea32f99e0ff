import { describe, expect, it } from "vitest";
import { extractIncidents } from "./extract";
import { sampleKnowledge } from "./sample-knowledge";

/** Tolls come from several sentences about one incident, so they are tested through whole texts. */
function toll(...sentences: string[]) {
  const text = `A bomb exploded in Baghdad on Monday. ${sentences.join(" ")}`;
  const [incident] = extractIncidents(
    text,
    { publishedOn: "2021-07-06", today: "2025-01-01" },
    sampleKnowledge,
  ).incidents;
  return incident && { killed: incident.killed, injured: incident.injured };
}

describe("tollOf", () => {
  it("takes the largest stated figure: smaller ones count a part", () => {
    expect(toll("The blast killed 22 people.", "Eight children were killed in the blast.")?.killed).toEqual({
      min: 22,
      max: 22,
    });
  });

  it("takes the last running toll", () => {
    expect(toll("The death toll rose to 10.", "The death toll later rose to 14.")?.killed?.min).toBe(14);
  });

  it("lets a correction lower the toll, and the authorities outweigh an estimate", () => {
    expect(
      toll("The blast killed nine people.", "Officials later lowered the toll of the blast to seven.")
        ?.killed,
    ).toEqual({ min: 7, max: 7 });
    expect(
      toll(
        "The government said that 19 people were killed in the blast.",
        "A rights group has put the death toll of the blast at 37.",
      )?.killed,
    ).toEqual({ min: 19, max: 37 });
  });

  it("takes parts for want of a whole only", () => {
    expect(toll("The bomb killed 20 people.", "Five of the dead were children.")?.killed?.min).toBe(20);
    expect(toll("Three of the dead were children.")?.killed?.min).toBe(3);
  });

  it("lets a vague plural give way, and a claim widen the range", () => {
    expect(toll("Dozens were killed in the blast.", "The blast killed 15 people.")?.killed).toEqual({
      min: 15,
      max: 15,
    });
    expect(
      toll("The blast killed 15 people.", "The group claimed 40 were killed in the attack.")?.killed,
    ).toEqual({ min: 15, max: 40 });
  });

  it("adds others to those named, and counts each name once", () => {
    expect(
      toll("The blast killed Omar Khalid.", "At least five other people also died in the blast.")?.killed,
    ).toEqual({ min: 6, max: null });
    expect(toll("The blast killed Omar Khalid.", "The bomb killed Mr Khalid at once.")?.killed?.min).toBe(1);
  });

  it("keeps none apart from nothing said", () => {
    expect(toll("There were no casualties.")).toEqual({
      killed: { min: 0, max: 0 },
      injured: { min: 0, max: 0 },
    });
    expect(toll("The blast was heard across the city.")).toEqual({ killed: null, injured: null });
  });
});

describe("figures that give way", () => {
  /** The other numbers of killed, with the words that give them. */
  function others(...sentences: string[]) {
    const text = `A bomb exploded in Baghdad on Monday. ${sentences.join(" ")}`;
    const [incident] = extractIncidents(
      text,
      { publishedOn: "2021-07-06", today: "2025-01-01" },
      sampleKnowledge,
    ).incidents;
    return incident?.quotes.flatMap(({ field, value, exact }) =>
      field === "killed" && value ? [[value.min, value.max, exact]] : [],
    );
  }

  it("stay as alternatives: an earlier toll, a corrected one, a claim", () => {
    const first = "The death toll rose to 10.";
    expect(others(first, "The death toll later rose to 14.")).toEqual([[10, 10, first]]);
    const wrong = "The blast killed nine people.";
    expect(others(wrong, "Officials later lowered the toll of the blast to seven.")).toEqual([[9, 9, wrong]]);
    const claim = "The group claimed 40 were killed in the attack.";
    expect(others("The blast killed 15 people.", claim)).toEqual([[40, 40, claim]]);
  });

  it("are none for parts of the whole, vague plurals and the same figure again", () => {
    expect(others("The blast killed 22 people.", "Eight children were killed in the blast.")).toEqual([]);
    expect(others("Dozens were killed in the blast.", "The blast killed 15 people.")).toEqual([]);
    expect(others("The death toll rose to 10.", "The death toll of the blast stood at 10.")).toEqual([]);
  });
});
