import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProposedIncident, ProposedQuote } from "@/lib/extraction/proposal";
import { toEdtf } from "@/lib/extraction/when";
import { joinProposals } from "./join";
import { whenOfEdtf } from "./when-of-edtf";

const quote = (
  field: ProposedQuote["field"],
  start: number,
  exact = "Rockets hit the base.",
): ProposedQuote => ({
  field,
  exact,
  start,
  end: start + exact.length,
});

const taji = {
  slug: "camp-taji",
  name: "Camp Taji",
  country: "IQ",
  latitude: 33.52,
  longitude: 44.26,
  precision: "exact",
} as const;
const mosul = { ...taji, slug: "mosul", name: "Mosul", latitude: 36.34, longitude: 43.13 } as const;

const proposal = (changes: Partial<ProposedIncident> = {}): ProposedIncident => ({
  title: "Rocket attack at Camp Taji",
  summary: "On 5 July 2021: rocket attack at Camp Taji.",
  occurred: "2021-07-05",
  timeZone: "Asia/Baghdad",
  place: taji,
  eventType: "shelling-artillery-missile-attack",
  outcome: "completed",
  killed: null,
  injured: null,
  participants: [],
  quotes: [quote("eventType", 0)],
  background: false,
  confidence: 0.8,
  ...changes,
});
const fromModel = (changes: Partial<ProposedIncident> = {}) => proposal({ fromModel: "all", ...changes });

describe("joinProposals", () => {
  it("leaves the rules' proposals as they are when the model adds nothing", () => {
    const rules = [proposal({ killed: { min: 3, max: 3 } }), proposal({ quotes: [quote("eventType", 100)] })];
    expect(joinProposals(rules, [])).toEqual(rules);
    const same = fromModel({ title: "Otherwise", killed: { min: 3, max: 3 }, summary: "Otherwise" });
    expect(joinProposals(rules, [same])).toEqual(rules);
  });

  it("fills what the rules leave empty, with the model's quotes, and words it anew", () => {
    const empty = proposal({ occurred: "", place: null, title: "Rocket attack", summary: "Long ago" });
    const group = {
      slug: "g",
      name: "Group",
      role: "claimant",
      attribution: "claimed",
      attributedBy: null,
    } as const;
    const [joined] = joinProposals(
      [empty],
      [
        fromModel({
          killed: { min: 2, max: 2 },
          participants: [group],
          quotes: [
            quote("eventType", 5),
            quote("occurred", 40),
            quote("killed", 60),
            quote("place", 80),
            quote("participant", 90),
          ],
        }),
      ],
    );
    expect(joined).toMatchObject({
      occurred: "2021-07-05",
      place: taji,
      killed: { min: 2, max: 2 },
      injured: null,
      participants: [group],
      title: "Rocket attack at Camp Taji: 2 killed",
      fromModel: ["occurred", "place", "killed", "participant"],
      confidence: 0.8,
    });
    expect(joined?.summary).toBe(
      "On 5 July 2021: rocket attack at Camp Taji. Reported toll: 2 killed. Responsibility claimed by Group.",
    );
    expect(joined?.quotes.map(({ field, start }) => [field, start])).toEqual([
      ["eventType", 0],
      ["occurred", 40],
      ["killed", 60],
      ["place", 80],
      ["participant", 90],
    ]);
  });

  it("never changes what the rules say", () => {
    const rules = [proposal({ killed: { min: 3, max: 3 } })];
    const other = fromModel({
      killed: { min: 9, max: 9 },
      occurred: "2021-07-04",
      place: mosul,
      outcome: "failed",
    });
    expect(joinProposals(rules, [{ ...other, place: taji, occurred: "2021-07-05" }])).toEqual(rules);
  });

  it("puts after them what the model alone found, once", () => {
    const rules = [proposal()];
    const alone = fromModel({ place: mosul, quotes: [quote("eventType", 300)] });
    expect(joinProposals(rules, [alone, { ...alone }])).toEqual([...rules, alone]);
  });

  it("tells two incidents of one sentence apart by where they were", () => {
    const rules = [proposal()];
    const other = fromModel({ place: mosul });
    expect(joinProposals(rules, [other])).toEqual([...rules, other]);
  });

  it("knows an incident by its likeness where the quotes differ, but not when the numbers do", () => {
    const rules = [proposal({ killed: { min: 3, max: 3 } })];
    const elsewhere = fromModel({
      quotes: [quote("eventType", 500), quote("injured", 500)],
      injured: { min: 1, max: 1 },
    });
    expect(joinProposals(rules, [elsewhere])).toMatchObject([
      { injured: { min: 1, max: 1 }, fromModel: ["injured"] },
    ]);
    const second = fromModel({ quotes: [quote("eventType", 500)], killed: { min: 11, max: 11 } });
    expect(joinProposals(rules, [second])).toHaveLength(2);
  });
});

describe("whenOfEdtf", () => {
  it.each([
    "2021-07-05",
    "2021-07-05~",
    "2021-07-05T16:30",
    "2021-07-05T00:00/2021-07-05T06:00",
    "2021-07-05T18:00/2021-07-05T24:00",
    "2021-07",
    "2021-07~",
    "2021",
    "2021-06-26/2021-07-05",
    "2019/2021",
  ])("reads %s as extraction wrote it", (edtf) => {
    const when = whenOfEdtf(edtf);
    expect(when && toEdtf(when)).toBe(edtf);
  });

  it("answers null for anything else", () => {
    for (const other of [
      "",
      "..",
      "2021-07-05/..",
      "2021-13",
      "2021-02-30",
      "2021?",
      "a/b/c",
      "2021-07-05/2021-07-01",
    ])
      expect(whenOfEdtf(other)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => whenOfEdtf(text) === null || /\d{4}/.test(text)));
  });
});
