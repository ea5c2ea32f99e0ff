import { describe, expect, it, vi } from "vitest";
import type { ActionResult } from "@/lib/api/action-result";
import { type IncidentRecord, incidentRecordSchema } from "@/lib/incidents/schema";
import { incidentView } from "@/scripts/test/incident-view";
import type { EditorActions } from "../editor-actions";
import { itemOfRecord, newItem } from "./item";
import { type Desk, saveItem, stepItem } from "./item-commands";
import { createItemStore } from "./item-store";

const record = (version: number, changes: Partial<IncidentRecord["incident"]> = {}): IncidentRecord =>
  incidentRecordSchema.parse({
    incident: incidentView({
      version,
      status: "draft",
      title: "Rockets hit a camp",
      eventType: "shelling-artillery-missile-attack",
      outcome: "completed",
      ...changes,
    }),
    claims: [],
    unsourcedReason: null,
  });

const ok = <T>(data: T): ActionResult<T> => ({ ok: true, data });
const newer = (current: IncidentRecord): ActionResult<never> => ({
  ok: false,
  code: "version-conflict",
  message: "Somebody else saved in the meantime",
  errors: [],
  extra: { current },
});
const lost = () => Promise.reject(new TypeError("Failed to fetch"));

function deskOf(item: ReturnType<typeof newItem>, actions: Partial<EditorActions>): Desk {
  const kept = new Set<string>();
  return {
    store: createItemStore([item], () => {}),
    keeper: { keep: (key) => kept.add(key), discard: (key) => kept.delete(key), readDevice: () => null },
    // Only the actions that a test presses are called.
    actions: actions as EditorActions,
    referenceDay: null,
    proposes: false,
  };
}

const typed = { title: "Rockets hit a camp", eventType: "shelling-artillery-missile-attack" as const };

describe("an answer that is lost on its way", () => {
  it("leaves what was typed, and the same key is sent again", async () => {
    const item = newItem("new:a-1", "a", "UTC");
    const createIncident = vi
      .fn<EditorActions["createIncident"]>()
      .mockImplementationOnce(lost)
      .mockImplementation(async () => ok(record(1)));
    const desk = deskOf(item, { createIncident });
    desk.store.apply({
      type: "edited",
      id: item.id,
      change: { ...typed, occurred: "2021-07-05", outcome: "completed" },
    });
    expect(await saveItem(desk, item.id)).toBeNull();
    expect(desk.store.get(item.id)).toMatchObject({
      busy: null,
      form: typed,
      problem: { words: expect.stringMatching(/cannot be reached.*try again/), isStale: false },
    });
    expect(await saveItem(desk, item.id)).toEqual(record(1));
    const [first, second] = createIncident.mock.calls.map(([{ key }]) => key);
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).toBe(first);
  });

  it("of a save is no conflict with oneself", async () => {
    const item = itemOfRecord(record(1), null);
    const stored = record(2, { title: "Changed" });
    const updateIncident = vi.fn<EditorActions["updateIncident"]>().mockResolvedValue(newer(stored));
    const desk = deskOf(item, { updateIncident });
    desk.store.apply({ type: "edited", id: item.id, change: { title: "Changed" } });
    expect(await saveItem(desk, item.id)).toEqual(stored);
    expect(desk.store.get(item.id)).toMatchObject({ conflict: null, problem: null, version: 2 });
  });

  it("of a publication counts as published when it was", async () => {
    const item = itemOfRecord(record(1), null);
    const stored = record(2, { status: "published", publishedAt: "2021-07-06T01:00:00.000Z" });
    const desk = deskOf(item, { publishIncident: async () => newer(stored) });
    expect(await stepItem(desk, item.id, "publish")).toEqual(stored);
    expect(desk.store.get(item.id)?.record).toEqual(stored);
  });

  it("shows both versions where somebody else's is stored", async () => {
    const item = itemOfRecord(record(1), null);
    const desk = deskOf(item, { updateIncident: async () => newer(record(2, { title: "Theirs" })) });
    desk.store.apply({ type: "edited", id: item.id, change: { title: "Mine" } });
    expect(await saveItem(desk, item.id)).toBeNull();
    expect(desk.store.get(item.id)?.conflict?.incident.title).toBe("Theirs");
    expect(desk.store.get(item.id)?.form.title).toBe("Mine");
  });

  it("sends one save of two presses", async () => {
    const item = itemOfRecord(record(1), null);
    const updateIncident = vi
      .fn<EditorActions["updateIncident"]>()
      .mockResolvedValue(ok(record(2, { title: "Mine" })));
    const desk = deskOf(item, { updateIncident });
    desk.store.apply({ type: "edited", id: item.id, change: { title: "Mine" } });
    await Promise.all([saveItem(desk, item.id), saveItem(desk, item.id)]);
    expect(updateIncident).toHaveBeenCalledTimes(1);
  });
});
