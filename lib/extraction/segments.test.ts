import { describe, expect, it } from "vitest";
import { findCues } from "./cues";
import { splitSegments } from "./segments";
import { tokenize } from "./tokens";

function read(text: string) {
  const tokens = tokenize(text, { start: 0, end: text.length });
  const segments = splitSegments(text, tokens, findCues(tokens));
  return segments.map((segment) => `${segment.connector?.link ?? "-"}: ${tokens[segment.first]?.text}`);
}

describe("splitSegments", () => {
  it.each([
    ["Jets bombed a camp after militants attacked a bus", ["-: Jets", "follows: after"]],
    ["Jets bombed a camp in retaliation for a rocket attack", ["-: Jets", "retaliation-for: in"]],
    ["Troops were attacked hours after rockets were fired at a base", ["-: Troops", "follows: after"]],
    ["Ten people were killed after a bomb exploded", ["-: Ten"]],
    ["Ten people died when a bomb exploded", ["-: Ten"]],
    ["He spoke to reporters after the attack", ["-: He"]],
    ["Gunmen shot two settlers the day after a deadly military raid", ["-: Gunmen", "follows: after"]],
    ["The attack came as 20 soldiers were killed in clashes", ["-: The", "-: came"]],
    [
      "Rebels ambushed a convoy, prompting jets to respond with air strikes",
      ["-: Rebels", "response-to: prompting"],
    ],
    ["It came a day after a suicide bombing in Kabul", ["follows: It"]],
    ["It is the deadliest attack since a bombing in 2018", ["-: It", "-: since"]],
    ["Following a drone attack in Erbil, jets bombed a camp", ["-: Following", "follows: ,"]],
    ["Militants fired rockets and the army responded with air strikes", ["-: Militants", "response-to: and"]],
    ["Israel hit back with air strikes on two camps", ["response-to: Israel"]],
    ["In retaliation, jets bombed a camp", ["retaliation-for: In"]],
    ["It was the group's retaliation for the killing of its leader in a raid", ["retaliation-for: It"]],
    ["The raid came before the clash at the river", ["-: The", "follows: before"]],
    ["Troops shot a man before the ambush ended", ["-: Troops"]],
    ["Four hours before the explosion a soldier was shot", ["-: before", "follows: a"]],
    ["Troops killed nine rebels, including a commander, in a raid on a camp", ["-: Troops"]],
    [
      "Troops killed nine rebels this year, including a raid on a camp that killed four",
      ["-: Troops", "-: including"],
    ],
    ["Three men were ambushed while on a road outside the town, police shot back", ["-: Three"]],
    ["Two men were shot a mile from the spot where a bomb had killed eight soldiers", ["-: Two", "-: from"]],
    ["Riots broke out in protests against the murder of two teachers", ["-: Riots", "response-to: against"]],
    ["A bomb was thrown shortly after 2300 hrs and shots were fired", ["-: A"]],
    ["The scare came ahead of the funeral of a man who was shot dead by rebels", ["-: The"]],
    ["The driver died after being shot at a checkpoint", ["-: The"]],
    ["Police arrested two men in connection with the bombing", ["-: Police", "response-to: in"]],
    ["The ambush was part of a series of attacks", ["-: The", "part-of: part"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("turns the link round where the earlier event comes first", () => {
    const text = "Following a drone attack in Erbil, jets bombed a camp";
    const tokens = tokenize(text, { start: 0, end: text.length });
    expect(splitSegments(text, tokens, findCues(tokens))[1]?.connector?.isReversed).toBe(true);
  });
});
