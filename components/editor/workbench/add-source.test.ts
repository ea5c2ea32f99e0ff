import { describe, expect, it, vi } from "vitest";
import type { ActionResult } from "@/lib/api/action-result";
import type { SuggestionView } from "@/lib/articles/schema";
import type { LikeIncident } from "@/lib/incidents/likeness";
import { type IncidentRecord, incidentRecordSchema } from "@/lib/incidents/schema";
import { incidentView } from "@/scripts/test/incident-view";
import type { EditorActions } from "../editor-actions";
import { itemsOfArticle } from "./item";
import { addItemTo, type Desk } from "./item-commands";
import { createItemStore } from "./item-store";

const articleId = "00000000-0000-7000-8000-000000000001";
const quote = { field: "killed", exact: "killing three", start: 0, end: 13 } as const;

const suggestion = (id: string, changes: Partial<SuggestionView> = {}): SuggestionView => ({
  id,
  position: 0,
  status: "open",
  incidentPublicId: null,
  proposal: {
    title: "Rocket attack at a camp nobody knows",
    summary: "",
    occurred: "2021-07-05",
    timeZone: "UTC",
    place: {
      slug: null,
      name: "Camp Nowhere",
      country: null,
      latitude: null,
      longitude: null,
      precision: "exact",
    },
    eventType: "shelling-artillery-missile-attack",
    outcome: "completed",
    killed: { min: 3, max: 3 },
    injured: null,
    participants: [],
    quotes: [quote, { ...quote, field: "title" }, { ...quote, field: "place" }],
    background: false,
    confidence: 0.8,
  },
  ...changes,
});

const like: LikeIncident = {
  publicId: "AAAAAAAA",
  version: 4,
  status: "published",
  title: "Rockets hit a camp",
  occurred: "2021-07-05",
  timeZone: "UTC",
  score: 0.9,
  reasons: ["the same day"],
};

const record = (version: number): IncidentRecord =>
  incidentRecordSchema.parse({
    incident: incidentView({
      version,
      title: `Version ${version}`,
      eventType: "shelling-artillery-missile-attack",
      outcome: "completed",
    }),
    claims: [],
  });

function deskWith(answer: ActionResult<IncidentRecord>) {
  const add = vi.fn<EditorActions["addSuggestionToIncident"]>(async () => answer);
  const items = itemsOfArticle({
    articleId,
    timeZone: "UTC",
    suggestions: [suggestion("s")],
    likes: new Map([["s", [like]]]),
    records: [],
    drafts: [],
  });
  const discard = vi.fn();
  // Only what the command uses.
  const desk = {
    store: createItemStore(items, () => {}),
    keeper: { discard, keep: () => {}, readDevice: () => null },
    actions: { addSuggestionToIncident: add } as Partial<EditorActions> as EditorActions,
    referenceDay: null,
    proposes: false,
  } satisfies Desk;
  return { desk, add, discard, item: () => desk.store.get("suggestion:s") };
}

describe("adding an article as a source to a recorded incident", () => {
  it("sends what the article says of it, also of a place that nobody knows, and becomes that incident", async () => {
    const { desk, add, discard, item } = deskWith({ ok: true, data: record(5) });
    expect(await addItemTo(desk, "suggestion:s", like)).toBe(true);
    expect(add).toHaveBeenCalledWith({
      suggestionId: "s",
      publicId: "AAAAAAAA",
      version: 4,
      claims: [
        expect.objectContaining({ field: "killed", value: { min: 3, max: 3 }, articleId }),
        expect.objectContaining({ field: "place", value: expect.objectContaining({ slug: null }) }),
      ],
    });
    expect(item()).toMatchObject({ version: 5, busy: null, form: { title: "Version 5" } });
    expect(discard).toHaveBeenCalledWith("suggestion:s");
    expect(await addItemTo(desk, "suggestion:s", like)).toBe(false);
  });

  it("adds nothing when somebody changed the incident, and means its new version from then on", async () => {
    const failure = {
      ok: false,
      code: "version-conflict",
      message: "Somebody else saved.",
      errors: [],
    } as const;
    const { desk, item } = deskWith({ ...failure, errors: [], extra: { current: record(7) } });
    expect(await addItemTo(desk, "suggestion:s", like)).toBe(false);
    expect(item()).toMatchObject({ record: null, conflict: null, busy: null });
    expect(item()?.problem?.words).toMatch(/^Somebody changed that incident/);
    expect(item()?.suggestion?.likes).toMatchObject([{ version: 7, title: "Version 7" }]);
  });
});

describe("itemsOfArticle", () => {
  it("shows two proposals that became one incident as one item", () => {
    const accepted = { status: "accepted", incidentPublicId: "AAAAAAAA" } as const;
    const items = itemsOfArticle({
      articleId,
      timeZone: "UTC",
      suggestions: [
        suggestion("a", accepted),
        suggestion("b", { ...accepted, position: 1 }),
        suggestion("c"),
      ],
      likes: new Map([["c", [like]]]),
      records: [record(5)],
      drafts: [],
    });
    expect(items.map(({ id, suggestion: from }) => [id, from?.likes.length])).toEqual([
      ["suggestion:a", 0],
      ["suggestion:c", 1],
    ]);
  });
});
