import { describe, expect, it } from "vitest";
import { isAcronym, organisationLength, sideOf } from "./organisations";
import { tokenize } from "./tokens";

function named(text: string): string[] {
  const tokens = tokenize(text, { start: 0, end: text.length });
  const found: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = organisationLength(tokens, at);
    const [from, to] = [tokens[at], tokens[at + length - 1]];
    if (length > 0 && from && to) found.push(text.slice(from.start, to.end));
    at += Math.max(1, length);
  }
  return found;
}

describe("organisationLength", () => {
  it.each([
    ["a note from the Armed Forces of Popular Resistance said", ["Armed Forces of Popular Resistance"]],
    ["The Basque-Spanish Battalion took responsibility", ["Basque-Spanish Battalion"]],
    ["men of the Ulster Defence Regiment", ["Ulster Defence Regiment"]],
    ["calling itself the Green Valley Liberation Army", ["Green Valley Liberation Army"]],
    ["fighters of Jaish al-Haqq fired", ["Jaish al-Haqq"]],
    ["near Police Street in the town", []],
    ["Army Chief Ahmed Ali spoke", []],
    ["the army attacked the front", []],
    ["GUERRILLAS ATTACKED AN ARMY POST NEAR THE CITY", []],
  ])("%s", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe("isAcronym", () => {
  it.each([
    ["gunmen of the FLNC attacked", 3, true],
    ["shot with an RPG there", 3, false],
    ["they left Rome early", 2, false],
  ])("%s", (text, at, expected) => {
    expect(isAcronym(tokenize(text, { start: 0, end: text.length }), at)).toBe(expected);
  });
});

describe("sideOf", () => {
  it("tells a state's forces from others by their words", () => {
    expect(sideOf("Federal Police")).toBe("force");
    expect(sideOf("People's Liberation Army")).toBe("armed");
    expect(sideOf("Northern Front")).toBe("armed");
  });
});
