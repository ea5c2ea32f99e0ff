import { describe, expect, it } from "vitest";
import { countryNames, getCountry } from "./countries";
import { foldName } from "./fold";

const read = (name: string) => {
  const found = countryNames.get(foldName(name));
  return found && `${found.country.code} ${found.kind}`;
};

describe("countryNames", () => {
  it.each([
    ["Iraq", "IQ name"],
    ["Iraqis", "IQ demonym"],
    ["Syrian", "SY demonym"],
    ["U.S.", "US name"],
    ["UK", "GB name"],
    ["Ivory Coast", "CI name"],
    ["Democratic Republic of Congo", "CD name"],
    ["Burma", "MM name"],
    ["Filipino", "PH demonym"],
    ["Atlantis", undefined],
  ])("%s", (name, expected) => {
    expect(read(name)).toBe(expected);
  });
});

describe("getCountry", () => {
  it("gives the usual English name, the capital and a centre inside the country's box", () => {
    expect(getCountry("tr")).toMatchObject({ name: "Turkey", capital: "Ankara" });
    expect(getCountry("IQ")?.centre.latitude).toBeGreaterThan(29);
    expect(getCountry("XX")).toBeNull();
  });
});
