import { describe, expect, it } from "vitest";
import { companyWords } from "./words";

const person = (name: string, isEditing = false) => ({ name, isEditing });

describe("companyWords", () => {
  it.each([
    [[], ""],
    [[person("Amal", true)], "Amal is editing"],
    [[person("Amal", true), person("Ben")], "Amal is editing, Ben is here"],
    [[person("Ben"), person("Chris")], "Ben and Chris are here"],
    [["A", "B", "C"].map((name) => person(name)), "A, B and C are here"],
    [["A", "B", "C", "D"].map((name) => person(name)), "A, B and 2 others are here"],
  ])("says %j as %s", (people, words) => expect(companyWords(people)).toBe(words));
});
