import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { extractIncidents } from "./extract";
import { sampleKnowledge } from "./sample-knowledge";

const read = (text: string, publishedOn: string | null = null) =>
  extractIncidents(text, { publishedOn, today: "2025-01-01" }, sampleKnowledge);

describe("extractIncidents on reports of our own", () => {
  it("keeps what is threatened, feared, denied or habitual out", () => {
    const text =
      "Militia warns of war\n\nThe group said on Monday that it will attack bases in Iraq if troops stay. Officials fear an assault on Baghdad. " +
      "Its leader denied attacking a convoy. Militias are often blamed for rocket attacks. The army is ready to strike back.";
    expect(read(text, "2021-07-06").incidents).toEqual([]);
  });

  it("reads the month of March as a month", () => {
    const text = "Around eighteen rockets hit Baghdad on March 11, 2020, killing three soldiers.";
    expect(read(text, "2020-03-12").incidents).toMatchObject([
      { eventType: "shelling-artillery-missile-attack", occurred: "2020-03-11", killed: { min: 3, max: 3 } },
    ]);
  });

  it("reads a foiled attack with nobody hurt", () => {
    const text =
      "BAGHDAD — Police foiled a car bombing in Baghdad's Karrada district on Thursday evening and defused the device. No one was hurt.";
    const [incident, ...rest] = read(text, "2019-03-22").incidents;
    expect(rest).toEqual([]);
    expect(incident).toMatchObject({
      occurred: "2019-03-21T18:00/2019-03-21T24:00",
      eventType: "disrupted-weapons-use",
      outcome: "foiled",
      killed: { min: 0, max: 0 },
      injured: { min: 0, max: 0 },
    });
  });

  it("takes the running toll, not the earlier one, and one incident for headline, lead and detail", () => {
    const text =
      "Toll in Maiduguri market blast climbs\n\nThe death toll from a suicide bombing at a market in Maiduguri, Nigeria, has risen to 31, doctors said on Tuesday. " +
      "The blast on Monday morning also wounded 54 people. Police had earlier put the toll at 22.\n\nThe blast happened at about 9:15 a.m. near the gate.";
    const { incidents } = read(text, "2015-03-10");
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({
      occurred: "2015-03-09T09:15",
      eventType: "suicide-bomb",
      killed: { min: 31 },
      injured: { min: 54, max: 54 },
      place: { name: "Maiduguri", country: "NG" },
    });
  });

  it("keeps a base's two attacks, the answer to one and a strike elsewhere that night apart", () => {
    const text = readFileSync(path.join(process.cwd(), "prisma/demo/import-sample.txt"), "utf8");
    const { incidents, links } = read(text);
    const at = (day: string, type: string) =>
      incidents.findIndex((one) => one.occurred.startsWith(day) && one.eventType === type);
    const saturday = at("2020-03-14", "shelling-artillery-missile-attack");
    const wednesday = at("2020-03-11", "shelling-artillery-missile-attack");
    const answer = at("2020-03-13", "air-drone-strike");
    const syria = at("2020-03-11", "air-drone-strike");
    expect(incidents[saturday]).toMatchObject({ killed: null, injured: { min: 5, max: 5 } });
    expect(incidents[wednesday]).toMatchObject({ killed: { min: 3, max: 3 }, injured: { min: 12, max: 12 } });
    expect(incidents[answer]).toMatchObject({ killed: { min: 6, max: 6 } });
    expect(incidents[syria]).toMatchObject({ killed: { min: 18, max: null } });
    expect(links).toContainEqual(
      expect.objectContaining({ from: answer, to: wednesday, type: "retaliation-for" }),
    );
    expect(links).toContainEqual(expect.objectContaining({ from: syria, to: wednesday, type: "follows" }));
  });

  it("parts events that are linked, and links them", () => {
    const text =
      "Turkish jets bombed camps in northern Iraq on Wednesday, killing six militants, in retaliation for a car bombing in Ankara that killed four people on Sunday.";
    const { incidents, links } = read(text, "2016-03-17");
    expect(incidents.map((incident) => [incident.occurred, incident.killed?.min])).toEqual([
      ["2016-03-16", 6],
      ["2016-03-13", 4],
    ]);
    expect(links).toMatchObject([{ from: 0, to: 1, type: "retaliation-for" }]);
  });

  it("reads a protest, and who met it how", () => {
    const text =
      "Thousands of protesters marched in Basra on Friday. Riot police fired tear gas to disperse the demonstration and arrested 20 protesters. Nobody was killed.";
    const [incident] = read(text, "2018-07-15").incidents;
    expect(incident).toMatchObject({ eventType: "protest-with-intervention", occurred: "2018-07-13" });
  });

  it("reads an abduction in another region", () => {
    const text =
      "JOLO, Philippines — Gunmen abducted three fishermen off Jolo early on Saturday, the navy said. Last month two sailors were kidnapped in the same area.";
    const { incidents } = read(text, "2016-11-13");
    expect(incidents[0]).toMatchObject({
      occurred: "2016-11-12T00:00/2016-11-12T06:00",
      eventType: "abduction-forced-disappearance",
      place: { name: "Jolo" },
    });
    expect(incidents[1]?.occurred).toBe("2016-10");
  });

  it("uses repeated paragraphs once", () => {
    const once = "Rockets hit a base near Mosul on Friday.\nThree soldiers were wounded in the attack.\n";
    const { article, incidents } = read(`Rockets hit base near Mosul\n${once}${once}`, "2019-11-10");
    expect(article).toMatchObject({ paragraphs: 3, repeatedParagraphs: 2 });
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({ injured: { min: 3 }, place: { precision: "near" } });
  });

  it("flags what lies far back as background", () => {
    const text =
      "A bomb killed two people in Kabul on Monday. In 2017 a truck bombing in the city killed more than 150.";
    const { incidents } = read(text, "2021-07-06");
    expect(incidents.map((incident) => [incident.occurred, incident.background])).toEqual([
      ["2021-07-05", false],
      ["2017", true],
    ]);
  });

  it("gives titles and summaries of its own", () => {
    const text =
      "Three rockets struck the Taji base north of Baghdad late on Wednesday, killing two American soldiers and one British soldier.";
    const [incident] = read(text, "2020-03-12").incidents;
    expect(text).not.toContain(incident?.title);
    expect(incident?.title).toMatch(/^Rocket attack .*: 3 killed$/);
    expect(incident?.summary).toMatch(/^On 11 March 2020, in the evening: rocket attack/);
  });
});

