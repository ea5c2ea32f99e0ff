import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventGroups, eventTypes } from "@/lib/taxonomy/event-types";
import { incidentStatuses, outcomes, participationRoles } from "@/lib/taxonomy/terms";
import {
  activeFilters,
  decodeFilter,
  emptyFilter,
  encodeFilter,
  filterBounds,
  filterNames,
  filterPrecisions,
  type IncidentFilter,
  toggleFilter,
  withoutFilter,
} from "./filters";

const two = (n: number) => String(n).padStart(2, "0");
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,2}$/);
const day = fc
  .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => [String(y).padStart(4, "0"), two(m), two(d)] as const);
const date = fc.oneof(
  day.map(([y]) => y),
  day.map(([y, m]) => `${y}-${m}`),
  day.map(([y, m, d]) => `${y}-${m}-${d}`),
  fc
    .tuple(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom("", "Z"))
    .map(([[y, m, d], h, min, zone]) => `${y}-${m}-${d}T${two(h)}:${two(min)}${zone}`),
);
const degrees = (limit: number) =>
  fc.double({ min: -limit, max: limit, noNaN: true }).map((n) => n.toFixed(5));
const box = fc
  .tuple(degrees(180), degrees(90), degrees(180), degrees(90))
  .map(([w, a, e, b]) => (Number(a) <= Number(b) ? [w, a, e, b] : [w, b, e, a]).join(","));

const usable: Record<keyof IncidentFilter, fc.Arbitrary<string>> = {
  q: fc.string({ maxLength: 40, unit: "binary" }),
  from: date,
  to: date,
  time: fc.constantFrom("possible", "definite"),
  type: fc.constantFrom(...eventTypes, ...eventGroups),
  country: fc.constantFrom("IQ", "SY", "us", "GB"),
  place: slug,
  actor: slug,
  role: fc.constantFrom(...participationRoles),
  outcome: fc.constantFrom(...outcomes),
  campaign: slug,
  publisher: slug,
  killedMin: fc.nat({ max: 1_000_000 }).map(String),
  precision: fc.constantFrom(...filterPrecisions),
  bbox: box,
  linked: fc.constant("true"),
  updatedSince: fc
    .date({
      noInvalidDate: true,
      min: new Date("0001-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59.999Z"),
    })
    .map((instant) => instant.toISOString()),
  status: fc.constantFrom(...incidentStatuses),
};
const usablePair = fc
  .constantFrom(...filterNames)
  .chain((name) => usable[name].map((value): [string, string] => [name, value]));
const anyPair = fc
  .tuple(fc.constantFrom(...filterNames), fc.string({ unit: "binary" }))
  .map(([name, value]): [string, string] => [name, value]);

const decode = (query: string) => decodeFilter(new URLSearchParams(query));

