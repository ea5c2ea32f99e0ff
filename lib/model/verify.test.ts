import { describe, expect, it } from "vitest";
import { sampleKnowledge } from "@/lib/extraction/sample-knowledge";
import { eventTypes } from "@/lib/taxonomy/event-types";
import { participationRoles } from "@/lib/taxonomy/terms";
import type { ModelIncident } from "./schema";
import { type ModelFacts, verifyIncidents } from "./verify";

const strike =
  "At least four rockets hit Camp Taji on Monday afternoon, killing three soldiers and wounding a dozen.";
const text = [
  "Rockets hit base north of Baghdad",
  `BAGHDAD — ${strike} Kataib Hezbollah said it had carried out the attack, according to Al-Manar.`,
  "An earlier attack on the same day left between 10 and 14 people wounded near Café Königsberg in Erbil.",
  "Officials warned that militias would attack the embassy. They denied that a drone hit the airport.",
  "In all, 2,400 people have been killed since 2014. No one was hurt in Mosul on July 3, 2021.",
  strike,
].join("\n\n");

const facts: ModelFacts = {
  text,
  publishedOn: "2021-07-06",
  today: "2024-01-01",
  timeZone: "Asia/Baghdad",
  knowledge: sampleKnowledge,
};

const said = (changes: Partial<ModelIncident> = {}): ModelIncident => ({
  eventType: "shelling-artillery-missile-attack",
  eventTypeQuote: strike,
  outcome: "completed",
  outcomeQuote: null,
  date: null,
  dateQuote: null,
  place: null,
  placeQuote: null,
  killed: null,
  killedMax: null,
  killedQuote: null,
  injured: null,
  injuredMax: null,
  injuredQuote: null,
  participants: [],
  ...changes,
});

const verify = (changes: Partial<ModelIncident>, more: Partial<ModelFacts> = {}) =>
  verifyIncidents([said(changes)], { ...facts, ...more })[0];
const fieldsOf = (changes: Partial<ModelIncident>) => verify(changes)?.quotes.map(({ field }) => field);

describe("what stands of an answer", () => {
  it("is every value that its quote holds, under known names and in our own words", () => {
    const found = verify({
      date: "2021-07-05",
      dateQuote: strike,
      place: "Camp Taji",
      placeQuote: strike,
      killed: 3,
      killedQuote: "killing three soldiers",
      injured: 12,
      injuredQuote: "wounding a dozen",
      participants: [
        {
          name: "Kataib Hezbollah",
          role: "claimant",
          attribution: "claimed",
          attributedBy: "Al-Manar",
          quote: "Kataib Hezbollah said it had carried out the attack, according to Al-Manar.",
        },
      ],
    });
    expect(found).toMatchObject({
      title: "Rocket attack at Camp Taji: 3 killed",
      occurred: "2021-07-05T12:00/2021-07-05T18:00",
      timeZone: "Asia/Baghdad",
      place: { slug: "camp-taji", name: "Camp Taji", country: "IQ", precision: "exact" },
      eventType: "shelling-artillery-missile-attack",
      outcome: "completed",
      killed: { min: 3, max: 3 },
      injured: { min: 12, max: 12 },
      participants: [
        { slug: "kataib-hezbollah", name: "Kataib Hezbollah", role: "claimant", attributedBy: "Al-Manar" },
      ],
      background: false,
      fromModel: "all",
    });
    expect(found?.summary).toContain("On 5 July 2021, in the afternoon: rocket attack at Camp Taji.");
    for (const { exact, start, end } of found?.quotes ?? []) expect(text.slice(start, end)).toBe(exact);
    expect(found?.quotes.map(({ field }) => field)).toEqual([
      "eventType",
      "occurred",
      "place",
      "killed",
      "injured",
      "participant",
    ]);
  });

  it("stands where the text says it first, not in a repetition", () => {
    expect(verify({})?.quotes[0]?.start).toBe(text.indexOf(strike));
    const repeatedFirst = `${strike}\n\n${strike}`;
    expect(verify({}, { text: repeatedFirst })?.quotes[0]?.start).toBe(0);
  });
});

