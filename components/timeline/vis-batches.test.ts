import { describe, expect, it } from "vitest";
import { VisBatches } from "./vis-batches";
import { drawnBeyond, methodOf } from "./vis-parts";

/** What VisBatches uses of vis-timeline, which needs a browser to lay anything out. */
function fakeTimeline() {
  const said: string[] = [];
  class Item {
    constructor(
      readonly id: string,
      public displayed: boolean,
    ) {}
    redraw(returnQueue?: boolean) {
      const steps = ["write", "measure"].map((step) => () => said.push(`${step} ${this.id}`));
      if (returnQueue) return steps;
      for (const step of steps) step();
      return null;
    }
  }
  const itemOf = (id: string, displayed: boolean) => new Item(id, displayed);
  const group = {
    _checkIfVisible: (item: { id: string }) => said.push(`show ${item.id}`),
    _updateItemsInRange: (_ordered: unknown, _before: unknown, range: { start: number; end: number }) =>
      said.push(`choose ${range.start} to ${range.end}`),
  };
  const itemSet = {
    groups: { one: group },
    _updateItem: (item: ReturnType<typeof itemOf>) => {
      if (item.displayed) item.redraw();
    },
  };
  return { said, itemOf, group, itemSet, timeline: { itemSet } };
}

const batchesOf = (timeline: object) =>
  new VisBatches(timeline as ConstructorParameters<typeof VisBatches>[0]);

describe("VisBatches", () => {
  it("measures what has changed with the next redraw, after all of it was written", () => {
    const { said, itemOf, group, itemSet, timeline } = fakeTimeline();
    batchesOf(timeline).cover();
    for (const id of ["a", "b"]) itemSet._updateItem(itemOf(id, true));
    expect(said).toEqual([]);
    group._updateItemsInRange({}, [], { start: 0, end: 10 });
    expect(said.slice(0, 4)).toEqual(["write a", "write b", "measure a", "measure b"]);
    said.length = 0;
    group._updateItemsInRange({}, [], { start: 0, end: 10 });
    expect(said).toHaveLength(1);
  });

  it("draws once for all that is changed together, but nothing before the first drawing", () => {
    const { said, itemSet, timeline } = fakeTimeline();
    const batches = batchesOf(timeline);
    const redraw = () => said.push("all");
    const drawn = Object.assign(Object.create({ redraw }), itemSet, { initialItemSetDrawn: false });
    const ofDrawn = { itemSet: drawn };
    const change = () => batchesOf(ofDrawn).together(() => drawn.redraw());
    change();
    expect(said).toEqual(["all"]);
    drawn.initialItemSetDrawn = true;
    change();
    expect(said).toEqual(["all"]);
    drawn.redraw();
    expect(said).toEqual(["all", "all"]);
    batches.together(() => said.push("without its parts"));
    expect(said.at(-1)).toBe("without its parts");
  });

  it("leaves showing a new item to the redraw, which looks beyond the window", () => {
    const { said, itemOf, group, timeline } = fakeTimeline();
    batchesOf(timeline).cover();
    group._checkIfVisible(itemOf("new", false));
    group._checkIfVisible(itemOf("old", true));
    group._updateItemsInRange({}, [], { start: 100, end: 110 });
    expect(said).toEqual(["show old", `choose ${100 - 10 * drawnBeyond} to ${110 + 10 * drawnBeyond}`]);
  });

  it("does not draw what was taken away meanwhile", () => {
    const { said, itemOf, group, itemSet, timeline } = fakeTimeline();
    batchesOf(timeline).cover();
    const item = itemOf("gone", true);
    itemSet._updateItem(item);
    item.displayed = false;
    group._updateItemsInRange({}, [], { start: 0, end: 1 });
    expect(said).toEqual([expect.stringContaining("choose")]);
  });

  it("leaves a release alone that lacks a part", () => {
    const { said, itemOf, itemSet } = fakeTimeline();
    const group = { _checkIfVisible: (item: { id: string }) => said.push(`show ${item.id}`) };
    batchesOf({ itemSet: { ...itemSet, groups: { one: group } } }).cover();
    group._checkIfVisible(itemOf("new", false));
    expect(said).toEqual(["show new"]);
    expect(() => batchesOf({}).cover()).not.toThrow();
    expect(methodOf(itemSet, "_missing")).toBeNull();
  });
});
