import { describe, expect, it } from "vitest";
import { findTimes } from "./time";
import { onDay, toEdtf } from "./when";

const published = "2021-07-08"; // a Thursday

function read(text: string, narrative: string | null = null) {
  const anchor = { published, narrative: narrative ? onDay(narrative) : null, isFuture: false };
  return findTimes(text, { start: 0, end: text.length }, anchor);
}
const edtf = (text: string, narrative?: string) => {
  const found = read(text, narrative ?? null).find((time) => time.when);
  return found?.when ? toEdtf(found.when) : null;
};

describe("days of the calendar", () => {
  it.each([
    ["on Sept. 11, 2001", "2001-09-11"],
    ["11 September 2001", "2001-09-11"],
    ["March 3rd", "2021-03-03"],
    ["the third of March", "2021-03-03"],
    ["on the twenty-first of May 2019", "2019-05-21"],
    ["May 3, '98", "1998-05-03"],
    ["between 3 and 5 May", "2021-05-03/2021-05-05"],
    ["in the past three months", "2021-04/2021-07"],
    ["six weeks of heavy fighting", "2021-05-27/2021-07-08"],
    ["shortly after midnight on Wednesday", "2021-07-07T00:00/2021-07-07T06:00"],
    ["28 June to 2 July", "2021-06-28/2021-07-02"],
    ["from December 30 to January 2, 2020", "2019-12-30/2020-01-02"],
    ["JULY 5", "2021-07-05"],
    ["a camp was shelled from Sept. 19 on", "2020-09-19"],
    ["in Nov. 2003", "2003-11"],
    ["in Nov.", "2020-11"],
    ["on february 28 last year", "2020-02-28"],
    ["on May ten people died", null],
  ])("%s", (text, expected) => {
    expect(edtf(text)).toBe(expected);
  });

  it.each([
    ["06/21/2021", "2021-06-21"],
    ["21/06/2021", "2021-06-21"],
    ["04.06.2021", "2021-06-04"],
    ["5/10/21", "2021-05-10"],
    ["10/5/21", "2021-05-10"],
    ["2021/06/21", "2021-06-21"],
    ["21-Jun-2021", "2021-06-21"],
    ["20210621", "2021-06-21"],
    ["on 6/21", "2021-06-21"],
    ["version 3.4.12", null],
    ["a vote of 5/8", null],
  ])("in digits: %s", (text, expected) => {
    expect(edtf(text)).toBe(expected);
  });

  it("takes the year in which the weekday fits, an announced day included", () => {
    expect(edtf("Sunday, July 18")).toBe("2021-07-18");
    expect(edtf("Saturday, July 18")).toBe("2020-07-18");
  });

  it("knows what lies ahead by the words before it", () => {
    expect(edtf("A court is due to hear them on July 20")).toBe("2021-07-20");
    expect(edtf("A court heard them on July 20")).toBe("2020-07-20");
  });

  it.each([
    ["on New Year's Eve", "2020-12-31"],
    ["on Christmas Day 2018", "2018-12-25"],
    ["on Good Friday", "2021-04-02"],
    ["the Easter Sunday bombings", "2021-04-04"],
    ["a Christmas market", null],
  ])("feasts: %s", (text, expected) => {
    expect(edtf(text)).toBe(expected);
  });
});

describe("weekdays", () => {
  it.each([
    ["this past Tuesday", "2021-07-06"],
    ["last Wednesday", "2021-06-30"],
    ["last Sunday", "2021-07-04"],
    ["Tuesday of last week", "2021-06-29"],
    ["last week on Tuesday", "2021-06-29"],
    ["Friday the 25th", "2021-06-25"],
    ["on the 5th, a mortar fell", "2021-07-05"],
    ["on the 27th.", "2021-06-27"],
    ["on the 5th floor", null],
    ["the first Friday of March 2019", "2019-03-01"],
    ["the last Monday of last month", "2021-06-28"],
    ["on Monday and Tuesday", "2021-07-05/2021-07-06"],
    ["overnight Monday to Tuesday", "2021-07-05/2021-07-06"],
    ["between Sunday and Tuesday", "2021-07-04/2021-07-06"],
    ["a week ago yesterday", "2021-06-30"],
  ])("%s", (text, expected) => {
    expect(edtf(text)).toBe(expected);
  });

  it.each([
    ["the previous Friday", "2019-05-03"],
    ["the following Monday", "2019-05-13"],
    ["the Friday before.", "2019-05-03"],
    ["on the 12th.", "2019-05-12"],
  ])("%s, from the day last spoken of", (text, expected) => {
    expect(edtf(text, "2019-05-09")).toBe(expected);
  });

  it("takes parts of the day with it", () => {
    expect(edtf("early on Tuesday")).toBe("2021-07-06T00:00/2021-07-06T06:00");
    expect(edtf("at first light on Tuesday")).toBe("2021-07-06T00:00/2021-07-06T06:00");
    expect(edtf("Tuesday in the evening")).toBe("2021-07-06T18:00/2021-07-06T24:00");
  });
});

