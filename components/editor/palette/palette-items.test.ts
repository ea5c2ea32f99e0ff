import { describe, expect, it } from "vitest";
import { groupsOfFinds, markedParts, matchingItems } from "./palette-items";

const item = (label: string) => ({ id: label, label, note: "", href: "/" });

describe("matchingItems", () => {
  it("finds by the beginnings of words, in any order and without diacritics", () => {
    const items = [item("Import article"), item("Incidents"), item("Sign out")];
    const found = (typed: string) => matchingItems(items, typed).map(({ label }) => label);
    expect(found("art imp")).toEqual(["Import article"]);
    expect(found("í")).toEqual(["Import article", "Incidents"]);
    expect(found("")).toHaveLength(3);
    expect(found("port")).toEqual([]);
  });
});

describe("markedParts", () => {
  it("marks the beginnings of the words that were typed, and keeps the whole label", () => {
    const parts = markedParts("Rockets fall near Érbil", "erb rock");
    expect(parts.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(["Rock", "Érb"]);
    expect(parts.map(({ text }) => text).join("")).toBe("Rockets fall near Érbil");
  });
});

describe("groupsOfFinds", () => {
  it("leaves out kinds of which nothing was found", () => {
    const finds = {
      incidents: [],
      articles: [],
      actors: [],
      places: [],
      campaigns: [{ slug: "a", name: "A" }],
    };
    expect(groupsOfFinds(finds, false)).toMatchObject([{ label: "Campaigns", items: [{ label: "A" }] }]);
  });
});
