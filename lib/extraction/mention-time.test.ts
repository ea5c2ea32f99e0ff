import { describe, expect, it } from "vitest";
import { timeSince } from "./mention-time";
import { findTimes } from "./time";
import { toEdtf } from "./when";

const published = "2021-07-08";

function read(text: string): string | null {
  const span = { start: 0, end: text.length };
  const times = findTimes(text, span, { published, narrative: null, isFuture: false });
  const when = timeSince(text, { ...span, times }, published);
  return when && toEdtf(when);
}

describe("timeSince", () => {
  it.each([
    ["Since March, the rebels have killed 30 villagers", "2021-03/2021-07"],
    ["It was the fourth such raid since April", "2021-04/2021-07"],
    ["Hundreds have died in raids since 2014", "2014/2021"],
    ["Nine people have been shot since 3 May", "2021-05-03/2021-07-08"],
    ["It was the third bombing since the start of the year", "2021-01/2021-07"],
  ])("%s: until the day of publication", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    "It was the tenth raid since March 3, when a ship was seized",
    "A man in hiding since March was shot dead",
    "Rebels have killed 30 villagers in March",
  ])("%s: nothing is counted from a day", (text) => {
    expect(read(text)).toBeNull();
  });
});
