import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFilter, emptyFilter } from "@/lib/incidents/filters";
import { timelineQuery } from "./timeline-query";
import { decodeViewState, encodeViewState, initialViewState } from "./view-state";

const decode = (query: string) => decodeViewState(new URLSearchParams(query));

describe("the page state", () => {
  it("survives its own query", () => {
    const pair = fc.tuple(
      fc.constantFrom("view", "group", "selected", "start", "end", "sort", "cursor", "more"),
      fc.oneof(
        fc.constantFrom(
          "list",
          "map",
          "actor",
          "type",
          "7K3M9XQ2",
          "2021-07",
          "2020",
          "-killed",
          "abc_-",
          "~",
        ),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), (pairs) => {
        const { state } = decodeViewState(new URLSearchParams(pairs));
        const again = decodeViewState(encodeViewState(state));
        expect(again).toEqual({ state, problems: [] });
      }),
    );
  });

  it("leaves out what is as usual, and keeps the filter first", () => {
    expect(encodeViewState(initialViewState).toString()).toBe("");
    const { filter } = decodeFilter(new URLSearchParams("country=IQ"));
    expect(timelineQuery(filter, { ...initialViewState, view: "map", selected: "7K3M9XQ2" })).toBe(
      "country=IQ&view=map&selected=7K3M9XQ2",
    );
    expect(timelineQuery(emptyFilter, initialViewState)).toBe("");
  });

  it("reads a date as the first or last instant of the window", () => {
    expect(decode("start=2021-07&end=2021-07").state).toMatchObject({
      start: "2021-07-01T00:00:00.000Z",
      end: "2021-07-31T23:59:59.999Z",
    });
  });

  it("names what it cannot use", () => {
    const { state, problems } = decode("view=globe&selected=short&start=2021&end=2020&sort=best");
    expect(state).toEqual({ ...initialViewState, start: "2021-01-01T00:00:00.000Z" });
    expect(problems.map(({ name }) => name)).toEqual(["view", "selected", "sort", "end"]);
  });
});
