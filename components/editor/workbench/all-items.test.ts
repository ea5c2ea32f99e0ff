import { describe, expect, it } from "vitest";
import type { SuggestionView } from "@/lib/articles/schema";
import type { LikeIncident } from "@/lib/incidents/likeness";
import { isAcceptable, mayBeRecorded, openLinks, unknownActors } from "./all-items";
import { leaveOutActors } from "./all-items-commands";
import { type Item, itemsOfArticle } from "./item";
import type { Desk } from "./item-commands";
import { createItemStore } from "./item-store";

const articleId = "00000000-0000-7000-8000-000000000001";

const suggestion = (
  id: string,
  position: number,
  actors: (string | [string, string])[],
  background = false,
): SuggestionView => ({
  id,
  position,
  status: "open",
  incidentPublicId: null,
  proposal: {
    title: `Incident ${id}`,
    summary: "",
    occurred: "2021-07-05",
    timeZone: "UTC",
    place: null,
    eventType: "attack",
    outcome: "completed",
    killed: null,
    injured: null,
    participants: actors.map((actor) => ({
      name: Array.isArray(actor) ? actor[0] : actor,
      slug: Array.isArray(actor) ? actor[1] : null,
      role: "perpetrator",
      attribution: "alleged",
      attributedBy: null,
    })),
    quotes: [],
    background,
    confidence: 0.8,
  },
});

const like: LikeIncident = {
  publicId: "BBBBBBBB",
  version: 4,
  status: "published",
  title: "Rockets hit a camp",
  occurred: "2021-07-05",
  timeZone: "UTC",
  score: 0.9,
  reasons: [],
};

const items = itemsOfArticle({
  articleId,
  timeZone: "UTC",
  suggestions: [
    suggestion("a", 0, ["Soldiers", ["Kataib Hezbollah", "kataib-hezbollah"]]),
    suggestion("b", 1, ["soldiers", "Policemen"]),
    suggestion("c", 2, []),
    suggestion("d", 3, ["Somebody recalled"], true),
  ],
  likes: new Map([["c", [like]]]),
  records: [],
  drafts: [],
});

const at = (index: number): Item => {
  const item = items[index];
  if (!item) throw new Error(`there is no item ${index}`);
  return item;
};

describe("what is done to all incidents of an article", () => {
  it("accepts proposals, but none that may be recorded already or that is only recalled", () => {
    expect(items.map(isAcceptable)).toEqual([true, true, false, false]);
    expect(items.map(mayBeRecorded)).toEqual([false, false, true, false]);
  });

  it("names each unknown actor once, with every line that names it", () => {
    expect(unknownActors(items)).toEqual([
      {
        name: "Soldiers",
        lines: [
          { id: "suggestion:a", key: "p0" },
          { id: "suggestion:b", key: "p0" },
        ],
      },
      { name: "Policemen", lines: [{ id: "suggestion:b", key: "p1" }] },
    ]);
  });

  it("leaves unknown actors out, and puts back what is not there again", async () => {
    const store = createItemStore(items, () => {});
    const outcome = leaveOutActors({ store } as Desk);
    const names = () => store.all().map(({ form }) => form.participants.map(({ name }) => name));
    expect(outcome.done).toBe(2);
    expect(names()).toEqual([["Kataib Hezbollah"], [], [], ["Somebody recalled"]]);
    await outcome.undo?.();
    expect(names().map((list) => list.toSorted())).toEqual([
      ["Kataib Hezbollah", "Soldiers"],
      ["Policemen", "soldiers"],
      [],
      ["Somebody recalled"],
    ]);
  });

  it("links only what is stored on both ends", () => {
    const link = { from: 0, to: 1, type: "follows" as const, quote: null };
    expect(openLinks(items, [link], articleId)).toEqual([]);
    expect(openLinks([{ ...at(0), isRejected: true }, at(1)], [link], articleId)).toEqual([]);
  });
});
