import { describe, expect, it } from "vitest";
import { incidentInput } from "@/scripts/test/incident-input";
import { requireSources, unsourcedValues } from "./sourcing";

type Input = Parameters<typeof unsourcedValues>[0];

const claim = (
  field: Input["claims"][number]["field"],
  value: unknown,
  standing: Input["claims"][number]["standing"] = "accepted",
) => ({ field, value, standing });

const base: Input = {
  ...incidentInput({
    occurred: "2021-07-05T16:00",
    timeZone: "Asia/Baghdad",
    place: { slug: "ain-al-asad", precision: "exact" },
    killed: { min: 2, max: 4 },
    injured: { min: 0, max: 0 },
    participations: [{ actor: "pmf", role: "accused" }],
  }),
  claims: [
    claim("occurred", "2021-07-05"),
    claim("place", { slug: "ain-al-asad", name: "Ain al-Asad", precision: "exact" }),
    claim("killed", { min: 2, max: 2 }),
    claim("killed", { min: 4, max: 4 }),
    claim("injured", { min: 0, max: 0 }),
    claim("participant", {
      actor: "pmf",
      name: "PMF",
      role: "accused",
      attribution: "alleged",
      attributedBy: null,
    }),
  ],
};
const paths = (input: Input) => unsourcedValues(input).map(({ path }) => path);

describe("the values without a source", () => {
  it("are none where accepted claims state all of them, together or alone", () => {
    expect(paths(base)).toEqual([]);
  });

  it("are all where there are no claims, but not what nobody reported", () => {
    expect(paths({ ...base, claims: [] })).toEqual([
      "occurred",
      "place",
      "killed",
      "injured",
      "participations.0",
    ]);
    expect(
      paths({ ...base, claims: [], place: null, killed: null, injured: null, participations: [] }),
    ).toEqual(["occurred"]);
  });

  it("are those whose claims say something else, or do not stand accepted", () => {
    expect(paths({ ...base, killed: { min: 3, max: 3 } })).toEqual(["killed"]);
    expect(paths({ ...base, killed: { min: 2, max: null } })).toEqual(["killed"]);
    expect(paths({ ...base, occurred: "2021-07-06" })).toEqual(["occurred"]);
    expect(
      paths({ ...base, place: { slug: "baghdad", precision: "exact", latitude: null, longitude: null } }),
    ).toEqual(["place"]);
    const set = base.claims.map((one) =>
      one.field === "injured" ? { ...one, standing: "rejected" as const } : one,
    );
    expect(paths({ ...base, claims: set })).toEqual(["injured"]);
  });
});

describe("requireSources", () => {
  const bare = { ...base, claims: [] };

  it("names the fields, and where to say why", () => {
    expect(() => requireSources(bare, null, null)).toThrow(/No source is quoted for the date, the place/);
    expect(() => requireSources(base, null, null)).not.toThrow();
  });

  it("takes a reason, and what was public without a source before", () => {
    expect(() => requireSources(bare, "From the ministry's own list", null)).not.toThrow();
    expect(() => requireSources(bare, null, bare)).not.toThrow();
    expect(() =>
      requireSources({ ...bare, killed: { min: 9, max: 9 } }, null, { ...bare, killed: null }),
    ).toThrow(/killed/);
  });

  it("does not take another value for the one that was public without a source", () => {
    expect(() => requireSources({ ...bare, occurred: "2021-07-09" }, null, bare)).toThrow(/the date/);
    expect(() => requireSources({ ...bare, killed: { min: 200, max: 400 } }, null, bare)).toThrow(/killed/);
    const place = { slug: "baghdad", precision: "exact", latitude: null, longitude: null } as const;
    expect(() => requireSources({ ...bare, place }, null, bare)).toThrow(/the place/);
  });

  it("knows who took part at another place of the list", () => {
    const part = { attribution: "alleged", attributedBy: null } as const;
    const two = [
      { actor: "cjtf", role: "target", ...part } as const,
      { actor: "pmf", role: "accused", ...part } as const,
    ];
    const before = { ...bare, participations: two };
    expect(() => requireSources({ ...bare, participations: two.slice(1) }, null, before)).not.toThrow();
    expect(() => requireSources({ ...bare, participations: two.toReversed() }, null, before)).not.toThrow();
  });
});
