import { describe, expect, it } from "vitest";
import { actorPatchSchema } from "@/lib/actors/schema";
import { campaignPatchSchema } from "@/lib/campaigns/schema";
import { placePatchSchema } from "@/lib/places/schema";
import { publisherPatchSchema } from "@/lib/publishers/schema";
import {
  differingFields,
  emptyValues,
  fieldErrors,
  inputOf,
  mergeValues,
  unchosenParent,
  valuesOf,
  withField,
} from "./entry-form";
import { entryKinds } from "./entry-kinds";

const place = {
  name: "Ain al-Asad",
  kind: "base",
  country: "IQ",
  admin1: null,
  parent: { slug: "anbar", name: "Anbar" },
  latitude: 33.7856,
  longitude: 42.4412,
  timeZone: "Asia/Baghdad",
  geonamesId: null,
  aliases: ["Ayn al-Asad", "Al Asad"],
};

describe("the form of an entry", () => {
  it("gives back what is stored", () => {
    const values = valuesOf("places", place);
    expect(values).toMatchObject({ parent: "anbar", parentName: "Anbar", aliases: "Ayn al-Asad\nAl Asad" });
    expect(inputOf("places", values)).toEqual({ ...place, parent: "anbar" });
  });

  it("has exactly the fields that can be changed", () => {
    const schemas = {
      actors: actorPatchSchema,
      places: placePatchSchema,
      publishers: publisherPatchSchema,
      campaigns: campaignPatchSchema,
    };
    for (const kind of entryKinds) {
      const fields = Object.keys(inputOf(kind, emptyValues(kind)));
      const known = Object.keys(schemas[kind].shape).filter((name) => name !== "takeAliasesFrom");
      expect(fields.sort()).toEqual(known.sort());
    }
  });

  it("reads numbers as people type them and leaves other text to be refused", () => {
    const read = (latitude: string) => inputOf("places", { ...emptyValues("places"), latitude }).latitude;
    expect([read(" 33,5 "), read("−12"), read(""), read("12 N"), read("1e3")]).toEqual([
      33.5,
      -12,
      null,
      Number.NaN,
      Number.NaN,
    ]);
    const error = placePatchSchema.safeParse({ latitude: read("north") }).error;
    expect(error?.issues[0]?.message).toBe("Give the latitude");
  });

  it("asks to choose a parent whose name was only typed", () => {
    expect(unchosenParent({ parent: "", parentName: "Anb" })).toMatchObject([{ path: "parent" }]);
    expect(unchosenParent({ parent: "anbar", parentName: "Anbar" })).toEqual([]);
  });

  it("puts each sentence at its field, and at the line of a list", () => {
    const values = { ...emptyValues("actors"), aliases: "One\n\nTwo" };
    const errors = [
      { path: "aliases.1", message: "Taken." },
      { path: "country", message: "Give a code" },
      { path: "elsewhere", message: "Unseen" },
    ];
    expect(fieldErrors("actors", errors, values)).toEqual({
      aliases: "“Two”: Taken.",
      country: "Give a code",
    });
  });
});

describe("mergeValues", () => {
  const start = valuesOf("places", place);

  it("takes from each side what only that side changed", () => {
    const typed = { ...start, name: "Asad Base" };
    const stored = { ...start, kind: "airport", parent: "hit", parentName: "Hit" };
    expect(mergeValues("places", start, typed, stored)).toEqual({
      values: { ...start, name: "Asad Base", kind: "airport", parent: "hit", parentName: "Hit" },
      conflicts: [],
    });
  });

  it("names the fields that both changed to something else", () => {
    const typed = { ...start, name: "Mine", country: "SY" };
    const stored = { ...start, name: "Theirs", country: "SY " };
    const merged = mergeValues("places", start, typed, stored);
    expect(merged.conflicts).toEqual(["name"]);
    expect(merged.values.name).toBe("Mine");
    expect(withField(merged.values, stored, "name").name).toBe("Theirs");
    expect(differingFields("places", typed, stored)).toEqual(["name"]);
  });
});