describe("the filter codec", () => {
  it("gives the same filter back from its own query, and the same query from that", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: usablePair }, anyPair), { maxLength: 30 }),
        (pairs) => {
          const { filter } = decodeFilter(new URLSearchParams(pairs));
          const query = encodeFilter(filter).toString();
          const again = decode(query);
          expect(again.problems).toEqual([]);
          expect(again.filter).toEqual(filter);
          expect(encodeFilter(again.filter).toString()).toBe(query);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of the parameters", () => {
    fc.assert(
      fc.property(
        fc.array(
          usablePair.filter(([name]) => name !== "q"),
          { maxLength: 12 },
        ),
        (pairs) => {
          const forwards = decodeFilter(new URLSearchParams(pairs)).filter;
          const backwards = decodeFilter(new URLSearchParams(pairs.toReversed())).filter;
          expect(encodeFilter(backwards).toString()).toBe(encodeFilter(forwards).toString());
        },
      ),
    );
  });

  it("reads every usable value without a problem", () => {
    fc.assert(
      fc.property(usablePair, ([name, value]) => {
        expect(decodeFilter(new URLSearchParams([[name, value]])).problems).toEqual([]);
      }),
    );
  });

  it("names each unusable value and goes on without it", () => {
    const { filter, problems } = decode(
      "type=rocket&type=battles&country=Irak&from=last+week&killedMin=-1&bbox=1,2,3&linked=false&actor=A%20B&outcome=failed",
    );
    expect(problems.map(({ name, value }) => `${name}=${value}`)).toEqual([
      "from=last week",
      "type=rocket",
      "country=Irak",
      "actor=A B",
      "killedMin=-1",
      "bbox=1,2,3",
      "linked=false",
    ]);
    expect(problems.every(({ message }) => message.length > 10)).toBe(true);
    expect(filter).toEqual({ ...emptyFilter, type: ["battles"], outcome: ["failed"] });
  });

  it("refuses moments that the database cannot hold", () => {
    for (const moment of ["-271821-04-20T00:00:00Z", "+275760-09-13T00:00:00Z", "0000-12-31"]) {
      const { filter, problems } = decodeFilter(new URLSearchParams({ updatedSince: moment }));
      expect(filter.updatedSince).toBeNull();
      expect(problems).toMatchObject([{ name: "updatedSince" }]);
    }
  });

  it("treats empty values as absent", () => {
    expect(decode("q=&from=&type=&killedMin=&bbox=&linked=")).toEqual({ filter: emptyFilter, problems: [] });
  });

  it("refuses a period that ends before it begins", () => {
    const { filter, problems } = decode("from=2021-07&to=2020");
    expect(filter).toMatchObject({ from: "2021-07", to: null });
    expect(problems).toMatchObject([{ name: "to", value: "2020" }]);
  });

  it("takes at most 200 values of a parameter and 200 characters of words", () => {
    const many = new URLSearchParams(Array.from({ length: 250 }, (_, i) => ["actor", `a${i}`]));
    expect(decodeFilter(many).filter.actor).toHaveLength(200);
    expect(decodeFilter(many).problems).toHaveLength(1);
    const dates = new URLSearchParams(Array.from({ length: 250 }, (_, i) => ["from", String(1500 + i)]));
    expect(decodeFilter(dates)).toMatchObject({
      filter: { from: "1500" },
      problems: [{ name: "from", value: "1510" }],
    });
    expect(decode(`q=${"x".repeat(200)}`).problems).toEqual([]);
    expect(decode(`q=${"x".repeat(201)}`)).toMatchObject({ filter: { q: "" }, problems: [{ name: "q" }] });
  });

  it("reads a repeated parameter as OR: the widest of bounds, all of lists", () => {
    const { filter } = decode(
      "from=2021&from=2020-06&to=2021&to=2022-01&killedMin=5&killedMin=2&time=definite&time=possible&q=rocket&q=drone&country=SY&country=IQ&country=SY",
    );
    expect(filter).toMatchObject({
      from: "2020-06",
      to: "2022-01",
      killedMin: 2,
      time: "possible",
      q: "rocket OR drone",
      country: ["IQ", "SY"],
    });
  });

  it("turns dates into their first and last instants in UTC", () => {
    const bounds = (query: string) => filterBounds(decode(query).filter);
    expect(bounds("from=2021-07&to=2021-07")).toEqual({
      from: new Date("2021-07-01T00:00:00.000Z"),
      to: new Date("2021-07-31T23:59:59.999Z"),
    });
    expect(bounds("from=2021-07-05T16:00&to=2021-07-05T16:00").to).toEqual(
      new Date("2021-07-05T16:00:59.999Z"),
    );
    expect(bounds("from=2021-07-05T16:00%2B03:00").from).toEqual(new Date("2021-07-05T13:00:00.000Z"));
    expect(bounds("")).toEqual({ from: null, to: null });
  });
});

describe("what is active", () => {
  const { filter } = decode("type=battles&type=grenade&country=IQ&killedMin=3&linked=true&actor=pmf");

  it("has a label for each value", () => {
    expect(
      activeFilters(filter, (name, value) => (name === "actor" ? value.toUpperCase() : undefined)),
    ).toEqual([
      { name: "type", value: "battles", label: "Battles" },
      { name: "type", value: "grenade", label: "Grenade" },
      { name: "country", value: "IQ", label: "Iraq" },
      { name: "actor", value: "pmf", label: "PMF" },
      { name: "killedMin", value: "3", label: "3 or more killed" },
      { name: "linked", value: "true", label: "Linked to other incidents" },
    ]);
  });

  it("can be removed value by value until nothing is left", () => {
    fc.assert(
      fc.property(fc.array(usablePair, { maxLength: 15 }), (pairs) => {
        let rest = decodeFilter(new URLSearchParams(pairs)).filter;
        for (const { name, value } of activeFilters(rest)) {
          rest = withoutFilter(rest, name, value);
        }
        expect(rest).toEqual(emptyFilter);
      }),
    );
  });

  it("toggles values of a list and sets single ones", () => {
    expect(toggleFilter(filter, "type", "grenade").type).toEqual(["battles"]);
    expect(toggleFilter(filter, "country", "SY").country).toEqual(["IQ", "SY"]);
    expect(toggleFilter(filter, "killedMin", "9").killedMin).toBe(9);
    expect(toggleFilter(filter, "linked", "true").linked).toBe(false);
    expect(withoutFilter(filter, "type").type).toEqual([]);
  });
});
