import { describe, expect, it } from "vitest";
import { townLookup } from "./town-index";

describe("townLookup", () => {
  let reads = 0;
  const lookUp = townLookup({
    rows: () => {
      reads += 1;
      return [
        { name: "Al-Qa'im", lat: "34.37", lng: "41.05", country: "IQ", admin1: "01" },
        { name: "Medellín", lat: "6.25", lng: "-75.56", country: "CO", admin1: "02" },
        { name: "Lagos", lat: "6.45", lng: "3.39", country: "NG", admin1: "05" },
        { name: "Lagos", lat: "37.10", lng: "-8.67", country: "PT", admin1: "09" },
        { name: "Ikeja", lat: "6.61", lng: "3.35", country: "NG", admin1: "05" },
      ];
    },
    divisions: () => new Map([["NG.05", "Lagos State"]]),
    populationOf: (name) => (name === "medellin" ? 2_500_000 : null),
  });

  it("reads its rows at the first question and only then", () => {
    expect(reads).toBe(0);
    lookUp("nowhere");
    lookUp("nowhere else");
    expect(reads).toBe(1);
  });

  it("finds folded names, with the population", () => {
    expect(lookUp("al qaim")[0]).toMatchObject({ name: "Al-Qa'im", country: "IQ", latitude: 34.37 });
    expect(lookUp("medellin")[0]?.population).toBe(2_500_000);
  });

  it("finds every town of a name, and the division in the middle of its towns", () => {
    expect(lookUp("lagos").map((place) => `${place.kind} ${place.country}`)).toEqual([
      "city NG",
      "city PT",
      "province NG",
    ]);
    expect(lookUp("lagos state")[0]).toMatchObject({ kind: "province", latitude: 6.53, longitude: 3.37 });
  });
});