describe("an incident is dropped", () => {
  it.each([
    ["without a quote", ""],
    ["with a quote that the article does not hold", "Missiles hit Camp Taji, killing thirty"],
    ["with a quote in other letters", strike.toUpperCase()],
    ["with other quotation marks or spaces", strike.replace("on Monday", "on  Monday")],
    ["with one word as its quote", "rockets"],
    ["with the whole article as its quote", text],
    ["whose quote begins inside a word", "ockets hit Camp Taji on Monday"],
    ["that was only threatened", "militias would attack the embassy"],
    ["that was denied, although the quote leaves that out", "a drone hit the airport"],
  ])("%s", (_what, eventTypeQuote) => {
    expect(verify({ eventTypeQuote })).toBeUndefined();
  });
});

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
    expect(fieldsOf({ killed: value, killedQuote: quote })).toEqual(["eventType"]);
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

describe("a name", () => {
  const place = (name: string | null, placeQuote: string) => verify({ place: name, placeQuote })?.place;
  const actor = (name: string, quote: string) =>
    verify({
      participants: [{ name, role: "perpetrator", attribution: "alleged", attributedBy: "Nobody", quote }],
    })?.participants;

  it("is that of the gazetteer, which also knows where it is", () => {
    expect(place("camp taji", strike)).toMatchObject({ slug: "camp-taji", name: "Camp Taji" });
    expect(place("Erbil", "near Café Königsberg in Erbil")).toMatchObject({ slug: "erbil", country: "IQ" });
  });

  it("that nobody knows stands alone: nothing is made up for it", () => {
    expect(place("Cafe Konigsberg", "near Café Königsberg in Erbil")).toMatchObject({
      slug: null,
      latitude: null,
      longitude: null,
    });
    expect(actor("three soldiers", strike)).toEqual([
      { slug: null, name: "three soldiers", role: "perpetrator", attribution: "alleged", attributedBy: null },
    ]);
  });

  it.each([
    ["that its quote does not hold", "Damascus", strike],
    ["that is only a part of a word of it", "Taj", strike],
    ["without a letter", "—", strike],
    ["longer than any name", strike, strike],
    ["whose quote is not in the article", "Basra", "Rockets hit Basra"],
  ])("%s is dropped", (_what, name, quote) => {
    expect(place(name, quote)).toBeNull();
  });

  it("of an actor is dropped in the same way", () => {
    expect(actor("Iran", strike)).toEqual([]);
    expect(actor("Iran", "Iran fired the rockets")).toEqual([]);
    expect(actor("Kataib", "Kataib Hezbollah said")).toMatchObject([{ slug: null, name: "Kataib" }]);
  });
});

describe("an outcome", () => {
  it("other than completed needs words of its own", () => {
    expect(verify({ outcome: "intercepted" })?.outcome).toBe("unknown");
    expect(verify({ outcome: "intercepted", outcomeQuote: "All were shot down" })?.outcome).toBe("unknown");
    expect(
      verify({ outcome: "foiled", outcomeQuote: "They denied that a drone hit the airport" })?.outcome,
    ).toBe("foiled");
  });
});

describe("any answer at all", () => {
  it("of known words gives proposals whose quotes are verbatim", () => {
    const quotes = [
      "",
      " ",
      "a",
      "\n\n",
      "\u0000",
      "😀",
      text.slice(20, 60),
      strike,
      "$&",
      "\\d+",
      "9".repeat(700),
    ];
    for (const quote of quotes) {
      for (const value of [null, 0, 1, -1, 2 ** 53, Number.POSITIVE_INFINITY]) {
        const incident = said({
          eventType: eventTypes[0],
          date: quote,
          dateQuote: quote,
          place: quote,
          placeQuote: quote,
          killed: value,
          killedMax: value,
          killedQuote: quote,
          participants: participationRoles.map((role) => ({
            name: quote,
            role,
            attribution: "confirmed",
            attributedBy: quote,
            quote,
          })),
        });
        for (const found of verifyIncidents([incident, { ...incident, eventTypeQuote: quote }], facts)) {
          for (const { exact, start, end } of found.quotes) expect(text.slice(start, end)).toBe(exact);
        }
      }
    }
  });
});
