import { describe, expect, it } from "vitest";
import { findCasualties } from "./casualties";

function read(text: string) {
  const found = findCasualties(text, { start: 0, end: text.length }, []);
  return found.map(({ field, count }) => `${field} ${count.min}-${count.max ?? ""}`);
}

describe("findCasualties", () => {
  it.each([
    ["A bomb killed five people and wounded 110.", ["killed 5-5", "injured 110-110"]],
    ["At least four people were killed.", ["killed 4-"]],
    ["The blast killed two soldiers and three civilians.", ["killed 2-2", "killed 3-3"]],
    ["Twelve people were killed and at least 30 injured.", ["killed 12-12", "injured 30-"]],
    ["It left ten dead and 20 others wounded.", ["killed 10-10", "injured 20-20"]],
    ["The death toll has risen to 290.", ["killed 290-290"]],
    ["Dozens died in the attack.", ["killed 12-"]],
    ["It killed 35 people, including 12 children.", ["killed 35-35"]],
    ["Four people, two of them children, were killed.", ["killed 4-4"]],
    ["Two gunmen killed 13 people.", ["killed 13-13"]],
    ["Gunmen shot dead a policeman.", ["killed 1-1"]],
    ["The strike killed Omar Khalid, a commander.", ["killed 1-"]],
    ["The assassination of the deputy governor shocked many.", ["killed 1-1"]],
    ["There were no casualties.", ["killed 0-0", "injured 0-0"]],
    ["No one was hurt.", ["killed 0-0", "injured 0-0"]],
    ["It caused no injuries.", ["injured 0-0"]],
    ["There was no immediate word on casualties.", []],
    ["It did not say whether there were casualties.", []],
    ["Three rockets hit the base.", []],
    ["A 12-year-old told of 5 explosions.", []],
    ["The girls could be killed.", []],
    ["Nobody knows how many of the 300 workers survived.", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("tells additions, claims, running totals and earlier figures", () => {
    const flags = (text: string) => findCasualties(text, { start: 0, end: text.length }, [])[0];
    expect(flags("At least five other civilians also died.")?.isOther).toBe(true);
    expect(flags("The group claimed 190 were dead.")?.isClaim).toBe(true);
    expect(flags("The death toll rose to 20.")?.isToll).toBe(true);
    expect(flags("Police had earlier put the toll at 207.")?.isEarlier).toBe(true);
  });
});
