import { describe, expect, it } from "vitest";
import { choicesOf } from "./choices";

const nothing = { types: [], actors: [], places: [], campaigns: [], incidents: [] };

describe("choicesOf", () => {
  it("adds a name to the filter that is there, once", () => {
    const actors = [{ slug: "pmf", name: "Popular Mobilization Forces", matched: "Hashd", count: 12 }];
    const [group] = choicesOf({ ...nothing, actors }, "country=IQ&view=map");
    expect(group).toEqual({
      label: "Actors",
      options: [
        {
          href: "/?country=IQ&view=map&actor=pmf",
          name: "Popular Mobilization Forces",
          note: "Hashd · 12",
          keepsWords: false,
        },
      ],
    });
    expect(choicesOf({ ...nothing, actors }, "actor=pmf")[0]?.options[0]?.href).toBe("/?actor=pmf");
  });

  it("opens incidents, and has no empty groups", () => {
    const incident = {
      publicId: "7K3M9XQ2",
      title: "Rockets hit a base",
      eventType: "other",
      occurred: "2021-07-05",
      timeZone: "UTC",
    } as const;
    expect(choicesOf({ ...nothing, incidents: [incident] }, "q=x")).toMatchObject([
      { label: "Incidents", options: [{ href: "/incidents/7K3M9XQ2/rockets-hit-a-base" }] },
    ]);
  });
});
