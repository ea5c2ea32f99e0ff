import { describe, expect, it } from "vitest";
import { findBlame } from "./claims";
import { findCues } from "./cues";
import { findEntities } from "./entities";
import { findRoles } from "./roles";
import { sampleKnowledge } from "./sample-knowledge";
import { tokenize } from "./tokens";

function read(text: string) {
  const tokens = tokenize(text, { start: 0, end: text.length });
  const entities = findEntities(text, tokens, sampleKnowledge);
  const roles = findRoles({ tokens, entities, places: [] }, findCues(tokens), 0, tokens.length);
  return {
    roles: roles.map((use) => `${use.role}: ${use.name}`),
    blame: findBlame(tokens, entities),
    uses: roles,
  };
}

describe("findRoles", () => {
  it.each([
    ["Taliban fighters attacked police", ["perpetrator: Taliban", "target: police"]],
    ["Police were attacked by Taliban fighters", ["target: police", "perpetrator: Taliban"]],
    ["An Israeli airstrike killed three soldiers", ["perpetrator: Israel", "target: soldiers"]],
    ["The US assassination of Qasem Soleimani", ["perpetrator: United States", "target: Qasem Soleimani"]],
    ["Turkish soldiers intercepted a drone", ["defender: Turkish soldiers"]],
    ["Masked men blew up a gas pipeline", ["perpetrator: masked men", "target: gas pipeline"]],
    ["A car blew up near the port", []],
    [
      "New People's Army (NPA) rebels ambushed soldiers",
      ["perpetrator: New People's Army (NPA) rebels", "target: soldiers"],
    ],
    ["The coalition shot down a drone", ["defender: coalition"]],
    [
      "Pirates seized the 5,000-ton MV Sea Wind, a bulk carrier",
      ["perpetrator: pirates", "target: MV Sea Wind"],
    ],
    ["The tanker Amber Bay was hit by a missile", ["target: Amber Bay"]],
    ["A drone was shot down by the destroyer USS Kane", []],
    ["Rebels attacked the police station at noon", ["perpetrator: rebels", "target: police station"]],
    ["Haiti's main prison was stormed", ["target: Haiti's main prison"]],
    ["An attack on the US embassy shook the city", ["target: United States", "target: US embassy"]],
    ["Algerian massacres left many dead", []],
    ["Demonstrators set tyres on fire", ["perpetrator: demonstrators"]],
    ["A bomb exploded outside the police headquarters", ["target: police headquarters"]],
    ["The Taliban carried out an attack on a convoy", ["perpetrator: Taliban", "target: convoy"]],
    ["Israel's air raid killed three soldiers", ["perpetrator: Israel", "target: soldiers"]],
    [
      "Fighters of the Harakat al-Fajr attacked soldiers",
      ["perpetrator: Harakat al-Fajr", "target: soldiers"],
    ],
    ["The leader of the guerrillas who attacked the army", ["perpetrator: guerrillas", "target: army"]],
    ["An Algerian was arrested in the raid", ["target: Algerian"]],
    ["Navy investigators looked into the attack", []],
  ])("%s", (text, expected) => {
    expect(read(text).roles).toEqual(expected);
  });

  it("knows a suspicion from a fact", () => {
    expect(read("Suspected Taliban militants attacked a school").uses[0]?.attribution).toBe("suspected");
  });
});

describe("findBlame", () => {
  it.each([
    ["The Taliban have claimed responsibility for the attack", "claimant", "Taliban", "Taliban"],
    ["The attack was blamed on the Taliban", "accused", "Taliban", null],
    ["Iraqi militias are often blamed for these attacks", "accused", "Iran-backed Iraqi militias", null],
    ["Saudi Arabia blamed Iran for the strike", "accused", "Iran", "Saudi Arabia"],
    ["Officials attributed the bombing to Houthi rebels", "accused", "Houthis", null],
    [
      "The Sons of the River Brigade said it had carried out the ambush",
      "claimant",
      "Sons of the River Brigade",
      "Sons of the River Brigade",
    ],
    ["Responsibility for the raid was later claimed by the Taliban", "claimant", "Taliban", "Taliban"],
    ["The FLNC admitted that it had planted the bomb", "claimant", "FLNC", "FLNC"],
    ["The Taliban denied any involvement in the blast", "accused", "Taliban", null],
    ["Police believe that the Taliban were responsible", "accused", "Taliban", null],
    ["Gunmen believed to be Boko Haram members rode into the village", "accused", "Boko Haram", null],
    ["The killing bore the hallmarks of the Islamic State", "accused", "Islamic State", null],
    ["Taliban spokesman Karim Gul claimed the attack", "claimant", "Taliban", "Taliban"],
  ])("%s", (text, role, name, by) => {
    const [blame] = read(text).blame;
    expect(blame).toMatchObject({ role, name, attributedBy: by });
  });

  it("names nobody when no group has claimed it", () => {
    expect(read("No group has claimed responsibility for the Taliban-style attack").blame).toEqual([]);
    expect(read("The Taliban have not claimed responsibility").blame).toEqual([]);
    expect(read("The army said it had killed ten rebels").blame).toEqual([]);
  });
});
