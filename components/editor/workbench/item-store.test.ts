import { describe, expect, it } from "vitest";
import { type DraftBody, isDirty, newItem, restoreItem } from "./item";
import { createItemStore, type ItemEvent } from "./item-store";

const item = newItem("new:a-1", "a", "Asia/Baghdad");

function storeOf(...events: ItemEvent[]) {
  const store = createItemStore([item], () => {});
  for (const event of events) store.apply(event);
  return store;
}

describe("the items of a page", () => {
  it("forget the error of a field that is changed, and keep the others", () => {
    const store = storeOf(
      {
        type: "refused",
        id: item.id,
        words: "Two fields",
        errors: { title: "a", coordinates: "b", "participants.1": "c" },
      },
      { type: "edited", id: item.id, change: { place: { ...item.form.place, name: "Taji" } } },
      { type: "edited", id: item.id, change: { participants: [] } },
    );
    expect(store.get(item.id)?.errors).toEqual({ title: "a" });
  });

  it("are told apart from what is stored by what they say", () => {
    const store = storeOf({ type: "edited", id: item.id, change: { title: "Rockets" } });
    const edited = store.get(item.id);
    expect(edited && isDirty(edited)).toBe(true);
    store.apply({ type: "edited", id: item.id, change: { title: "" } });
    const back = store.get(item.id);
    expect(back && isDirty(back)).toBe(false);
  });
});

describe("restoreItem", () => {
  const draft = (title: string, version: number | null): DraftBody => ({
    form: { ...item.form, title },
    version,
    savedAt: "2021-07-06T10:00:00.000Z",
  });

  it("brings back what was typed, with its time", () => {
    const restored = restoreItem(item, draft("Rockets", null));
    expect(restored).toMatchObject({ restoredAt: "2021-07-06T10:00:00.000Z", form: { title: "Rockets" } });
    expect(restored.start).toBe(item.start);
  });

  it("leaves an item alone when nothing else was typed", () => {
    expect(restoreItem(item, draft("", null))).toBe(item);
  });

  it("does not know the start of what was typed over another version", () => {
    const restored = restoreItem({ ...item, version: 4 }, draft("Rockets", 3));
    expect(restored).toMatchObject({ start: null, version: 3 });
  });
});
