import { describe, expect, it } from "vitest";
import { placeRanges } from "./vis-ranges";

/** The range of vis-timeline as far as placeRanges reads it: a hundred pixels stand for a hundred milliseconds. */
function fakeRanges(conversion: object) {
  class RangeItem {
    left = 0;
    width = 0;
    overflow = true;
    readonly conversion = conversion;
    readonly props = { content: { width: 40 } };
    readonly dom = {
      box: { style: { transform: "", width: "" } },
      content: { style: { transform: "" } },
    };
    constructor(readonly data: { start: Date; end: Date }) {}
    repositionX() {
      this.left = Number.NaN;
    }
  }
  const placed = (start: number, end: number) => {
    const item = new RangeItem({ start: new Date(start), end: new Date(end) });
    item.repositionX();
    return item;
  };
  return { itemSet: { constructor: { types: { range: RangeItem } } }, placed };
}

const slid = (aside: number) => ({
  toScreen: (time: Date) => time.valueOf(),
  aside: () => aside,
  reach: () => 5000,
});

describe("placeRanges", () => {
  it("places a range by its times, and its label at its beginning", () => {
    const { itemSet, placed } = fakeRanges(slid(0));
    expect(placeRanges(itemSet)).toBe(true);
    const { left, width, dom } = placed(100, 300);
    expect({ left, width }).toEqual({ left: 100, width: 240 });
    expect(dom.box.style).toEqual({ transform: "translateX(100px)", width: "200px" });
    expect(dom.content.style.transform).toBe("translateX(0px)");
  });

  it("keeps the label in view, also where all stands aside, but not beyond the range", () => {
    const { itemSet, placed } = fakeRanges(slid(-150));
    placeRanges(itemSet);
    expect(placed(100, 300).dom.content.style.transform).toBe("translateX(50px)");
    expect(placed(200, 300).dom.content.style.transform).toBe("translateX(0px)");
    expect(placed(0, 100).dom.content.style.transform).toBe("translateX(100px)");
  });

  it("cuts off what reaches far out of sight", () => {
    const { itemSet, placed } = fakeRanges(slid(0));
    placeRanges(itemSet);
    expect(placed(-9e6, 9e6).dom.box.style).toEqual({ transform: "translateX(-5000px)", width: "10000px" });
  });

  it("leaves ranges to vis-timeline where nothing slides, and says where parts are missing", () => {
    const { itemSet, placed } = fakeRanges({ toScreen: (time: Date) => time.valueOf() });
    expect(placeRanges(itemSet)).toBe(true);
    expect(placed(100, 300).left).toBeNaN();
    expect(placeRanges({})).toBe(false);
  });
});
