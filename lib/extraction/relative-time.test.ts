import { describe, expect, it } from "vitest";
import { findConnectors } from "./connectors";
import { timeBefore } from "./relative-time";
import { tokenize } from "./tokens";
import { onDay, toEdtf } from "./when";

const later = { when: onDay("2015-03-09"), span: { start: 0, end: 1 }, isWeak: false };

function read(words: string): string | null {
  const text = `The raid came ${words} after the bombing`;
  const tokens = tokenize(text, { start: 0, end: text.length });
  const [connector] = findConnectors(text, tokens, tokens.length);
  const time = connector ? timeBefore(later, connector) : null;
  return time && toEdtf(time.when);
}

describe("timeBefore", () => {
  it.each([
    ["hours", "2015-03-08/2015-03-09"],
    ["two days", "2015-03-07"],
    ["days", "2015-03-03/2015-03-08"],
    ["a week", "2015-02-26/2015-03-06"],
    ["less than a week", "2015-03-02/2015-03-09"],
    ["three months", "2014-12"],
    ["a year", "2014"],
    ["nearly three months", "2014-12"],
    ["almost a month", "2015-02"],
    ["more than two years", "2012"],
  ])("%s after", (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  it("takes the month before where a little more than so many months lie between", () => {
    const text = "It came a little over two months after the raid";
    const tokens = tokenize(text, { start: 0, end: text.length });
    const [connector] = findConnectors(text, tokens, tokens.length);
    const early = { ...later, when: onDay("2015-03-03") };
    expect(connector && toEdtf(timeBefore(early, connector)?.when ?? early.when)).toBe("2014-12");
  });
});
