import { describe, expect, it } from "vitest";
import { type Comparable, likenessOf } from "./likeness";

const at = (iso: string) => Date.parse(iso);

const report: Comparable = {
  title: "Three rockets hit Ain al-Asad Airbase",
  summary: "",
  earliest: at("2021-07-05T09:00Z"),
  latest: at("2021-07-05T15:00Z"),
  eventType: "shelling-artillery-missile-attack",
  place: {
    slug: "ain-al-asad-airbase",
    name: "Ain al-Asad Airbase",
    country: "IQ",
    latitude: 33.79,
    longitude: 42.44,
    precision: "exact",
  },
  killed: { min: 0, max: 0 },
  injured: null,
  actors: [],
};

describe("likenessOf", () => {
  it("gives reports of one attack a high score, with reasons", () => {
    const likeness = likenessOf(report, { ...report, title: "Rockets land at Ain al-Asad" });
    expect(likeness?.score).toBeGreaterThan(0.85);
    expect(likeness?.reasons).toEqual([
      "the same day",
      "the same place, Ain al-Asad Airbase",
      "the same kind of event",
      "both report 0 killed",
    ]);
  });

  it("excludes another time and another place", () => {
    const later = { ...report, earliest: at("2021-07-09T00:00Z"), latest: at("2021-07-10T00:00Z") };
    expect(likenessOf(report, later)).toBeNull();
    const erbil = { ...report.place, slug: "erbil", name: "Erbil", latitude: 36.19, longitude: 44.01 };
    expect(likenessOf(report, { ...report, place: erbil as Comparable["place"] })).toBeNull();
  });

  it("lowers the score for another kind and other numbers", () => {
    const clash = likenessOf(report, { ...report, eventType: "armed-clash", killed: { min: 9, max: 9 } });
    expect(clash?.score).toBeLessThan(likenessOf(report, report)?.score ?? 0);
  });

  it("reads titles and summaries, and says when their words are similar", () => {
    const told = { ...report, summary: "Rockets landed beside the runway; nobody was wounded." };
    const alike = { ...told, summary: "Nobody was wounded when rockets landed near a runway." };
    const unlike = { ...told, summary: "Protesters blocked several bridges." };
    expect(likenessOf(told, alike)?.reasons).toContain("similar words in the summary");
    expect(likenessOf(told, unlike)?.score).toBeLessThan(likenessOf(told, alike)?.score ?? 0);
    expect(likenessOf(report, told)?.score).toBe(likenessOf(report, report)?.score);
  });

  it("is the same from both sides", () => {
    const other: Comparable = {
      ...report,
      killed: { min: 2, max: null },
      actors: [{ slug: "us", name: "United States" }],
      latest: at("2021-07-06T15:00Z"),
    };
    expect(likenessOf(report, other)?.score).toBeCloseTo(likenessOf(other, report)?.score ?? 0);
  });
});

describe("likenessOf in doubt", () => {
  const day = (date: string) => ({
    earliest: at(`${date}T00:00Z`),
    latest: at(`${date}T23:59:59.999Z`),
  });
  const iraq: Comparable["place"] = {
    slug: "iraq",
    name: "Iraq",
    country: "IQ",
    latitude: 33,
    longitude: 44,
    precision: "country",
  };

  it("tells how far apart two reports are in time", () => {
    const morning = { ...report, earliest: at("2021-07-05T00:00Z"), latest: at("2021-07-05T05:59Z") };
    expect(likenessOf(report, morning)?.reasons[0]).toBe("3 h apart");
    expect(
      likenessOf({ ...report, ...day("2021-07-05") }, { ...report, ...day("2021-07-06") })?.reasons[0],
    ).toBe("one right after the other");
    expect(
      likenessOf({ ...report, ...day("2021-07-05") }, { ...report, ...day("2021-07-07") })?.reasons[0],
    ).toBe("a day or two apart");
  });

  it("takes a day of 25 hours for a day", () => {
    const long = { ...report, earliest: at("2021-10-30T22:00Z"), latest: at("2021-10-31T22:59:59.999Z") };
    expect(likenessOf(long, long)?.reasons[0]).toBe("the same day");
  });

  it("gives a whole country little weight, also when both name it", () => {
    const vague = { ...report, place: iraq, title: "One" };
    const named = likenessOf(report, { ...report, title: "One" })?.score ?? 0;
    expect(likenessOf(vague, { ...vague, title: "Another" })?.score).toBeLessThan(named - 0.1);
  });

  it("excludes another country, but not an unknown one", () => {
    const inSyria: Comparable["place"] = { ...iraq, slug: "syria", name: "Syria", country: "SY" };
    const atSea: Comparable["place"] = { ...iraq, slug: "gulf", country: null, precision: "region" };
    expect(likenessOf({ ...report, place: iraq }, { ...report, place: inSyria })).toBeNull();
    expect(likenessOf(report, { ...report, place: atSea })).not.toBeNull();
  });

  it("says how far apart two places are", () => {
    const near = {
      ...report.place,
      slug: "baghdadi",
      name: "Al-Baghdadi",
      latitude: 33.86,
      longitude: 42.54,
    };
    const likeness = likenessOf(report, { ...report, place: near as Comparable["place"] });
    expect(likeness?.reasons).toContain("12 km apart");
  });
});
