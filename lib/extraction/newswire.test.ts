import { describe, expect, it } from "vitest";
import { extractIncidents } from "./extract";
import { sampleKnowledge } from "./sample-knowledge";

/** All are read as of a Wednesday. */
const options = { publishedOn: "2015-06-10", today: "2025-01-01" };

const bomb = "remote-explosive-landmine-ied";
const shelling = "shelling-artillery-missile-attack";
const air = "air-drone-strike";
const taken = "abduction-forced-disappearance";
const damage = "looting-property-destruction";
const excess = "excessive-force-against-protesters";

/** One sentence, its kind, its day of June 2015, and somebody who takes part ("" for nobody named). */
const LEADS: readonly [lead: string, eventType: string, day: string, participant: string][] = [
  ["A customs officer was shot dead by smugglers near the border late Monday.", "attack", "08", "smugglers"],
  ["Saboteurs blew up a gas pipeline in the desert on Tuesday, witnesses said.", bomb, "09", "gas pipeline"],
  ["A magistrate and his driver were machine-gunned to death on Monday.", "attack", "08", ""],
  ["Cattle rustlers killed 11 herders on Monday.", "attack", "08", "rustlers"],
  [
    "Tribesmen kidnapped two foreign engineers on Monday to press for the release of relatives.",
    taken,
    "08",
    "tribesmen",
  ],
  [
    "Communist guerrillas torched three buses owned by a mining company on Monday.",
    damage,
    "08",
    "communist guerrillas",
  ],
  [
    "Basque separatists set off a van bomb outside a police barracks on Friday.",
    bomb,
    "05",
    "Basque separatists",
  ],
  [
    "More than 20,000 teachers marched through the capital on Monday to demand better pay.",
    "peaceful-protest",
    "08",
    "",
  ],
  [
    "Masked youths hurled petrol bombs at police officers on Monday night.",
    "violent-demonstration",
    "08",
    "police officers",
  ],
  [
    "Riot police used water cannon and rubber bullets against striking dockworkers on Tuesday.",
    "protest-with-intervention",
    "09",
    "",
  ],
  [
    "National guardsmen fired tear gas at opposition supporters on Tuesday.",
    "protest-with-intervention",
    "09",
    "",
  ],
  ["Police fired birdshot at mourners on Tuesday, wounding dozens.", excess, "09", "police"],
  ["A mob burned alive two suspected thieves on Sunday.", "mob-violence", "07", "mob"],
  ["Vigilantes beat a suspected thief to death on Sunday.", "mob-violence", "07", "vigilantes"],
  [
    "Gunmen on motorbikes burst into a wedding party on Sunday night, killing 23 guests.",
    "attack",
    "07",
    "gunmen",
  ],
  ["Inmates took 15 guards hostage at a prison on Monday.", taken, "08", "inmates"],
  ["Two aid workers were seized by gunmen on Tuesday.", taken, "09", "gunmen"],
  ["Rebels raided a garrison on Sunday, killing two soldiers.", "armed-clash", "07", "rebels"],
  ["The air force pounded rebel positions in the hills on Monday.", air, "08", ""],
  ["Army helicopters fired missiles at a security post on Monday.", air, "08", ""],
  ["Guerrillas lobbed shells into a market on Saturday, killing 12 shoppers.", shelling, "06", "market"],
  ["A boat packed with explosives rammed a navy vessel on Sunday, sinking it.", "suicide-bomb", "07", ""],
  ["Warplanes dropped barrel bombs on the town on Tuesday, killing 20.", air, "09", ""],
  ["Soldiers mutinied on Friday over unpaid bonuses.", "other", "05", ""],
  ["Bomb disposal experts made safe a bomb left in a van on Sunday.", "disrupted-weapons-use", "07", ""],
  ["Guerrillas dynamited a railway bridge on Saturday.", bomb, "06", "railway bridge"],
  ["Extremists demolished a mosque on Sunday.", damage, "07", "mosque"],
  ["Militiamen slaughtered 50 refugees in a camp on Friday night.", "attack", "05", "militiamen"],
  ["Rebels downed two pylons on Monday.", damage, "08", "rebels"],
  [
    "The minister condemned yesterday's attack on a bank, in which gunmen killed a clerk.",
    "attack",
    "09",
    "clerk",
  ],
];

describe("leads of newswire", () => {
  it.each(LEADS)("%s", (lead, eventType, day, participant) => {
    const { incidents } = extractIncidents(lead, options, sampleKnowledge);
    expect(incidents).toMatchObject([{ eventType }]);
    expect(incidents[0]?.occurred.slice(0, 10)).toBe(`2015-06-${day}`);
    const names = incidents[0]?.participants.map(({ name }) => name.toLowerCase()) ?? [];
    expect(participant === "" || names.some((name) => name.includes(participant.toLowerCase()))).toBe(true);
  });

  it("keeps strikes of two countries on each other apart", () => {
    const text =
      "Israel bombed targets in Lebanon on Monday. Iran fired missiles at an Israeli base on Monday night, killing two soldiers.";
    expect(extractIncidents(text, options, sampleKnowledge).incidents).toHaveLength(2);
  });

  it("links strikes to the attack that they come after as an answer", () => {
    const text = "Warplanes struck rebel camps in Iraq on Monday after gunmen killed 12 soldiers in Baghdad.";
    expect(extractIncidents(text, options, sampleKnowledge).links).toMatchObject([{ type: "response-to" }]);
  });

  it("takes no person for a place", () => {
    const text = "The killing was the second, following the death last night of Roberto Navas, a reporter.";
    const { incidents } = extractIncidents(text, options, sampleKnowledge);
    expect(incidents.map(({ place }) => place?.name)).not.toContain("Roberto Navas");
  });
});
