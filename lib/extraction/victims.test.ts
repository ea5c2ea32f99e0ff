import { describe, expect, it } from "vitest";
import { findCasualties } from "./casualties";
import { findEntities } from "./entities";
import { sampleKnowledge } from "./sample-knowledge";
import { tokenize } from "./tokens";
import { takenIn, victimsOf } from "./victims";

function entitiesOf(text: string) {
  const span = { start: 0, end: text.length };
  return { span, entities: findEntities(text, tokenize(text, span), sampleKnowledge) };
}

const victims = (text: string) => {
  const { span, entities } = entitiesOf(text);
  return victimsOf(text, span, findCasualties(text, span, []), entities).map((use) => use.name);
};
const taken = (text: string) => {
  const { span, entities } = entitiesOf(text);
  return takenIn(text, span, entities).map((use) => use.name);
};

describe("victimsOf", () => {
  it.each([
    ["Two Malaysian tourists were killed.", ["Malaysian tourists"]],
    ["A court employee was shot dead in the city.", ["court employee"]],
    ["The blast killed four bank guards near the gate.", ["bank guards"]],
    ["A 9-year-old girl died.", ["girl"]],
    ["Gunmen shot dead Pedro Alarcon, a lawyer.", ["Pedro Alarcon"]],
    ["The death of a Kenyan aid worker was confirmed.", ["Kenyan aid worker"]],
    ["Three Houthi fighters were killed.", ["Houthis"]],
  ])("%s", (text, names) => {
    expect(victims(text)).toEqual(names);
  });

  it.each([
    "Fourteen people died.",
    "The death toll rose to 12.",
    "His wife and their two sons were killed.",
    "Two of the attackers were killed.",
    "No one was hurt.",
  ])("names nobody: %s", (text) => {
    expect(victims(text)).toEqual([]);
  });

  it("keeps a man of whom nothing more is told for want of better", () => {
    const text = "A man was shot in the leg.";
    const { span, entities } = entitiesOf(text);
    expect(victimsOf(text, span, findCasualties(text, span, []), entities)).toMatchObject([
      { name: "man", role: "target", isWeak: true },
    ]);
  });
});

describe("takenIn", () => {
  it.each([
    ["Police arrested five men in the port.", ["five men"]],
    ["Gunmen kidnapped seven road workers.", ["road workers"]],
    ["A police inspector was abducted at dawn.", ["police inspector"]],
    ["The journalist Ana Ruiz was detained for hours.", ["Ana Ruiz"]],
    ["The army moved on Friday.", []],
  ])("%s", (text, names) => {
    expect(taken(text)).toEqual(names);
  });
});