describe("distances", () => {
  it.each([
    ["1 month and 3 days ago", "2021-06-05"],
    ["a week ago", "2021-07-01~"],
    ["two weeks before 20 May 2020", "2020-05-06"],
    ["the day after Christmas Day 2018", "2018-12-26"],
    ["two days before yesterday", "2021-07-05"],
    ["in the 1990s", "1990/1999"],
    ["on the last day of 2018", "2018-12-31"],
    ["the last quarter of 1989", "1989-10/1989-12"],
    ["in the first eight months of the year", "2021-01/2021-08"],
    ["in late October and November 2020", "2020-10-21/2020-11-30"],
    ["in 2003 and 2004 villages were raided", "2003/2004"],
    ["more than six months ago", "2020-12"],
    ["almost a year ago", "2020"],
    ["less than a week ago", "2021-07-01/2021-07-08"],
  ])("%s", (text, expected) => {
    expect(edtf(text)).toBe(expected);
  });

  it.each([
    ["the night before", "2020-01-02T18:00/2020-01-02T24:00"],
    ["earlier in the day", "2020-01-03"],
    ["two weeks earlier", "2019-12-20"],
    ["three days later than planned", "2020-01-03"],
    ["less than a day earlier", "2020-01-02/2020-01-03"],
    ["more than two days later", "2020-01-05"],
  ])("%s, from the day last spoken of", (text, expected) => {
    expect(edtf(text, "2020-01-03")).toBe(expected);
  });

  it("reads a distance behind a stretch of time as one of its own", () => {
    const days = read("They held out for the last 2 months and 3 weeks and 4 days ago they fled");
    expect(days.at(-1)?.when?.from).toBe("2021-07-04");
  });

  it.each([
    ["It is the biggest loss for the militia since its ouster from the city in 2001", true],
    ["A convoy was attacked in 2001 after the fall of the city", false],
    ["the first raid this year", true],
    ["since the start of the year", true],
    ["he is in hiding now", true],
    ["It was the fifth raid since the ban of the party, its political front, a month ago", true],
    ["He was taken since talks between the two sides had begun in June", true],
    ["The army hit back for Sunday's attack", false],
    ["Police prepared for Sunday's parade", true],
    ["nobody was held by nightfall", true],
    ["since 3 May, when shells fell", false],
    ["a raid this year", false],
    ["troops fought from Sunday to Tuesday", false],
  ])("%s: a limit or a comparison is no day of an event (%s)", (text, isBound) => {
    expect(read(text).at(-1)?.isBound).toBe(isBound);
  });
});

describe("hours", () => {
  it.each([
    ["around 3.30pm local time", "15:30"],
    ["at 1430 hours", "14:30"],
    ["at 0730 GMT", "07:30"],
    ["at about 6.15 this morning", "06:15"],
    ["on Monday night at 9.", "21:00"],
    ["at 8:40", "08:40"],
    ["shortly after midnight", "00:00"],
    ["1430 soldiers", null],
  ])("%s", (text, expected) => {
    expect(read(text).find((time) => time.clock)?.clock ?? null).toBe(expected);
  });

  it("keeps the day of 'this morning' beside its clock time", () => {
    expect(edtf("at about 6.15 this morning")).toBe("2021-07-08T06:00/2021-07-08T12:00");
  });

  it.each([
    ["Shells fell at noon.", "2021-07-06T12:00"],
    ["Shells fell after midnight.", "2021-07-07T00:00/2021-07-07T06:00"],
    ["09:55 Shells are falling.", "2021-07-08T09:55"],
    ["Shells fell on Sunday, just before dawn.", "2021-07-04T00:00/2021-07-04T06:00"],
  ])("says which day hours alone are of: %s", (text, expected) => {
    const hours = read(text, "2021-07-06").find((time) => !time.when);
    expect(hours?.day && toEdtf(hours.day)).toBe(expected);
  });
});
