import { describe, expect, it } from "vitest";
import { extractIncidents } from "./extract";
import { sampleKnowledge } from "./sample-knowledge";

/** Links as "later type earlier", each incident by its kind. */
function read(text: string): string[] {
  const options = { publishedOn: "2015-03-12", today: "2025-01-01" };
  const { incidents, links } = extractIncidents(text, options, sampleKnowledge);
  const kind = (index: number) => incidents[index]?.eventType;
  return links.map(({ from, to, type }) => `${kind(from)} ${type} ${kind(to)}`);
}

describe("findLinks", () => {
  it.each([
    [
      "an answer in the same sentence",
      "Militants fired three rockets into Maiduguri on Tuesday and the army hit back with air strikes on their camps.",
      "air-drone-strike response-to shelling-artillery-missile-attack",
    ],
    [
      "an answer that the deed is said to have prompted",
      "Rebels ambushed a convoy in Maiduguri on Tuesday, prompting warplanes to respond with air strikes on a camp in Lagos.",
      "air-drone-strike response-to armed-clash",
    ],
    [
      "what is answered by words that name it again",
      "Jets struck a camp in Lagos on Wednesday. Rebels had ambushed a convoy in Maiduguri on Tuesday. The army said the jets struck in retaliation for Tuesday's ambush.",
      "air-drone-strike retaliation-for armed-clash",
    ],
    [
      "retaliatory attacks after a deed",
      "Jets carried out retaliatory strikes on a camp in Maiduguri on Wednesday, a day after rebels used a light aircraft to bomb a base in Lagos.",
      "air-drone-strike retaliation-for air-drone-strike",
    ],
    [
      "what is told behind 'the second such attack in a week'",
      "A suicide bomber killed a policeman in Maiduguri on Wednesday. It was the second suicide attack in a week. On 8 March, a suicide bomber killed nine people in Lagos.",
      "suicide-bomb same-campaign suicide-bomb",
    ],
    [
      "a clash within days of an attack",
      "Troops and rebels exchanged fire near Maiduguri on Wednesday, within days of an attack on a base in Lagos. The attack in Lagos on Sunday killed nine soldiers.",
      "armed-clash follows attack",
    ],
    [
      "arrests for a deed",
      "A bomb killed four people at a market in Maiduguri on Monday. Police arrested two men in Lagos on Wednesday in connection with the bombing.",
      "arrests response-to remote-explosive-landmine-ied",
    ],
    [
      "a release after an abduction",
      "Gunmen kidnapped three engineers in Maiduguri on 2 March. The engineers were freed on Wednesday, their company said.",
      "other follows abduction-forced-disappearance",
    ],
    [
      "a town taken and retaken",
      "Rebels took Maiduguri on 3 March after a siege. The army recaptured Maiduguri on Tuesday.",
      "government-regains-territory follows non-state-actor-overtakes-territory",
    ],
    [
      "a series by one group",
      "Boko Haram gunmen shot dead two teachers in Maiduguri on Tuesday. In a similar attack in Lagos on Monday, Boko Haram gunmen shot dead a judge.",
      "attack same-campaign attack",
    ],
    [
      "what came the day after",
      "A bomb exploded at a market in Maiduguri on Monday, killing four. A day later, soldiers clashed with gunmen near Lagos on Tuesday.",
      "armed-clash follows remote-explosive-landmine-ied",
    ],
    [
      "protests that a killing unleashed",
      "Gunmen murdered a judge in Maiduguri on Monday. The murder unleashed a wave of protests in Lagos on Tuesday.",
      "peaceful-protest response-to attack",
    ],
    [
      "each of several attacks that were answered",
      "The army launched air strikes on Kharkiv on Tuesday in response to attacks on two markets in Maiduguri. A bomb exploded at the fish market in Maiduguri on Sunday, killing four.",
      "air-drone-strike response-to remote-explosive-landmine-ied",
    ],
    [
      "revenge named by the noun",
      "Gunmen shot dead a chief in Maiduguri on Sunday. A retaliatory attack on Tuesday killed six villagers in Lagos.",
      "attack retaliation-for attack",
    ],
  ])("%s", (_, text, link) => {
    expect(read(text)).toContain(link);
  });

  it.each([
    [
      "the same town within a few days",
      "A bomb exploded at a market in Maiduguri on Monday, killing four. Gunmen shot dead a teacher in Maiduguri on Tuesday.",
    ],
    [
      "one group in places told side by side",
      "Boko Haram gunmen shot dead two teachers in Maiduguri on Tuesday. In a separate attack in Lagos on Monday, Boko Haram gunmen shot dead a judge.",
    ],
    [
      "arrests that are for nothing told",
      "A bomb killed four people at a market in Maiduguri on Monday. Police arrested two men in Lagos on Tuesday.",
    ],
  ])("links nothing for %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it("links nothing in a list of unrelated incidents", () => {
    const text =
      "- A bomb exploded at a market in Maiduguri on Monday, killing four.\n\n- Gunmen kidnapped a priest in Lagos on Tuesday.\n\n- Protesters marched in Manila on Tuesday.";
    expect(read(text)).toEqual([]);
  });
});
