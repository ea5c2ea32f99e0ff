import type { Timeline } from "vis-timeline/esnext";
import type { Span } from "@/lib/timeline/scale";
import { drawnBeyond, methodOf } from "./vis-batches";

/** Groups that come into view from above or below are empty until they are drawn: so many pixels do not show it. */
const scrolledPx = 48;

type Options = {
  host: HTMLElement;
  timeline: Timeline;
  /** True while the window moves, until it has come to rest. */
  isMoving: () => boolean;
  span: () => Span;
  /** Told by how many pixels all that is drawn stands aside; 0 and 0 when it is in its place. */
  onSlide: (x: number, y: number) => void;
};

/**
 * Lets a window that moves without zooming take what is drawn along. vis-timeline would stack every row anew at
 * each step: with 400 items that is more than a frame, and labels would jump between rows under the hand.
 */
export class Slide {
  private readonly redraw: () => void;
  private readonly redrawAxis: () => void;
  private drawn: (Span & { top: number }) | null = null;

  constructor(private readonly options: Options) {
    const { timeline } = options;
    const whole = methodOf(timeline, "_origRedraw");
    const queued = methodOf(timeline, "_redraw");
    const axis = methodOf(Reflect.get(timeline, "timeAxis"), "redraw");
    this.redrawAxis = () => axis?.();
    this.redraw = () => {
      this.rest();
      if (whole) whole();
      else timeline.redraw();
    };
    // Without these parts vis-timeline draws each step by itself.
    if (!queued || !axis || this.top() === null) return;
    Reflect.set(timeline, "_redraw", () => {
      if (!this.follow()) queued();
    });
    timeline.on("changed", () => this.remember());
  }

  /** Puts everything in its place and draws it there. */
  settle(): void {
    this.redraw();
  }

  private rest(): void {
    this.shift(0, 0);
    this.remember();
  }

  private remember(): void {
    this.drawn = { ...this.options.span(), top: this.top() ?? 0 };
  }

  /** How far the rows are scrolled, pixels, 0 or less; null where that is not told. */
  private top(): number | null {
    const top: unknown = Reflect.get(Object(Reflect.get(this.options.timeline, "props")), "scrollTop");
    return typeof top === "number" ? top : null;
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
    const isZoomed = Math.abs(drawn.end - drawn.start - length) > length / 10_000;
    const scrolled = (this.top() ?? 0) - drawn.top;
    if (isZoomed || Math.abs(share) > drawnBeyond || Math.abs(scrolled) > scrolledPx) {
      this.rest();
      return false;
    }
    const { host } = this.options;
    const width = host.querySelector(".vis-panel.vis-center")?.clientWidth ?? host.clientWidth;
    this.shift(share * width, scrolled);
    this.redrawAxis();
    return true;
  }

  private shift(x: number, y: number): void {
    for (const items of this.options.host.querySelectorAll<HTMLElement>(".vis-foreground > .vis-group")) {
      items.style.translate = x === 0 && y === 0 ? "" : `${x}px ${y}px`;
    }
    this.options.onSlide(x, y);
  }
}