const shared = path.join(process.cwd(), "../shared/eval/dev/2021-07-06-us-shoots-down-airborne-threat.txt");

describe.skipIf(!existsSync(shared))(
  "extractIncidents on the shared article (skipped where it is absent)",
  () => {
    const text = existsSync(shared) ? readFileSync(shared, "utf8") : "";

    it.each([
      ["2021-07-06", "given"],
      [null, "inferred"],
    ])("finds its five incidents, published %s", (publishedOn, from) => {
      const { article, incidents, links } = read(text, publishedOn);
      expect(article).toMatchObject({
        publishedOn: "2021-07-06",
        publishedOnFrom: from,
        paragraphs: 9,
        repeatedParagraphs: 7,
      });
      expect(incidents).toMatchObject([
        {
          occurred: "2021-07-06T00:00/2021-07-06T06:00",
          eventType: "disrupted-weapons-use",
          outcome: "intercepted",
          killed: { min: 0, max: 0 },
          place: { slug: "us-embassy-baghdad" },
        },
        {
          occurred: "2021-07-05T12:00/2021-07-05T18:00",
          eventType: "shelling-artillery-missile-attack",
          killed: { min: 0, max: 0 },
          place: { slug: "ain-al-asad-airbase" },
        },
        {
          occurred: "2021-06-27/2021-07-04",
          killed: { min: 4, max: null },
          place: { slug: "iraq-syria-border" },
        },
        {
          occurred: "2021-06-22/2021-07-03",
          eventType: "air-drone-strike",
          place: { slug: "new-us-consulate-erbil", precision: "near" },
        },
        {
          occurred: "2020",
          background: true,
          place: { slug: "baghdad" },
          participants: expect.arrayContaining([
            expect.objectContaining({ slug: "qasem-soleimani", role: "target" }),
          ]),
        },
      ]);
      expect(links).toEqual(
        expect.arrayContaining([expect.objectContaining({ from: 2, to: 3, type: "follows" })]),
      );
      for (const { quotes } of incidents) {
        for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.exact);
      }
    });
  },
);
