import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import {
  changeIncident,
  type IncidentFactoryInput,
  type Made,
  type MadeIncident,
  makeArticle,
  makeIncident,
  makeLink,
  makePlace,
} from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { updateIncident } from "./commands";
import { markDistinct, unmarkDistinct } from "./duplicate-commands";
import { countDuplicates, getDuplicate, listDistinctPairs, listDuplicates } from "./duplicate-queries";
import { catchUpDuplicates, countUncompared } from "./duplicate-scan";
import { mergeIncidents } from "./merge-commands";

let editor: Principal;
let taji: Made;

beforeAll(async () => {
  editor = await makePrincipal("editor");
  taji = await makePlace({ name: "Camp Taji", kind: "base" });
});

beforeEach(async () => {
  await catchUpDuplicates({ budgetMs: 60_000 });
});

/** Two reports of one attack, each in a year of its own. */
async function makePair(
  year: number,
  other: IncidentFactoryInput = {},
): Promise<[MadeIncident, MadeIncident]> {
  const base = {
    occurred: `${year}-03-11`,
    place: taji,
    placePrecision: "exact",
    killedMin: 3,
    killedMax: 3,
  };
  const title = "Rockets hit Camp Taji north of Baghdad";
  return [await makeIncident({ ...base, title }), await makeIncident({ ...base, title, ...other })];
}

const publicPair = ([a, b]: readonly MadeIncident[]) => ({ a: a?.publicId ?? "", b: b?.publicId ?? "" });
const isListed = async (pair: readonly MadeIncident[]) => {
  const { a, b } = publicPair(pair);
  return (await getDuplicate(a, b)) !== null;
};

describe("catchUpDuplicates", () => {
  it("finds pairs with reasons, best first, drafts included", async () => {
    const pair = await makePair(2020);
    const draft = await makeIncident(
      { occurred: "2020-03-11", place: taji, placePrecision: "near", title: "Another" },
      { status: "draft" },
    );
    expect((await catchUpDuplicates()).isDone).toBe(true);
    const { pairs, total } = await listDuplicates();
    expect(total).toBe(pairs.length);
    expect(pairs.map(({ score }) => score)).toEqual(
      pairs.map(({ score }) => score).toSorted((x, y) => y - x),
    );
    const { a, b } = publicPair(pair);
    const found = await getDuplicate(b, a);
    expect(found?.score).toBeGreaterThan(0.9);
    expect(found?.reasons).toEqual([
      "the same day",
      "the same place, Camp Taji",
      "the same kind of event",
      "both report 3 killed",
      "similar words in the title",
    ]);
    expect(await isListed([pair[0], draft])).toBe(true);
  });

  it("compares what changed since, and removes pairs that no longer hold", async () => {
    const pair = await makePair(2019);
    const other = await makePair(2018);
    await catchUpDuplicates();
    expect(await isListed(pair)).toBe(true);
    const moved = { occurred: "2019-06-01", unsourcedReason: "Told by the town hall" };
    await updateIncident(editor, pair[1].publicId, 1, moved);
    await changeIncident(other[0].id, { status: "retracted", retractReason: "A hoax" }, "retract");
    await catchUpDuplicates();
    expect([await isListed(pair), await isListed(other)]).toEqual([false, false]);
    await updateIncident(editor, pair[0].publicId, 1, moved);
    await catchUpDuplicates();
    expect(await isListed(pair)).toBe(true);
  });

  it("leaves out what somebody told apart: by a link, or as two incidents of one article", async () => {
    const linked = await makePair(2017);
    await makeLink(...linked);
    const made = await makePair(2016);
    const { id: articleId } = await makeArticle();
    await database().suggestion.createMany({
      data: made.map(({ id: incidentId }, position) => ({ articleId, position, proposal: {}, incidentId })),
    });
    await catchUpDuplicates();
    expect([await isListed(linked), await isListed(made)]).toEqual([false, false]);
  });

  it("goes on where it stopped, and starts only one batch once its time is over", async () => {
    const places = await Promise.all(Array.from({ length: 60 }, () => makePlace({ country: null })));
    for (const [index, place] of places.entries()) {
      await makeIncident({ occurred: `${1700 + index}-01-01`, place, updatedAt: new Date("2015-01-01") });
    }
    await database().setting.delete({ where: { key: "duplicates-scanned" } });
    const before = await countUncompared();
    expect(await catchUpDuplicates({ budgetMs: 0 })).toEqual({ scanned: 50, isDone: false });
    expect(await countUncompared()).toBe(before - 50);
    expect((await catchUpDuplicates({ budgetMs: 60_000 })).isDone).toBe(true);
  });

  it("is done by one of many at a time", async () => {
    await makePair(2014);
    const scans = await Promise.all(Array.from({ length: 4 }, () => catchUpDuplicates()));
    expect(scans.some(({ isDone }) => isDone)).toBe(true);
    expect(await countDuplicates()).toBe((await listDuplicates(200)).pairs.length);
  });

  it("forgets the pairs of an incident that was merged", async () => {
    const pair = await makePair(2013);
    await catchUpDuplicates();
    const { a, b } = publicPair(pair);
    await mergeIncidents(editor, { loser: a, winner: b });
    expect(await isListed(pair)).toBe(false);
  });
});

describe("markDistinct and unmarkDistinct", () => {
  it("remember that two are not the same, and forget it", async () => {
    const pair = await makePair(2012);
    await catchUpDuplicates();
    await markDistinct(editor, publicPair(pair));
    await markDistinct(editor, { a: pair[1].publicId, b: pair[0].publicId });
    await updateIncident(editor, pair[0].publicId, 1, { summary: "Changed" });
    await catchUpDuplicates();
    expect(await isListed(pair)).toBe(false);
    const [said] = await listDistinctPairs();
    expect([said?.a.publicId, said?.b.publicId].toSorted()).toEqual(
      pair.map(({ publicId }) => publicId).toSorted(),
    );
    expect(said?.saidBy).toBe(editor.name);
    await unmarkDistinct(editor, publicPair(pair));
    expect(await isListed(pair)).toBe(true);
    await expect(unmarkDistinct(editor, publicPair(pair))).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuse one incident as a pair, unknown ones, and everybody below an editor", async () => {
    const { publicId: a } = await makeIncident();
    const { publicId: b } = await makeIncident();
    const contributor = await makePrincipal("contributor");
    for (const command of [markDistinct, unmarkDistinct]) {
      await expect(command(editor, { a, b: a })).rejects.toMatchObject({ code: "invalid-input" });
      await expect(command(editor, { a, b: "ZZZZZZZZ" })).rejects.toMatchObject({ code: "not-found" });
      await expect(command(null, { a, b })).rejects.toMatchObject({ code: "not-signed-in" });
      await expect(command(contributor, { a, b })).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("keep one row when many say so at once", async () => {
    const pair = await makePair(2011);
    await Promise.all(Array.from({ length: 5 }, () => markDistinct(editor, publicPair(pair))));
    const ids = pair.map(({ id }) => id).toSorted();
    expect(await database().distinctPair.count({ where: { aId: ids[0], bId: ids[1] } })).toBe(1);
  });
});
