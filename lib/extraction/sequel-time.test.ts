import { describe, expect, it } from "vitest";
import { findConnectors } from "./connectors";
import { timeAfter } from "./sequel-time";
import { tokenize } from "./tokens";
import { onDay } from "./when";

const cause = { when: onDay("2015-03-09"), span: { start: 0, end: 1 }, isWeak: false };

function read(words: string): string | null {
  const text = `${words} after the bombing, jets struck a camp`;
  const tokens = tokenize(text, { start: 0, end: text.length });
  const [connector] = findConnectors(text, tokens, tokens.length);
  const time = connector ? timeAfter(cause, connector) : null;
  return time && `${time.when.from}/${time.when.to}`;
}

describe("timeAfter", () => {
  it.each([
    ["Hours", "2015-03-09/2015-03-10"],
    ["Two days", "2015-03-11/2015-03-11"],
    ["Days", "2015-03-10/2015-03-15"],
    ["A week", "2015-03-12/2015-03-20"],
    ["Less than a week", "2015-03-09/2015-03-16"],
    ["Two months", "2015-05-01/2015-05-31"],
  ])("%s after", (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  it("gives nothing without a distance", () => {
    expect(read("The army said that")).toBeNull();
  });
});
