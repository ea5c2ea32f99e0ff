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
    ["Snipers fatally shot three pirates.", ["killed 3-3"]],
    ["The army says 576 of its troops have died over the same period.", []],
    ["The raid raised the death toll from three days of clashes to at least 30.", []],
    ["Seven men were killed in Philippine clashes.", ["killed 7-7"]],
    ["Thousands have been killed throughout the uprising.", []],
    ["There were no casualties.", ["killed 0-0", "injured 0-0"]],
    ["No one was hurt.", ["killed 0-0", "injured 0-0"]],
    ["It caused no injuries.", ["injured 0-0"]],
    ["There was no immediate word on casualties.", []],
    ["It did not say whether there were casualties.", []],
    ["Three rockets hit the base.", []],
    ["A 12-year-old told of 5 explosions.", []],
    ["The girls could be killed.", []],
    ["Nobody knows how many of the 300 workers survived.", []],
    ["Sixteen innocent lives were lost.", ["killed 16-16"]],
    ["Five villagers had their throats cut.", ["killed 5-5"]],
    ["The ambush, the deadliest since 2004, killed nine soldiers.", ["killed 9-9"]],
    ["The truck was hit at 0900, and four people died.", ["killed 4-4"]],
    ["One of the four, a student, died.", ["killed 1-1"]],
    ["Every one of the four was killed.", ["killed 4-4"]],
    ["The commander was shot dead in his car along with two aides.", ["killed 1-1", "killed 2-2"]],
    ["The deaths of civilians angered the town.", ["killed 1-"]],
    ["Judge Ramirez's murder shocked the city.", ["killed 1-"]],
    ["His body was found by the road.", ["killed 1-1"]],
    ["Police blamed them for the attempted murder of a guard.", []],
    ["Some 200 students lit candles for the dead.", []],
    ["He was pronounced dead at the scene.", ["killed 1-1"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("tells additions, claims, running totals and earlier figures", () => {
    const flags = (text: string) => findCasualties(text, { start: 0, end: text.length }, [])[0];
    expect(flags("At least five other civilians also died.")?.isOther).toBe(true);
    expect(flags("The group claimed 190 were dead.")?.isClaim).toBe(true);
    expect(flags("The death toll rose to 20.")?.isToll).toBe(true);
    expect(flags("Police had earlier put the toll at 207.")?.isEarlier).toBe(true);
    expect(flags("Officials lowered the toll to seven.")?.isCorrection).toBe(true);
    expect(flags("Officials confirmed that 16 people had died.")?.isOfficial).toBe(true);
    expect(flags("A rights group put the death toll at 37.")?.isClaim).toBe(true);
    expect(flags("He denied that 12 people were killed.")?.isClaim).toBe(true);
    expect(flags("Five of the dead were children.")?.isPart).toBe(true);
  });
});
