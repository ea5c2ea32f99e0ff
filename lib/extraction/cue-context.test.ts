import { describe, expect, it } from "vitest";
import { adjustCue } from "./cue-context";
import { isSupported } from "./cue-support";
import { findCues } from "./cues";
import { findEntities } from "./entities";
import { placeContext } from "./place-choice";
import { findPlaces } from "./places";
import { sampleKnowledge } from "./sample-knowledge";
import { tokenize } from "./tokens";

function eventTypes(text: string): string[] {
  const tokens = tokenize(text, { start: 0, end: text.length });
  const entities = findEntities(text, tokens, sampleKnowledge);
  const places = findPlaces(text, tokens, entities, placeContext([entities]), sampleKnowledge);
  const cues = findCues(tokens).map((cue) => adjustCue(cue, tokens, entities, places));
  return cues.filter((cue) => isSupported(cue, cues, false, tokens)).map((cue) => cue.sense.type ?? "any");
}

const lost = "non-state-actor-overtakes-territory";
const regained = "government-regains-territory";
const abducted = "abduction-forced-disappearance";

describe("adjustCue", () => {
  it.each([
    ["Rebels took Maiduguri on Tuesday", lost],
    ["The town of Maiduguri fell to the insurgents", lost],
    ["Maiduguri fell on Sunday after a siege", lost],
    ["Soldiers lost the base in an hour", lost],
    ["Troops pulled out of Maiduguri on Monday", lost],
    ["The militants overran an army post", lost],
    ["Insurgents entered the town of Maiduguri", lost],
    ["The army retook Maiduguri", regained],
    ["Soldiers drove out of the barracks and took the town of Maiduguri", regained],
    ["The bridge, lost in May, is back in government hands", regained],
    ["Maiduguri fell to government troops", regained],
  ])("ground that changes hands: %s", (text, type) => {
    expect(eventTypes(text)).toContain(type);
  });

  it.each([
    ["Two nuns were taken from their car", abducted],
    ["Six Germans were taken on Monday near the lake", abducted],
    ["Gunmen took the engineer from his home", abducted],
    ["A teacher was dragged from his house by gunmen", abducted],
    ["Pirates seized a tanker with her crew", abducted],
    ["Police took four men into custody", "arrests"],
    ["Police picked up three suspects", "arrests"],
    ["A man was charged with murder", "arrests"],
    ["The hijackers surrendered to police", "arrests"],
    ["The kidnappers released the hostages", "other"],
    ["Three hostages were freed", "other"],
    ["The bodies of nine villagers were found in a well", "attack"],
    ["A bomb was found under a lorry", "disrupted-weapons-use"],
  ])("people and things taken: %s", (text, type) => {
    expect(eventTypes(text)).toContain(type);
  });

  it.each([
    ["Planes dropped barrel bombs on the market", "air-drone-strike"],
    ["Rebels sent two drones against the port", "air-drone-strike"],
    ["Rockets were fired at the airport", "shelling-artillery-missile-attack"],
    ["Police shot at demonstrators", "excessive-force-against-protesters"],
    ["A driver rammed his van into shoppers", "attack"],
    ["Youths threw stones at the police", "violent-demonstration"],
    ["A man threw acid at a student", "attack"],
    ["Officers overthrew the president", "other"],
    ["Riot police broke up the sit-in", "protest-with-intervention"],
    ["Rebels shot down a military helicopter", "armed-clash"],
    ["All nine drones were destroyed by air defences", "disrupted-weapons-use"],
    ["The device did not explode", "disrupted-weapons-use"],
    ["Thieves emptied the warehouse", "looting-property-destruction"],
  ])("force used: %s", (text, type) => {
    expect(eventTypes(text)).toContain(type);
  });

  it.each([
    ["A tanker was struck as it left the gulf", "attack"],
    ["The army said it targeted positions of the rebels", "any"],
    ["The military launched precision strikes on the camps", "air-drone-strike"],
    ["A truce between the two sides came into effect at noon", "agreement"],
    ["A mine went off under a truck", "remote-explosive-landmine-ied"],
    ["Protesters set tyres on fire", "peaceful-protest"],
    ["Police fired tear gas at demonstrators", "protest-with-intervention"],
    ["A mob lynched two men", "mob-violence"],
  ])("targets and truces: %s", (text, type) => {
    expect(eventTypes(text)).toContain(type);
  });

  it.each([
    "An explosion of anger followed",
    "The minister demonstrated his patience",
    "Two boys were rescued from the rubble",
    "The car was abandoned in a district of Lagos",
    "Both sides broke the ceasefire",
    "The teachers began their strike on Monday",
    "Shares fell to a new low",
    "The team lost the match",
    "He was taken to hospital",
    "The photo was taken on Monday",
    "The bank released a statement",
    "The battery was charged with care",
    "They found a solution",
    "She sent a letter to the court",
    "The ousted president spoke",
    "Villagers threw a party",
    "The crowd was dispersing after the race",
    "The minister entered the room",
    "Planes dropped no bombs",
  ])("no event: %s", (text) => {
    expect(eventTypes(text)).toEqual([]);
  });
});
