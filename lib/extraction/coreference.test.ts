import { describe, expect, it } from "vitest";
import { extractIncidents } from "./extract";
import { sampleKnowledge } from "./sample-knowledge";

/** Day, town and kind of each incident that a text of 12 March 2015 is read to tell. */
function read(text: string): string[] {
  const options = { publishedOn: "2015-03-12", today: "2025-01-01" };
  return extractIncidents(text, options, sampleKnowledge).incidents.map(
    ({ occurred, place, eventType }) => `${occurred.slice(0, 10)} ${place?.name ?? "-"} ${eventType}`,
  );
}

describe("clusterMentions", () => {
  it("puts another attack in the same region into no town that was named", () => {
    const text =
      "Gunmen killed nine villagers in Maiduguri on Monday. Another attack in the same region on Monday left 40 dead. Gunmen killed 40 farmers in the attack in Lagos, residents said.";
    expect(read(text)).toEqual(["2015-03-09 Maiduguri attack", "2015-03-09 Lagos attack"]);
  });

  it("tells how one of the attackers died as part of their attack", () => {
    const text =
      "Gunmen shot dead three farmers in Maiduguri on Monday. One of the gunmen was shot dead by villagers, while another fled in the direction of Lagos.";
    expect(read(text)).toEqual(["2015-03-09 Maiduguri attack"]);
  });

  it("tells in detail what was answered at first", () => {
    const text =
      "The army attacked rebel camps near Lagos on Tuesday in retaliation for a suicide attack in Maiduguri. Earlier in the day, a suicide bomber blew himself up at a gate in Maiduguri, killing nine soldiers.";
    expect(read(text)).toEqual(["2015-03-10 Lagos attack", "2015-03-10 Maiduguri suicide-bomb"]);
  });

  it("takes a sum over months for no incident", () => {
    const text =
      "Gunmen shot dead three farmers in Maiduguri on Monday. Rebels have fired rockets at the town in recent months.";
    expect(read(text)).toEqual(["2015-03-09 Maiduguri attack"]);
  });

  it("knows fighting by the number of its dead", () => {
    const text =
      "The army and rebels clashed in Maiduguri on Monday, killing 140 people. The talks came after a fresh round of fighting that left 140 people dead.";
    expect(read(text)).toEqual(["2015-03-09 Maiduguri armed-clash"]);
  });

  it("takes the day of the news for no day of the event that the next sentence dates", () => {
    const text =
      "Gunmen killed 12 people in Maiduguri, a newspaper reported yesterday. They attacked the market there on Sunday.";
    expect(read(text)).toEqual(["2015-03-08 Maiduguri attack"]);
  });

  it.each([
    [
      "another bout of an event in the same sentence",
      "Gunmen shot dead four people in Maiduguri on Monday, while another bout of shooting left two drivers dead in Lagos.",
      ["2015-03-09 Maiduguri attack", "2015-03-09 Lagos attack"],
    ],
    [
      "what a sentence opens with 'elsewhere'",
      "A bomb killed two policemen in Maiduguri on Monday. Elsewhere on Monday, a soldier was killed when a bomb hit an army truck.",
      [
        "2015-03-09 Maiduguri remote-explosive-landmine-ied",
        "2015-03-09 Nigeria remote-explosive-landmine-ied",
      ],
    ],
    [
      "an undated raid of the news and one of weeks ago",
      "Jets have bombed a rebel camp in Maiduguri.\n\nAir raids on camps in Lagos killed nine rebels on January 20.",
      ["2015-03-12 Maiduguri air-drone-strike", "2015-01-20 Lagos air-drone-strike"],
    ],
    [
      "ships of different names",
      "Pirates hijacked the MV Northern Star off Lagos on Tuesday. Pirates hijacked the MV Amber Bay on Tuesday, officials said.",
      ["2015-03-10 Lagos abduction-forced-disappearance", "2015-03-10 Lagos abduction-forced-disappearance"],
    ],
    [
      "a similar strike from the one that it is likened to, of whose kind it is",
      "A drone strike killed two men in Maiduguri on Tuesday. The attack followed a similar strike in Lagos a day earlier that killed five people.",
      ["2015-03-10 Maiduguri air-drone-strike", "2015-03-09 Lagos air-drone-strike"],
    ],
    [
      "a mine that killed other soldiers than a clash",
      "Eight soldiers were killed in clashes with rebels near Maiduguri on Tuesday.\n\nThe army says a land mine explosion killed two other soldiers in the area.",
      ["2015-03-10 Maiduguri armed-clash", "2015-03-10 Maiduguri remote-explosive-landmine-ied"],
    ],
    [
      "the latest of such attacks from the one told before it",
      "A suicide bomber killed a policeman in Maiduguri on Tuesday. In the latest such attack, gunmen shot dead a judge in Lagos on Wednesday.",
      ["2015-03-10 Maiduguri suicide-bomb", "2015-03-11 Lagos attack"],
    ],
    [
      "what happened as an attack came",
      "Gunmen shot dead a judge in Maiduguri on Tuesday. The attack came as 20 soldiers were killed in fighting near Lagos on Monday.",
      ["2015-03-10 Maiduguri attack", "2015-03-09 Lagos armed-clash"],
    ],
    [
      "a bombing told on its own after shootings",
      "Schools stayed closed on Wednesday, officials said. The governor met parents.\n\nTwo teachers were shot dead by gunmen in Maiduguri on Tuesday.\n\nA bomb exploded on Tuesday at a busy market, wounding 28 people.",
      ["2015-03-10 Maiduguri attack", "2015-03-10 Maiduguri remote-explosive-landmine-ied"],
    ],
    [
      "looting with a day of its own after a shelling",
      "A shell hit a house in Maiduguri on Tuesday, killing two children.\n\nOn Tuesday evening men in uniform looted a hospital.",
      [
        "2015-03-10 Maiduguri shelling-artillery-missile-attack",
        "2015-03-10 Maiduguri looting-property-destruction",
      ],
    ],
    [
      "dead who are counted for the place that a sentence opens with",
      "A drone struck a market in Maiduguri on Monday. In Lagos, sources counted at least 18 civilians killed in attacks on churches.",
      ["2015-03-09 Maiduguri air-drone-strike", "2015-03-09 Lagos attack"],
    ],
    [
      "another attack elsewhere",
      "Gunmen shot dead four people in Maiduguri on Monday. Another attack in Lagos killed two.",
      ["2015-03-09 Maiduguri attack", "2015-03-09 Lagos attack"],
    ],
    [
      "a sentence that opens with another town",
      "Youths threw stones at the police in Maiduguri on Monday. In Lagos, students threw stones at a bank.",
      ["2015-03-09 Maiduguri violent-demonstration", "2015-03-09 Lagos violent-demonstration"],
    ],
    [
      "later on the same day",
      "Militants fired rockets into Maiduguri on Monday. Later on Monday, a barrage of 20 more rockets was fired into Lagos.",
      [
        "2015-03-09 Maiduguri shelling-artillery-missile-attack",
        "2015-03-09 Lagos shelling-artillery-missile-attack",
      ],
    ],
    [
      "one more, said with also",
      "A bomb exploded in Maiduguri on Monday. A woman was also murdered in Lagos.",
      ["2015-03-09 Maiduguri remote-explosive-landmine-ied", "2015-03-09 Lagos attack"],
    ],
  ])("parts %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    [
      "what is told of those just named",
      "Gunmen attacked two farmers near Maiduguri on Monday. They were shot dead on their way home.",
    ],
    [
      "a headline that names another side of it",
      "Gunmen storm village killing four, abducting many\n\nFour soldiers were killed in an ambush near Maiduguri on Monday.",
    ],
    [
      "weapons found by the force that came for them",
      "Soldiers arrested three suspects in Maiduguri on Monday. The soldiers also found rifles and ammunition.",
    ],
    [
      "an attack told from both ends",
      "After coming under fire on Monday, soldiers in Maiduguri killed four gunmen.",
    ],
  ])("keeps together %s", (_, text) => {
    expect(read(text)).toHaveLength(1);
  });

  it.each([
    "As of Sunday 1,450 people have been killed by the earthquake, officials said.",
    "The country has been at war since it captured Maiduguri in 1967.",
    "The hijacked jet reached Lagos on Monday.",
    "Four years after the attack on the church, survivors gathered on Wednesday.",
    "A court sentenced a man to 21 years on Friday for killing 77 people in July 2011.",
    "There will be an exercise on Friday that simulates a gas attack.",
    "The leader is suspected of attacks on soldiers in Maiduguri.",
  ])("makes no incident of: %s", (text) => {
    expect(read(`The council met in Lagos on Monday.\n\n${text}`)).toEqual([]);
  });
});
