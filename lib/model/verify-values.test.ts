import { describe, expect, it } from "vitest";
import type { ModelFacts } from "./verify";
import { strike, verify } from "./verify-sample";

describe("a number", () => {
  const killed = (value: number | null, killedQuote: string, killedMax: number | null = null) =>
    verify({ killed: value, killedQuote, killedMax })?.killed;
  const injured = (value: number | null, injuredQuote: string, injuredMax: number | null = null) =>
    verify({ injured: value, injuredQuote, injuredMax })?.injured;

  it("is read from its quote, with what bounds it in the sentence", () => {
    expect(killed(3, "killing three soldiers")).toEqual({ min: 3, max: 3 });
    expect(injured(12, strike)).toEqual({ min: 12, max: 12 });
    expect(injured(10, "between 10 and 14 people wounded", 14)).toEqual({ min: 10, max: 14 });
    expect(killed(2400, "2,400 people have been killed")).toEqual({ min: 2400, max: 2400 });
    const atLeast = "Rockets hit the base. Witnesses said at least five people were killed.";
    expect(
      verify(
        { eventTypeQuote: "Rockets hit the base", killed: 5, killedQuote: "five people were killed" },
        { text: atLeast },
      )?.killed,
    ).toEqual({ min: 5, max: null });
    expect(
      verify(
        { eventTypeQuote: "Rockets hit the base", killed: 5, killedQuote: "up to five people were killed" },
        { text: atLeast.replace("at least", "up to") },
      )?.killed,
    ).toEqual({ min: 1, max: 5 });
  });

  it.each([
    ["that its quote does not hold", 30, strike],
    ["of rockets", 4, "At least four rockets hit Camp Taji"],
    ["of the wounded, given for the dead", 12, strike],
    ["whose quote is not in the article", 3, "killing three sailors"],
    ["cut out of a larger one", 400, "400 people have been killed"],
    ["below nought", -3, strike],
    ["that is no whole one", 3.5, strike],
    ["beyond all measure", 1e15, strike],
    ["that is none at all", Number.NaN, strike],
    ["of a year", 2014, "2,400 people have been killed since 2014"],
    ["of nobody, where somebody was killed", 0, strike],
  ])("%s is dropped", (_what, value, quote) => {
    expect(killed(value, quote)).toBeNull();
    const fields = verify({ killed: value, killedQuote: quote })?.quotes.map(({ field }) => field);
    expect(fields).toEqual(["eventType"]);
  });

  it("has both of its ends in the quote", () => {
    expect(injured(10, "between 10 and 14 people wounded", 20)).toBeNull();
    expect(injured(9, "between 10 and 14 people wounded", 14)).toBeNull();
    expect(injured(14, "between 10 and 14 people wounded", 10)).toBeNull();
  });

  it("is nought where the quote says so of the same harm", () => {
    expect(injured(0, "No one was hurt in Mosul")).toEqual({ min: 0, max: 0 });
    expect(injured(0, "in Mosul on July 3, 2021")).toBeNull();
  });

  it("is one where the quote counts one with an article", () => {
    const one = "A bomb went off in Mosul. A police officer was killed. It was a large bomb.";
    const eventTypeQuote = "A bomb went off in Mosul";
    expect(
      verify({ eventTypeQuote, killed: 1, killedQuote: "A police officer was killed" }, { text: one })
        ?.killed,
    ).toEqual({
      min: 1,
      max: 1,
    });
    expect(
      verify({ eventTypeQuote, killed: 1, killedQuote: "It was a large bomb" }, { text: one })?.killed,
    ).toBeNull();
  });
});

describe("a date", () => {
  const occurred = (date: string | null, dateQuote: string, more: Partial<ModelFacts> = {}) =>
    verify({ date, dateQuote }, more)?.occurred;

  it("is taken as exactly as its quote gives it", () => {
    expect(occurred("2021-07-05", "hit Camp Taji on Monday afternoon")).toBe(
      "2021-07-05T12:00/2021-07-05T18:00",
    );
    expect(occurred("2021-07-05T03:00", strike)).toBe("2021-07-05T12:00/2021-07-05T18:00");
    expect(occurred("2021-07-03", "in Mosul on July 3, 2021")).toBe("2021-07-03");
    const month = "Rockets hit Camp Taji in May 2020.";
    expect(
      verify({ eventTypeQuote: month, date: "2020-05-17", dateQuote: month }, { text: month })?.occurred,
    ).toBe("2020-05");
  });

  it("that only another sentence explains is taken as given, as a day", () => {
    expect(occurred("2021-07-05T10:00", "An earlier attack on the same day")).toBe("2021-07-05");
  });

  it.each([
    ["of another day", "2021-07-04", "in Mosul on July 3, 2021"],
    ["of another week", "2021-06-28", strike],
    ["cut out of a longer expression", "2021-07-05", "hit Camp Taji on Monday"],
    ["without a time expression", "2021-07-05", "killing three soldiers"],
    ["after the publication", "2021-07-12", strike],
    ["far in the future", "2031-07-05", "An earlier attack on the same day"],
    ["that is none", "last Monday", strike],
    ["that does not exist", "2021-02-30", strike],
    ["with an open end", "2021-07-05/..", strike],
    ["of a state's beginning", "2014", "killed since 2014"],
    ["with a quote that is not in the article", "2021-07-05", "on Monday, 5 July"],
  ])("%s is dropped", (_what, date, quote) => {
    expect(occurred(date, quote)).toBe("");
  });

  it("told in relative words is dropped while the publication is not known", () => {
    expect(occurred("2021-07-05", strike, { publishedOn: null })).toBe("");
  });

  it("long before the publication makes an incident background", () => {
    expect(verify({ date: "2021-07-05", dateQuote: strike }, { publishedOn: "2022-07-05" })?.occurred).toBe(
      "",
    );
    const old = "Rockets hit Camp Taji on 11 March 2020.";
    expect(
      verify({ eventTypeQuote: old, date: "2020-03-11", dateQuote: old }, { text: old })?.background,
    ).toBe(true);
  });
});
