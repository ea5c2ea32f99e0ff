import { describe, expect, it } from "vitest";
import { Slide } from "./slide";

const width = 1000;

/** What Slide uses of vis-timeline: a window 100 ms long, and one range that is placed at each redraw. */
function fakeTimeline() {
  let window = { start: 0, end: 100 };
  let changed = () => {};
  const conversion = { toScreen: (time: number) => time };
  const items = {
    conversion,
    constructor: {
      types: {
        range: class {
          repositionX() {}
        },
      },
    },
  };
  const timeline = {
    props: { scrollTop: 0, center: { width } },
    timeAxis: { redraw: () => true },
    itemSet: items,
    _redraw: () => {},
    _origRedraw: () => {
      timeline.placed = conversion.toScreen(50);
      changed();
    },
    on: (_event: string, run: () => void) => {
      changed = run;
    },
    placed: Number.NaN,
  };
  const host = { clientWidth: width, querySelectorAll: () => [] };
  const shifts: number[] = [];
  let placings = 0;
  const options = {
    host,
    timeline,
    isMoving: () => true,
    span: () => window,
    onSlide: (x: number) => shifts.push(x),
    onPlaced: () => {
      placings += 1;
    },
  };
  const slide = new Slide(options as object as ConstructorParameters<typeof Slide>[0]);
  const show = (start: number, end: number) => {
    window = { start, end };
  };
  /** Where the item of 50 ms stands on screen. */
  const seen = () => timeline.placed + (shifts.at(-1) ?? 0);
  return { slide, timeline, show, seen, shifts, placings: () => placings };
}

describe("Slide", () => {
  it("keeps the places of items while the window moves and when it has come to rest", () => {
    const { slide, timeline, show, seen, placings } = fakeTimeline();
    slide.settle();
    expect(timeline.placed).toBe(500);
    show(60, 160);
    timeline._redraw();
    expect(seen()).toBeCloseTo(-100);
    slide.settle();
    expect(timeline.placed).toBe(500);
    expect(slide.offset()).toEqual({ x: -600, y: 0 });
    expect(placings()).toBe(1);
  });

  it("places items anew by drawing them alone, however far the window has moved", () => {
    const { slide, timeline, show, seen, placings } = fakeTimeline();
    slide.settle();
    for (let start = 50; start <= 300; start += 50) {
      show(start, start + 100);
      slide.settle();
    }
    expect(timeline.placed).toBe(500);
    show(310, 410);
    timeline._redraw();
    expect(seen()).toBeCloseTo(-2600);
    expect(placings()).toBe(1);
    slide.settle();
    expect(seen()).toBeCloseTo(-2600);
    expect(slide.offset().x).toBe(0);
    expect(placings()).toBe(2);
  });

  it("places items anew at another zoom, and says so with everything in its place", () => {
    const { slide, timeline, show, seen, shifts, placings } = fakeTimeline();
    slide.settle();
    show(60, 160);
    slide.settle();
    show(0, 200);
    timeline._redraw();
    expect(seen()).toBeCloseTo(-100);
    slide.settle();
    expect([timeline.placed, shifts.at(-1)]).toEqual([250, 0]);
    expect(placings()).toBe(2);
  });
});
