import { describe, expect, it } from "vitest";
import { eventTypes } from "@/lib/taxonomy/event-types";
import { participationRoles } from "@/lib/taxonomy/terms";
import { verifyIncidents } from "./verify";
import { facts, said, strike, text, verify } from "./verify-sample";

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
