import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseOccurred } from "@/lib/dates/edtf";
import { arbitraryEdtf } from "@/lib/dates/edtf-arbitrary";
import { readTypedDate } from "@/lib/dates/typed";
import { describeOccurred } from "@/lib/dates/words";
import { addDays } from "@/lib/dates/zones";

const timeZone = "Asia/Baghdad";
const referenceDay = "2021-07-06";

function read(text: string, reference: string | null = referenceDay): string {
  const result = readTypedDate(text, { timeZone, referenceDay: reference });
  return result.ok ? result.edtf : `! ${result.message}`;
}

describe("dates as people write them", () => {
  it.each([
    ["5 July 2021 afternoon", "2021-07-05T12:00/2021-07-05T18:00"],
    ["afternoon of Monday 5 July 2021", "2021-07-05T12:00/2021-07-05T18:00"],
    ["in the early morning of July 6, 2021", "2021-07-06T00:00/2021-07-06T06:00"],
    ["night of 5 July 2021", "2021-07-05T18:00/2021-07-06T06:00"],
    ["early June 2021", "2021-06-01/2021-06-10"],
    ["mid-June 2021", "2021-06-11/2021-06-20"],
    ["end of February 2020", "2020-02-21/2020-02-29"],
    ["late 2019", "2019-09/2019-12"],
    ["2021-06-26/2021-07-05", "2021-06-26/2021-07-05"],
    ["between 26 June and 5 July 2021", "2021-06-26/2021-07-05"],
    ["26 June – 5 July 2021", "2021-06-26/2021-07-05"],
    ["5-8 July 2021", "2021-07-05/2021-07-08"],
    ["July 5-8, 2021", "2021-07-05/2021-07-08"],
    ["between May and July 2021", "2021-05/2021-07"],
    ["~2020", "2020~"],
    ["about May 2021", "2021-05~"],
    ["possibly 5 July 2021", "2021-07-05?"],
    ["26/7/2021", "2021-07-26"],
    ["7/26/2021", "2021-07-26"],
    ["7/7/2021", "2021-07-07"],
    ["2021/07/06", "2021-07-06"],
    ["12/2021", "2021-12"],
    ["Sept. 14th, 2019", "2019-09-14"],
    ["14 Sept 2019 at 4:00 am", "2019-09-14T04:00"],
    ["12:30 pm on 5 July 2021", "2021-07-05T12:30"],
    ["noon on 5 July 2021", "2021-07-05T12:00"],
    ["around noon on 5 July 2021", "2021-07-05T11:00/2021-07-05T13:00"],
    ["between 4 pm and 6 pm on 5 July 2021", "2021-07-05T16:00/2021-07-05T18:00"],
    ["since May 2021", "2021-05/.."],
    ["before 5 July 2021", "../2021-07-05"],
    ["5 or 6 July 2021", "[2021-07-05,2021-07-06]"],
    ["spring 2021", "2021-21"],
    ["the 2010s", "201X"],
    ["week of 7 July 2021", "2021-07-05/2021-07-11"],
    ["the week before July 6, 2021", "2021-06-29/2021-07-05"],
    ["yesterday", "2021-07-05"],
    ["yesterday afternoon", "2021-07-05T12:00/2021-07-05T18:00"],
    ["Monday", "2021-07-05"],
    ["last Tuesday", "2021-06-29"],
    ["two days ago", "2021-07-04"],
    ["last week", "2021-06-28/2021-07-04"],
    ["this week", "2021-07-05/2021-07-11"],
    ["last month", "2021-06"],
    ["earlier this month", "2021-07-01/2021-07-06"],
    ["last year", "2020"],
    ["two weeks ago", "2021-06-22~"],
    ["seven months ago", "2020-12"],
    ["in the past ten days", "2021-06-26/2021-07-06"],
    ["over the last two months", "2021-05-06/2021-07-06"],
    ["5 July", "2021-07-05"],
    ["28 December", "2020-12-28"],
  ])("%s", (text, edtf) => expect(read(text)).toBe(edtf));
});

describe("what is refused, and why", () => {
  it.each([
    ["6/7/2021", "6 July 2021 or 7 June 2021"],
    ["5.7.2021", "5 July 2021 or 7 May 2021"],
    ["6/7/21", "two digits"],
    ["5 Jul 21", "not understood"],
    ["31 June 2021", "it has 30 days"],
    ["Tuesday 5 July 2021", "is a Monday"],
    ["midnight on 5 July 2021", "24:00"],
    ["25:00 on 5 July 2021", "not a time of day"],
    ["2021-02-30", "28 days"],
    ["8 July to 5 July 2021", "ends before it begins"],
    ["hello", "not understood"],
    ["", "Give a date"],
    ["x".repeat(300), "200 characters"],
  ])("%s", (text, part) => expect(read(text)).toContain(part));

  it("a day without its year, or a relative day, when nothing supplies the rest", () => {
    expect(read("5 July", null)).toContain("Which year?");
    expect(read("yesterday", null)).toContain("Which day");
  });
});

describe("for any text", () => {
  it("EDTF is read as parseOccurred reads it", () => {
    fc.assert(
      fc.property(arbitraryEdtf, (text) => {
        const direct = parseOccurred(text, timeZone);
        if (direct.ok) expect(readTypedDate(text, { timeZone })).toEqual(direct);
      }),
    );
  });

  it("the words for a day are read back as that day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.constantFrom("long", "short", "axis"),
        (days, style) => {
          const day = addDays("1950-01-01", days);
          expect(read(describeOccurred(day, timeZone, { style }))).toBe(day);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("never throws", () => {
    const words = [
      "about",
      "5",
      "July",
      "2021",
      "to",
      "or",
      "early",
      "night",
      "of",
      "16:00",
      "/",
      "week",
      "since",
      "?",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), (parts) => {
        expect(read(parts.join(" "))).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});
