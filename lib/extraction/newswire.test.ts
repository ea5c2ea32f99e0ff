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

/** What reads like an event word by word, and is none. */
const INNOCENT = [
  "The couple threw a cocktail party in Rome on Monday.",
  "The encounter between the two poets in Rome on Monday was brief.",
  "The company wiped out its debt in Rome on Monday.",
  "Builders demolished a disused cinema in Rome on Monday.",
  "Gardeners uprooted roses in Rome on Monday.",
  "Police used batons in a drill in Rome on Monday.",
  "The pop group hit the schools circuit in Rome on Monday.",
  "The coalition targeted houses with a new tax in Rome on Monday.",
  "A plane hit turbulence over the city of Rome on Monday.",
  "A helicopter struck power lines in Rome on Monday.",
  "Rescue workers hauled off passengers into boats in Rome on Monday.",
  "The picket fence was painted in Rome on Monday.",
  "The army issued a statement denying the rebels had captured the town on Monday.",
];

/** Sentences, their kind, and all who take part in it. */
const INVOLVED: readonly [sentence: string, eventType: string, participants: string[]][] = [
  ["The army surrounded rebels in Homs on Monday, killing 12.", "attack", ["army:perpetrator"]],
  ["Police beat protesters in Cairo on Monday, injuring 12.", "peaceful-protest", ["police:perpetrator"]],
  ["A migrant who was denied asylum had been stabbed in Calais on Monday.", "attack", ["migrant:target"]],
  ["Police disarmed a bomb in Rome on Monday.", "disrupted-weapons-use", ["police:defender"]],
  ["Petrol bombs damaged two houses in Rome on Monday.", damage, []],
  [
    "Masked gunmen dragged a student into a car in Rome on Monday.",
    taken,
    ["masked gunmen:perpetrator", "student:target"],
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
    const text = "The army shelled rebel camps in Iraq on Monday after gunmen killed 12 soldiers in Baghdad.";
    expect(extractIncidents(text, options, sampleKnowledge).links).toMatchObject([{ type: "response-to" }]);
  });

  it("calls strikes no answer where one side may have done both, or where nobody knows whose jets they were", () => {
    for (const doers of ["Warplanes struck", "Soldiers shelled"]) {
      const text = `${doers} rebel camps in Iraq on Monday after soldiers killed 12 farmers in Baghdad.`;
      expect(extractIncidents(text, options, sampleKnowledge).links).toMatchObject([{ type: "follows" }]);
    }
  });

  it.each(INNOCENT)("finds no event: %s", (sentence) => {
    expect(extractIncidents(sentence, options, sampleKnowledge).incidents).toEqual([]);
  });

  it.each(INVOLVED)("%s", (sentence, eventType, participants) => {
    const { incidents } = extractIncidents(sentence, options, sampleKnowledge);
    expect(incidents).toMatchObject([{ eventType }]);
    expect(incidents[0]?.participants.map(({ name, role }) => `${name}:${role}`)).toEqual(participants);
  });

  it("takes no person for a place", () => {
    const text = "The stabbing was the third, following the death last night of Tomas Brevik, a printer.";
    const { incidents } = extractIncidents(text, options, sampleKnowledge);
    expect(incidents.map(({ place }) => place?.name)).not.toContain("Tomas Brevik");
  });
});
