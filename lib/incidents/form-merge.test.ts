import { describe, expect, it } from "vitest";
import { emptyForm, type IncidentForm } from "./form";
import { differingParts, mergeForms, proposeSides } from "./form-merge";

const start: IncidentForm = {
  ...emptyForm("Asia/Baghdad"),
  title: "Rockets hit a base",
  occurred: "2021-07-05",
  killed: "3",
};

describe("differingParts", () => {
  it("tells what two forms say differently, not how it is spelt", () => {
    const spelt = { ...start, occurred: "5 July 2021", killed: "three", title: " Rockets hit a base " };
    expect(differingParts(start, spelt)).toEqual([]);
    expect(differingParts(start, { ...spelt, killed: "none", injured: "2" })).toEqual(["killed", "injured"]);
  });
});

describe("two changes of one incident", () => {
  const mine = { ...start, title: "Three rockets hit a base", summary: "Mine" };
  const stored = { ...start, killed: "4", summary: "Theirs" };

  it("begins with each side's own change, and mine where both changed", () => {
    expect(proposeSides(start, mine, stored)).toEqual({ title: "mine", summary: "mine", killed: "stored" });
  });

  it("begins with mine where the start is not known", () => {
    expect(proposeSides(null, mine, stored)).toEqual({ title: "mine", summary: "mine", killed: "mine" });
  });

  it("makes one form of the chosen parts", () => {
    const merged = mergeForms(mine, stored, { title: "mine", summary: "stored", killed: "stored" });
    expect(merged).toEqual({ ...start, title: mine.title, summary: "Theirs", killed: "4" });
  });
});
