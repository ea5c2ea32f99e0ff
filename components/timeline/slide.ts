import type { Timeline } from "vis-timeline/esnext";
import type { Span } from "@/lib/timeline/scale";
import { drawnBeyond, member, methodOf, numberOf } from "./vis-parts";
import { placeRanges } from "./vis-ranges";

/** Groups that come into view from above or below are empty until they are drawn: so many pixels do not show it. */
const scrolledPx = 48;
/** Farther from where they were placed than so many widths, items are placed anew. */
const farthest = 3;

type Options = {
  host: HTMLElement;
  timeline: Timeline;
  /** True while the window moves, until it has come to rest. */
  isMoving: () => boolean;
  span: () => Span;
  /** Told by how many pixels all that is drawn stands aside. */
  onSlide: (x: number, y: number) => void;
  /** Told when all items have got other places: what was measured beside them stands wrong. */
  onPlaced: () => void;
};

/** The window, and its width in pixels, in which items have been given their places. */
type Origin = Span & { width: number };

/** Moving adds the error of what a number can hold, and no more. */
function isSameScale(a: Span, b: Span): boolean {
  const length = b.end - b.start;
  return Math.abs(a.end - a.start - length) <= length / 1e6;
}

/**
 * Lets a window that moves without zooming take what is drawn along: items keep their places, and all of them
 * together are moved aside. vis-timeline would place every item and stack every row anew at each step: with
 * hundreds of items that is more than a frame, and labels would jump between rows under the hand.
 */
export class Slide {
  private readonly redraw: () => void;
  private readonly redrawAxis: () => void;
  private origin: Origin | null = null;
  private placedBy: Origin | null = null;
  private drawn: (Span & { top: number }) | null = null;
  private x = 0;
  private y = 0;

  constructor(private readonly options: Options) {
    const { timeline } = options;
    const whole = methodOf(timeline, "_origRedraw");
    const queued = methodOf(timeline, "_redraw");
    const axis = methodOf(member(timeline, "timeAxis"), "redraw");
    const items = member(timeline, "itemSet");
    const conversion = member(items, "conversion");
    this.redrawAxis = () => axis?.();
    this.redraw = () => {
      if (whole) whole();
      else timeline.redraw();
    };
    // Without these parts vis-timeline draws each step by itself.
    if (!queued || !axis || !items || !conversion || this.top() === null || !placeRanges(items)) return;
    Reflect.set(conversion, "toScreen", (time: Date | number) => this.placeOf(time.valueOf()));
    Reflect.set(conversion, "aside", () => this.aside());
    Reflect.set(conversion, "reach", () => (farthest + 2) * this.width());
    Reflect.set(timeline, "_redraw", () => {
      if (!this.follow()) queued();
    });
    timeline.on("changed", () => this.remember());
  }

  /** By how many pixels what is drawn stands aside. */
  offset(): { x: number; y: number } {
    return { x: this.x, y: this.y };
  }

  /** Draws what a movement has brought near. */
  settle(): void {
    this.redraw();
  }

  /** Pixels from the left of the window in which items were placed. */
  private placeOf(time: number): number {
    const { start, end, width } = this.originNow();
    return ((time - start) * width) / (end - start);
  }

  /** By the places that items have, which only placing them changes. */
  private aside(): number {
    const { origin } = this;
    if (!origin) return 0;
    return ((origin.start - this.options.span().start) * origin.width) / (origin.end - origin.start);
  }

  /** The last one as long as its scale holds. */
  private originNow(): Origin {
    const now = { ...this.options.span(), width: this.width() };
    const { origin } = this;
    const length = now.end - now.start;
    const isKept =
      origin !== null &&
      origin.width === now.width &&
      isSameScale(origin, now) &&
      Math.abs(origin.start - now.start) <= farthest * length;
    this.origin = isKept ? origin : now;
    return this.origin;
  }

  private remember(): void {
    this.drawn = { ...this.options.span(), top: this.top() ?? 0 };
    this.shift(this.aside(), 0);
    if (this.placedBy === this.origin) return;
    this.placedBy = this.origin;
    this.options.onPlaced();
  }

  /** How far the rows are scrolled, pixels, 0 or less; null where that is not told. */
  private top = (): number | null => numberOf(member(this.options.timeline, "props"), "scrollTop");

  /** Of the items' panel, pixels, without asking the browser, which would lay out everything first. */
  width(): number {
    const center = member(member(this.options.timeline, "props"), "center");
    return numberOf(center, "width") ?? this.options.host.clientWidth;
  }

  /** False where only drawing helps: at rest, after zooming, and beyond what is drawn. */
  private follow(): boolean {
    const span = this.options.span();
    const { drawn } = this;
    if (!drawn) return false;
    const length = span.end - span.start;
    const share = (drawn.start - span.start) / length;
    // vis-timeline draws the first step of a movement before it tells of it.
    if (share === 0 && !this.options.isMoving()) return false;
    const scrolled = (this.top() ?? 0) - drawn.top;
    if (!isSameScale(drawn, span) || Math.abs(share) > drawnBeyond || Math.abs(scrolled) > scrolledPx)
      return false;
    this.shift(this.aside(), scrolled);
    this.redrawAxis();
    return true;
  }

  private shift(x: number, y: number): void {
    this.x = x;
    this.y = y;
    const translate = x === 0 && y === 0 ? "" : `${x}px ${y}px`;
    for (const items of this.options.host.querySelectorAll<HTMLElement>(".vis-foreground > .vis-group")) {
      items.style.translate = translate;
    }
    this.options.onSlide(x, y);
  }
}
