import { describe, expect, it } from "vitest";
import { findCues } from "./cues";
import { modalityOf } from "./modality";
import { tokenize } from "./tokens";

function read(text: string) {
  const tokens = tokenize(text, { start: 0, end: text.length });
  return findCues(tokens).map((cue) => ({
    words: cue.words,
    type: cue.sense.type,
    role: cue.sense.role,
    modality: modalityOf(tokens, cue, 0),
  }));
}
const events = (text: string) => read(text).filter((cue) => cue.role === "event");

describe("findCues", () => {
  it.each([
    ["A suicide car bombing shook the city", "suicide-bomb"],
    ["Militants kidnapped two aid workers", "abduction-forced-disappearance"],
    ["Troops shot down a drone", "disrupted-weapons-use"],
    ["Police foiled a bomb plot", "disrupted-weapons-use"],
    ["Protesters took to the streets", "peaceful-protest"],
    ["Artillery shelling hit the port", "shelling-artillery-missile-attack"],
    ["Warplanes carried out airstrikes", "air-drone-strike"],
    ["Insurgents ambushed a convoy", "armed-clash"],
    ["A mob lynching was reported", "mob-violence"],
    ["Rioters torched cars", "looting-property-destruction"],
  ])("%s", (text, type) => {
    expect(events(text).map((cue) => cue.type)).toContain(type);
  });

  it.each([
    "He died of a heart attack",
    "They struck a deal",
    "She shot a film about the war",
    "The attack helicopter landed",
    "A bomb disposal expert spoke",
    "Workers went on hunger strike",
  ])("sees no event in: %s", (text) => {
    expect(events(text).filter((cue) => cue.type !== null || cue.words === "attack")).toEqual([]);
  });
});

describe("modalityOf", () => {
  it.each([
    ["The group said it will attack bases", "hypothetical"],
    ["They threatened to attack the embassy", "hypothetical"],
    ["The troops did not attack the town", "negated"],
    ["The group denied attacking the base", "negated"],
    ["There were fears of an imminent attack", "hypothetical"],
    ["They have the right to attack", "hypothetical"],
    ["The frequency of attacks increased", "general"],
    ["The leader is responsible for attacks", "reference"],
    ["The minister condemned the attack", "reference"],
    ["Gunmen attacked a bus", "asserted"],
    ["The blast is believed to have killed five", "asserted"],
    ["The army managed to attack the camp", "asserted"],
    ["Militants have attacked villages previously", "general"],
    ["If they attack, we answer", "hypothetical"],
    ["Did gunmen attack the bus?", "hypothetical"],
  ])("%s: %s", (text, modality) => {
    const cue = read(text).find((found) => /attack|killed/.test(found.words));
    expect(cue?.modality).toBe(modality);
  });
});
