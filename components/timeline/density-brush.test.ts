import { describe, expect, it } from "vitest";
import { brushed, grabbed, keyed } from "./density-brush";

const strip = { start: 0, end: 1000 };
const span = { start: 200, end: 400 };
const key = (name: string, shiftKey = false) => keyed({ key: name, shiftKey }, span, strip);

describe("brushed", () => {
  it("moves the window and its edges, and never turns it around", () => {
    expect(brushed({ grip: "window", from: 300, span }, 350, strip, 4)).toEqual({ start: 250, end: 450 });
    expect(brushed({ grip: "start", from: 200, span }, 150, strip, 4)).toEqual({ start: 150, end: 400 });
    expect(brushed({ grip: "start", from: 200, span }, 900, strip, 4)).toEqual({ start: 396, end: 400 });
    expect(brushed({ grip: "end", from: 400, span }, 100, strip, 4)).toEqual({ start: 200, end: 204 });
  });

  it("selects what is dragged over on the empty part, in both directions", () => {
    expect(brushed({ grip: "empty", from: 600, span }, 800, strip, 4)).toEqual({ start: 600, end: 800 });
    expect(brushed({ grip: "empty", from: 600, span }, 500, strip, 4)).toEqual({ start: 500, end: 600 });
  });

  it("goes to where somebody clicks", () => {
    expect(brushed({ grip: "empty", from: 600, span }, 601, strip, 4)).toEqual({ start: 500, end: 700 });
  });
});

describe("grabbed", () => {
  const gripAt = (window: typeof span, at: number) => grabbed(window, at, strip, 10).grip;

  it("finds the edges before the window, also of a window narrower than they are", () => {
    expect([195, 205, 300, 395, 405, 500].map((at) => gripAt(span, at))).toEqual([
      "start",
      "start",
      "window",
      "end",
      "end",
      "empty",
    ]);
    const narrow = { start: 300, end: 301 };
    expect([295, 300, 301, 305].map((at) => gripAt(narrow, at))).toEqual(["start", "start", "end", "end"]);
  });

  it("takes the edge of a window that reaches out of the strip where the strip ends", () => {
    const wide = { start: -100, end: 1100 };
    expect(grabbed(wide, 995, strip, 10)).toEqual({
      grip: "end",
      from: 995,
      span: { start: -100, end: 1000 },
    });
    expect(grabbed(wide, 5, strip, 10)).toEqual({ grip: "start", from: 5, span: { start: 0, end: 1100 } });
    expect(grabbed(wide, 500, strip, 10).span).toBe(wide);
  });
});

describe("keyed", () => {
  it("moves by arrows, resizes with Shift, and goes to both ends", () => {
    expect(key("ArrowRight")).toEqual({ start: 220, end: 420 });
    expect(key("ArrowDown")).toEqual({ start: 180, end: 380 });
    expect(key("ArrowRight", true)).toEqual({ start: 200, end: 420 });
    expect(key("ArrowLeft", true)).toEqual({ start: 200, end: 380 });
    expect(key("PageUp")).toEqual({ start: 360, end: 560 });
    expect(key("Home")).toEqual({ start: 0, end: 200 });
    expect(key("End")).toEqual({ start: 800, end: 1000 });
    expect(key("Tab")).toBeNull();
  });
});
