import { describe, expect, it } from "vitest";
import { findEntities } from "./entities";
import { placeContext } from "./place-choice";
import { findPlaces } from "./places";
import { sampleKnowledge } from "./sample-knowledge";
import { plainText } from "./text";
import { tokenize } from "./tokens";

function read(text: string) {
  const plain = plainText(text);
  const tokens = tokenize(plain, { start: 0, end: plain.length });
  const entities = findEntities(plain, tokens, sampleKnowledge);
  return findPlaces(plain, tokens, entities, placeContext([entities]), sampleKnowledge);
}
const names = (text: string) =>
  read(text)
    .filter((use) => use.isLocative)
    .map((use) => `${use.place.name} ${use.place.country}`);

describe("findPlaces", () => {
  it.each([
    ["Rockets hit a base in Anbar province, Iraq", "Anbar"],
    ["An explosion in Maiduguri, Nigeria", "Maiduguri"],
    ["Gunmen attacked a village in Borno state, Nigeria", "Borno"],
    ["Police clashed with crowds in parts of its restive state of Borno, Nigeria", "Borno"],
    ["A raid near the city of Cúcuta in Colombia", "Cúcuta"],
  ])("%s", (text, name) => {
    expect(names(text).join()).toContain(name);
  });

  it("takes the capital of a country for nothing where a state of it is spoken of", () => {
    const text = "Nigeria imposed a curfew in the capital and some towns of its state of Borno";
    expect(names(text).join()).not.toContain("Abuja");
  });

  it("takes a village for no country of its name, the country's capital for its city and a ship for no place", () => {
    expect(read("Land mines exploded near the village of Puerto Rico in Colombia")[0]?.place.kind).toBe(
      "village",
    );
    expect(names("A bomb exploded in the country's capital on Monday, Ukraine said").join()).toContain(
      "Kyiv",
    );
    expect(names("Officials confirmed the hijack of MV Al Rashid in Nigeria").join()).not.toContain("Rashid");
  });

  it("finds the embassy behind 'its embassy in Baghdad'", () => {
    const uses = read("The United States shot down a drone over its embassy in Baghdad");
    expect(uses.map((use) => use.place.slug)).toContain("us-embassy-baghdad");
  });

  it.each(["the Iraq-Syria border", "the border between Iraq and Syria", "Iraq's border with Syria"])(
    "reads %s as a place of its own",
    (words) => {
      const [use] = read(`Jets struck a post on ${words} yesterday`).filter(
        (found) => found.place.kind === "border",
      );
      expect(use?.place.name).toMatch(/Iraq.Syria|Syria.Iraq/);
    },
  );

  it("puts a border that the gazetteer lacks between the two countries", () => {
    const [use] = read("Troops clashed on the Ethiopia-Somalia border");
    expect(use?.place).toMatchObject({ name: "Ethiopia-Somalia border", slug: null, kind: "border" });
  });

  it("chooses among towns of one name by the country that is named", () => {
    expect(read("A bomb exploded in Lagos, Nigeria")[0]?.place.country).toBe("NG");
    expect(read("A bomb exploded in Lagos, Portugal")[0]?.place.country).toBe("PT");
  });

  it("takes the capital for a city", () => {
    expect(names("A bomb went off in the Ukrainian capital")).toEqual(["Kyiv UA"]);
  });

  it("marks what is only near", () => {
    expect(read("Rockets landed near Erbil")[0]?.isNear).toBe(true);
    expect(read("Rockets landed 20 km west of Erbil")[0]?.isNear).toBe(true);
    expect(read("Rockets landed in Erbil")[0]?.isNear).toBe(false);
  });

  it.each([
    "Police said Most people fled",
    "Officers of the Police Department spoke",
    "The Yemen-based group spoke",
  ])("takes no place from: %s", (text) => {
    expect(names(text)).toEqual([]);
  });

  it.each([
    ["Insurgents rode into Xandorra, a farming village", "Xandorra"],
    ["Rebels took Maiduguri", "Maiduguri"],
    ["Gunmen were killed in the Netherlands", "Netherlands"],
  ])("knows a place by what stands beside it: %s", (text, name) => {
    expect(read(text).map((use) => use.place.name)).toContain(name);
  });

  it.each(["The chief of Staff spoke", "He worked at Technology for years"])(
    "takes no ordinary word for a town: %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it("names a place that nobody knows, without coordinates", () => {
    const [use] = read("A clash in the village of Xandorra left two dead");
    expect(use?.place).toMatchObject({ name: "Xandorra", slug: null, latitude: null });
  });
});
