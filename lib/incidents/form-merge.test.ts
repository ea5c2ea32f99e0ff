import { describe, expect, it } from "vitest";
import { emptyForm, type FormClaim, type FormParticipant, type IncidentForm, newClaim } from "./form";
import { differingParts, findSpots, mergeForms, sidesOf } from "./form-merge";

const articleId = "01a20414-9126-75ad-a2f5-c750dd956925";

const participant = (
  role: FormParticipant["role"],
  actor: string,
  key = `${role}-${actor}`,
): FormParticipant => ({
  key,
  actor,
  name: actor.toUpperCase(),
  role,
  attribution: "confirmed",
  attributedBy: "",
});

const claim = (field: FormClaim["field"], start: number, changes: Partial<FormClaim> = {}): FormClaim => ({
  ...newClaim(`${field}-${start}`, { field, participant: null }, articleId, {
    exact: "words",
    start,
    end: start + 5,
  }),
  id: `id-${field}-${start}`,
  follows: false,
  ...changes,
});

const start: IncidentForm = {
  ...emptyForm("Asia/Baghdad"),
  title: "Rockets hit a base",
  occurred: "2021-07-05",
  killed: "3",
  participants: [participant("target", "coalition"), participant("accused", "kh")],
  campaigns: [{ slug: "rockets", name: "Rockets" }],
  claims: [claim("killed", 0, { value: { min: 3, max: 3 } }), claim("title", 10, { value: "Rockets" })],
};

const automatic = (mine: IncidentForm, stored: IncidentForm) =>
  mergeForms(mine, stored, sidesOf(findSpots(start, mine, stored)));
const conflicts = (mine: IncidentForm, stored: IncidentForm) =>
  findSpots(start, mine, stored)
    .filter(({ isConflict }) => isConflict)
    .map(({ id }) => id);

describe("differingParts", () => {
  it("tells what two forms say differently, not how it is spelt", () => {
    const spelt = { ...start, occurred: "5 July 2021", killed: "three", title: " Rockets hit a base " };
    expect(differingParts(start, spelt)).toEqual([]);
    expect(differingParts(start, { ...spelt, killed: "none", injured: "2" })).toEqual(["killed", "injured"]);
  });

  it("sees what a claim says, how it stands, and where an added participant is known already", () => {
    const [first, second] = start.claims;
    if (!first || !second) throw new Error("The start has two claims");
    expect(differingParts(start, { ...start, claims: [second, first] })).toEqual([]);
    expect(differingParts(start, { ...start, claims: [{ ...first, follows: true }, second] })).toEqual([
      "claims",
    ]);
    expect(
      differingParts(start, { ...start, claims: [{ ...first, value: { min: 4, max: 4 } }, second] }),
    ).toEqual(["claims"]);
    const again = {
      ...start,
      participants: [participant("target", "coalition", "p7"), ...start.participants.slice(1)],
    };
    expect(differingParts(start, again)).toEqual([]);
  });
});

describe("two changes of one incident", () => {
  const mine = { ...start, title: "Three rockets hit a base", summary: "Mine" };
  const stored = { ...start, killed: "4", summary: "Theirs" };

  it("begins with each side's own change, and mine where both changed", () => {
    const spots = findSpots(start, mine, stored);
    expect(sidesOf(spots)).toEqual({ title: "mine", summary: "mine", killed: "stored" });
    expect(conflicts(mine, stored)).toEqual(["summary"]);
  });

  it("begins with mine where the start is not known, and loses no line of either", () => {
    expect(sidesOf(findSpots(null, mine, stored))).toEqual({
      title: "mine",
      summary: "mine",
      killed: "mine",
    });
    const more = { ...stored, campaigns: [...start.campaigns, { slug: "new", name: "New" }] };
    expect(sidesOf(findSpots(null, mine, more))["campaigns/new"]).toBe("stored");
  });

  it("makes one form of the chosen parts", () => {
    const merged = mergeForms(mine, stored, { title: "mine", summary: "stored", killed: "stored" });
    expect(merged).toEqual({ ...start, title: mine.title, summary: "Theirs", killed: "4" });
  });
});

describe("lists", () => {
  it("keep what each of the two added, and lose what either removed", () => {
    const mine = {
      ...start,
      participants: [...start.participants, participant("claimant", "gb", "p0")],
      campaigns: [],
      claims: [...start.claims, claim("killed", 50, { id: null, follows: true })],
    };
    const stored = {
      ...start,
      participants: [participant("target", "coalition"), participant("defender", "usa")],
      campaigns: [...start.campaigns, { slug: "summer", name: "Summer" }],
      claims: [...start.claims.slice(1), claim("injured", 70, { value: { min: 1, max: 1 } })],
    };
    const merged = automatic(mine, stored);
    expect(conflicts(mine, stored)).toEqual([]);
    expect(merged.participants.map(({ role, actor }) => `${role} ${actor}`)).toEqual([
      "target coalition",
      "defender usa",
      "claimant gb",
    ]);
    expect(merged.campaigns.map(({ slug }) => slug)).toEqual(["summer"]);
    expect(merged.claims.map(({ field, quote }) => `${field} ${quote.start}`)).toEqual([
      "title 10",
      "injured 70",
      "killed 50",
    ]);
  });

  it("are in conflict line by line", () => {
    const graded = (form: IncidentForm, attribution: FormParticipant["attribution"]) => ({
      ...form,
      participants: form.participants.map((one) => (one.role === "accused" ? { ...one, attribution } : one)),
    });
    const rejected = start.claims.map((one) =>
      one.field === "killed" ? { ...one, standing: "rejected" as const, reason: "Denied" } : one,
    );
    const mine = { ...graded(start, "alleged"), claims: rejected };
    const stored = { ...graded(start, "suspected"), claims: start.claims.slice(1) };
    expect(conflicts(mine, stored)).toEqual(["participants/accused-kh", `claims/killed  ${articleId} 0-5`]);
    expect(automatic(mine, stored).claims[1]).toMatchObject({ field: "killed", standing: "rejected" });
    expect(mergeForms(mine, stored, {})).toEqual(stored);
  });

  it("give a line that both added once, with the claims about it", () => {
    const added = (key: string) => ({
      participants: [...start.participants, participant("claimant", "gb", key)],
    });
    const about = claim("participant", 90, { id: null, participant: "p0", follows: true });
    const mine = { ...start, ...added("p0"), claims: [...start.claims, about] };
    const stored = { ...start, ...added("claimant-gb") };
    const merged = automatic(mine, stored);
    expect(merged.participants).toEqual(stored.participants);
    expect(merged.claims.at(-1)).toMatchObject({ participant: "claimant-gb", follows: true });
  });

  it("never let words back a value that they do not state", () => {
    const mine = {
      ...start,
      killed: "5",
      claims: [...start.claims, claim("killed", 50, { id: null, follows: true })],
    };
    const stored = { ...start, killed: "4" };
    const merged = mergeForms(mine, stored, { ...sidesOf(findSpots(start, mine, stored)), killed: "stored" });
    expect(merged.killed).toBe("4");
    expect(merged.claims.at(-1)).toMatchObject({ follows: false, value: { min: 5, max: 5 } });
  });
});
