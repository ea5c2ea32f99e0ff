import { describe, expect, it } from "vitest";
import { extractIncidents } from "./extract";
import { sampleKnowledge } from "./sample-knowledge";

function participants(text: string): string[] {
  const [incident] = extractIncidents(
    text,
    { publishedOn: "2021-07-06", today: "2025-01-01" },
    sampleKnowledge,
  ).incidents;
  return (incident?.participants ?? []).map(({ role, name }) => `${role}: ${name}`);
}

describe("participantsOf", () => {
  it("keeps the fuller of two names for the same side", () => {
    const found = participants(
      "Armed rebels attacked a village near Maiduguri on Monday and killed four road workers. The rebels fled after the attack.",
    );
    expect(found).toEqual(["perpetrator: armed rebels", "target: road workers"]);
  });

  it("lets a group's name stand for its gunmen", () => {
    const found = participants(
      "Gunmen attacked a checkpoint near Maiduguri on Monday. Boko Haram attacked the checkpoint at dawn and killed two policemen.",
    );
    expect(found).toContain("perpetrator: Boko Haram");
    expect(found).not.toContain("perpetrator: gunmen");
  });

  it("knows who 'they' are where the next incident begins", () => {
    const { incidents } = extractIncidents(
      "Boko Haram attacked a village near Maiduguri on Monday. They also bombed a bridge in Lagos.",
      { publishedOn: "2021-07-06", today: "2025-01-01" },
      sampleKnowledge,
    );
    expect(incidents[1]?.participants.map(({ role, name }) => `${role}: ${name}`)).toContain(
      "perpetrator: Boko Haram",
    );
  });

  it("names a man of whom nothing is known for want of another victim only", () => {
    const one = "A man was shot dead in Maiduguri on Monday.";
    expect(participants(one)).toContain("target: man");
    expect(participants(`${one} The shooting also killed a court clerk.`)).not.toContain("target: man");
  });
});
