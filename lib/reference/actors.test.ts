import { describe, expect, it } from "vitest";
import { foldName, slugify } from "@/lib/geo/fold";
import { listReferenceActors } from "@/lib/reference/actors";

const actors = listReferenceActors();
const bySlug = new Map(actors.map((actor) => [actor.slug, actor]));
const namesOf = (actor: (typeof actors)[number]) => [
  ...new Set([actor.name, ...actor.aliases].map(foldName)),
];
const byName = new Map(actors.flatMap((actor) => namesOf(actor).map((folded) => [folded, actor.slug])));
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** "us" is the pronoun as well: readers of text compare abbreviations in capitals with their case. */
const everydayWords =
  "a an and army as at base coalition fighters force forces government group hashed in is it jam let mat " +
  "members militants military militia militias mit of officials on police rebels sad soldiers state the " +
  "they this to troops was we who";

/** Slugs that are not the slug of the name. */
const ownSlugs = new Set(["asayish-syria"]);

describe("prisma/reference/actors.json", () => {
  it("holds at least 130 actors under unique slugs made from their names", () => {
    expect(actors.length).toBeGreaterThanOrEqual(130);
    expect(repeated(actors.map((actor) => actor.slug))).toEqual([]);
    expect(actors.filter((actor) => actor.slug !== slugify(actor.name)).map((actor) => actor.slug)).toEqual([
      ...ownSlugs,
    ]);
  });

  it("gives a name to one actor only", () => {
    expect(repeated(actors.flatMap(namesOf))).toEqual([]);
  });

  it("has parents that exist, never in a circle", () => {
    for (const actor of actors) {
      let step = actor;
      for (let depth = 0; step.parent; depth++) {
        const parent = bySlug.get(step.parent);
        if (!parent || depth > 5) throw new Error(`${actor.slug}: parent ${step.parent}`);
        step = parent;
      }
    }
  });

  it("has states with a country of their own", () => {
    const states = actors.filter((actor) => actor.kind === "state" && actor.parent === null);
    expect(states.every((state) => state.country !== null)).toBe(true);
    expect(repeated(states.map((state) => state.country ?? ""))).toEqual([]);
  });

  it("names nobody by an everyday word", () => {
    const words = new Set(everydayWords.split(" "));
    expect(actors.flatMap(namesOf).filter((folded) => words.has(folded) || folded.length < 2)).toEqual([]);
  });

  it("says one sentence about each and repeats no Wikidata id", () => {
    expect(
      actors.filter((actor) => !/^[A-Z].+\.$/.test(actor.description)).map((actor) => actor.slug),
    ).toEqual([]);
    expect(repeated(actors.flatMap((actor) => actor.wikidata ?? []))).toEqual([]);
  });

  it.each([
    ["Popular Mobilization Units", "popular-mobilization-forces"],
    ["Hashd al-Shaabi", "popular-mobilization-forces"],
    ["PMF", "popular-mobilization-forces"],
    ["Kata'ib Hizballah", "kataib-hezbollah"],
    ["Kataib Sayyid al-Shuhada", "kataib-sayyid-al-shuhada"],
    ["Asa'ib Ahl al-Haq", "asaib-ahl-al-haq"],
    ["Operation Inherent Resolve", "cjtf-oir"],
    ["IRGC-QF", "irgc-quds-force"],
    ["Quds Force", "irgc-quds-force"],
    ["Daesh", "islamic-state"],
    ["ISIS", "islamic-state"],
    ["Iraqi militias backed by Iran", "iran-backed-iraqi-militias"],
    ["pro-Iranian militias", "iran-backed-iraqi-militias"],
    ["Ansar Allah", "houthis"],
    ["Saraya Awliya al-Dam", "saraya-awliya-al-dam"],
    ["unidentified gunmen", "unknown-perpetrator"],
    ["Qassem Soleimani", "qasem-soleimani"],
    ["Col. Wayne Marotto", "wayne-marotto"],
    ["U.S.", "united-states"],
    ["PKK", "kurdistan-workers-party"],
    ["Peshmerga", "peshmerga"],
  ])("knows %s as %s", (name, slug) => {
    expect(byName.get(foldName(name))).toBe(slug);
  });

  it("puts groups under what they belong to", () => {
    expect(bySlug.get("kataib-hezbollah")?.parent).toBe("popular-mobilization-forces");
    expect(bySlug.get("irgc-quds-force")?.parent).toBe("islamic-revolutionary-guard-corps");
  });
});
