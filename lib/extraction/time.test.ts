import { describe, expect, it } from "vitest";
import { findTimes } from "./time";
import { onDay, toEdtf } from "./when";

const published = "2021-07-06"; // a Tuesday

function read(text: string, narrative: string | null = null, isFuture = false) {
  const anchor = { published, narrative: narrative ? onDay(narrative) : null, isFuture };
  return findTimes(text, { start: 0, end: text.length }, anchor);
}
const edtf = (text: string, narrative?: string) => {
  const [first] = read(text, narrative ?? null);
  return first?.when ? toEdtf(first.when) : null;
};

describe("findTimes", () => {
  it.each([
    ["Early on the morning of July 6, it fell", "2021-07-06T00:00/2021-07-06T06:00"],
    ["early Tuesday morning", "2021-07-06T00:00/2021-07-06T06:00"],
    ["On Monday afternoon, rockets fell", "2021-07-05T12:00/2021-07-05T18:00"],
    ["late on Sunday a bomb exploded", "2021-07-04T18:00/2021-07-04T24:00"],
    ["last Tuesday", "2021-06-29"],
    ["yesterday", "2021-07-05"],
    ["last night", "2021-07-05T18:00/2021-07-05T24:00"],
    ["overnight", "2021-07-05/2021-07-06"],
    ["last week", "2021-06-27/2021-07-04"],
    ["last month", "2021-06"],
    ["last year", "2020"],
    ["in May", "2021-05"],
    ["in August 2018", "2018-08"],
    ["in early October", "2020-10-01/2020-10-10"],
    ["December 31", "2020-12-31"],
    ["on 3rd March 1999", "1999-03-03"],
    ["24-26 March 2003", "2003-03-24/2003-03-26"],
    ["In 2006, a plot failed", "2006"],
    ["between 2014 and 2017", "2014/2017"],
    ["two days ago", "2021-07-04"],
    ["three months ago", "2021-04"],
    ["over the weekend", "2021-07-03/2021-07-04"],
    ["2021-02-30", null],
    ["they may march on", null],
    ["2,015 people", null],
  ])("%s", (text, expected) => {
    expect(edtf(text)).toBe(expected);
  });

  it.each([
    ["the same day", "2020-01-03"],
    ["a day earlier", "2020-01-02"],
    ["the following day", "2020-01-04"],
    ["two days later", "2020-01-05"],
    ["in the previous days", "2019-12-29/2020-01-02"],
  ])("reads %s from the day last spoken of", (text, expected) => {
    expect(edtf(text, "2020-01-03")).toBe(expected);
  });

  it("moves on within a sentence", () => {
    const [, second] = read("On Friday a statement spoke of an attack that day");
    expect(second?.when && toEdtf(second.when)).toBe("2021-07-02");
  });

  it("looks forward in a clause about the future", () => {
    expect(read("They will meet on Monday", null, true)[0]?.when?.from).toBe("2021-07-12");
  });

  it.each([
    ["at about 7:45 p.m.", "19:45"],
    ["at 4:00 A.M. local time", "04:00"],
    ["at 16:32", "16:32"],
    ["at noon", "12:00"],
  ])("reads the clock in %s", (text, clock) => {
    expect(read(text)[0]?.clock).toBe(clock);
  });

  it("marks what starts or measures a state", () => {
    expect(read("since 2014")[0]?.isBound).toBe(true);
    expect(read("for the last five years")[0]?.isBound).toBe(true);
    expect(read("on Monday")[0]?.isBound).toBe(false);
  });
});
