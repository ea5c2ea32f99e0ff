import { describe, expect, it } from "vitest";
import { withOrdinaryCase } from "./letter-case";
import { sampleKnowledge } from "./sample-knowledge";

const read = (text: string) => withOrdinaryCase(text, sampleKnowledge);

describe("withOrdinaryCase", () => {
  it("leaves ordinary text and short headings alone", () => {
    for (const text of ["Police in Kyiv said NATO was informed.", "STOP PRESS", "THE LATEST NEWS"])
      expect(read(text)).toBe(text);
  });

  it("keeps a capital for names, numbers of a kind and openings only", () => {
    expect(
      read("TWO SOLDIERS WERE KILLED NEAR MAIDUGURI ON 3 MARCH. THE ARMY BLAMED BOKO HARAM MEMBERS."),
    ).toBe("Two soldiers were killed near Maiduguri on 3 March. The army blamed Boko Haram members.");
  });

  it("takes words that nobody knows for names, and letters without vowels for abbreviations", () => {
    expect(read("GUERRILLAS OF THE FMLN BURNED A BRIDGE IN XOLOTEPAN LAST NIGHT, WITNESSES SAID.")).toBe(
      "Guerrillas of the FMLN burned a bridge in Xolotepan last night, witnesses said.",
    );
  });

  it("keeps every character in its place", () => {
    const text = "\tTHE “İSTANBUL” BOMB KILLED NOBODY AT ALL, THEY SAID — TWICE.\nNo change here.";
    expect(read(text)).toHaveLength(text.length);
  });
});
