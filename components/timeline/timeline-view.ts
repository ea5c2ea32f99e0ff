import { DataSet } from "vis-data/esnext";
import { Timeline } from "vis-timeline/esnext";
import type { Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";
import { type ZoneChoice, zoneOf } from "@/lib/timeline/zone-choice";
import { type ArcPlan, arcPlan, arcsOf } from "./arcs";
import { byRow, type DrawnItem, drawnDifference, drawnItems, type Emphasis } from "./drawn-items";
import { groupContent, ItemContents } from "./item-content";
import { LinkArcs } from "./link-arcs";
import { MarkImages } from "./mark-images";
import { Slide } from "./slide";
import { spanOf } from "./spans";
import { fixedOptions, isTouch, moves, zoneOptions } from "./timeline-options";
import { VisBatches } from "./vis-batches";

/** With more of them a step of a zoom takes longer than a frame: it goes to its end at once. */
const animatedItems = 150;
/** What a movement brings is added frame by frame: more at once would hold up the next movement. */
const drawnAtOnce = 30;
/** Where the mark stands in a label, as timeline-items.css has it, pixels. */
const [markMiddle, markTop] = [9, 4];

type Callbacks = {
  onMove: (span: Span) => void;
  onSettle: (span: Span) => void;
  onIncident: (publicId: string) => void;
  onBucket: (span: Span) => void;
  onEmptySpace: () => void;
};

function isMove(before: TimelineWindow, after: TimelineWindow): boolean {
  const [from, to] = [spanOf(before), spanOf(after)];
  const length = to.end - to.start;
  return from.start !== to.start && Math.abs(from.end - from.start - length) < length / 100;
}

/**
 * vis-timeline over one window of incidents: draws differences, keeps the arcs above the items, and
 * tells what was moved or clicked. Everything it adds is gone after destroy().
 */
export class TimelineView {
  private readonly items = new DataSet<DrawnItem>();
  private readonly groups = new DataSet<{ id: string; content: string; order: number; count: number }>();
  private readonly contents = new ItemContents();
  private readonly arcs = new LinkArcs();
  private readonly marks = new MarkImages();
  private readonly timeline: Timeline;
  private readonly slide: Slide;
  private readonly batches: VisBatches;
  private drawn = new Map<string, DrawnItem>();
  private data: TimelineWindow | null = null;
  private plan: ArcPlan = { lines: [], ends: new Set() };
  private emphasis: Emphasis = { selected: null, active: null, linked: new Set() };
  private frame = 0;
  private drawing = 0;
  private settling = 0;
  private moving = 0;
  /** Stop that is to be scrolled to as soon as it has been drawn. */
  private revealing: string | null = null;
  private isMoving = false;
  /** True while what is loaded shows another time than before, at the same zoom. */
  private isMoved = false;
  private pressed = { clientX: 0, clientY: 0 };

  constructor(
    private readonly host: HTMLElement,
    span: Span,
    private zone: ZoneChoice,
    private readonly callbacks: Callbacks,
  ) {
    this.timeline = new Timeline(host, this.items, this.groups, {
      ...fixedOptions,
      ...zoneOptions(zone),
      ...(isTouch() ? { verticalScroll: false } : { height: "100%" }),
      start: span.start,
      end: span.end,
      template: (item: DrawnItem) => this.contents.get(item.id) ?? item.content,
      groupTemplate: (group: { content: string; count: number } | null) =>
        group ? groupContent({ label: group.content, count: group.count }) : "",
      order: byRow,
    });
    host.append(this.arcs.element);
    this.batches = new VisBatches(this.timeline);
    this.slide = new Slide({
      host,
      timeline: this.timeline,
      isMoving: () => this.isMoving,
      span: () => this.span(),
      onSlide: (x, y) => this.arcs.slide(x, y),
      onPlaced: () => this.drawArcs(),
    });
    this.listen();
  }

  private readonly press = ({ clientX, clientY }: PointerEvent): void => {
    this.pressed = { clientX, clientY };
  };

  private listen(): void {
    type Range = { start: Date; end: Date; byUser?: boolean };
    const spanOf = (range: Range) => ({ start: range.start.getTime(), end: range.end.getTime() });
    this.timeline.on("rangechange", ({ byUser }: Range) => {
      this.isMoving = true;
      if (byUser) this.revealing = null;
      cancelAnimationFrame(this.moving);
      this.moving = requestAnimationFrame(() => this.callbacks.onMove(this.span()));
    });
    this.timeline.on("rangechanged", (range: Range) => {
      this.isMoving = false;
      this.settleSoon(spanOf(range));
    });
    this.timeline.on("changed", () => this.drawArcsSoon());
    this.host.addEventListener("pointerdown", this.press);
    type Click = { item: string | null; what: string | null; event: MouseEvent };
    this.timeline.on("click", ({ item, what, event }: Click) => {
      // A drag ends in a click as well.
      const { clientX, clientY } = this.pressed;
      if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > 6) return;
      const clicked = item === null ? undefined : this.drawn.get(item);
      if (clicked?.publicId) this.callbacks.onIncident(clicked.publicId);
      else if (clicked) this.callbacks.onBucket({ start: clicked.start, end: clicked.end ?? clicked.start });
      else if (what === "background") this.callbacks.onEmptySpace();
    });
  }

  /** What follows a movement is done in parts, so that none of them holds up the next movement. */
  private settleSoon(span: Span): void {
    cancelAnimationFrame(this.settling);
    this.settling = requestAnimationFrame(() => {
      if (this.isMoving) return;
      this.slide.settle();
      this.callbacks.onSettle(span);
      this.settling = requestAnimationFrame(() => this.draw());
    });
  }

  setData(data: TimelineWindow): void {
    this.isMoved = this.data !== null && isMove(this.data, data);
    this.data = data;
    const keys = new Set(data.groups.map((group) => group.key));
    this.groups.remove(this.groups.getIds().filter((id) => !keys.has(String(id))));
    this.groups.update(
      data.groups.map(({ key, label, count }, order) => ({ id: key, content: label, count, order })),
    );
    this.batches.cover();
    this.host.classList.toggle("sl-ungrouped", data.groups.length < 2);
    this.plan = arcPlan(data);
    this.contents.prepare(data, zoneOf(this.zone));
    this.draw();
    this.drawArcsSoon();
  }

  setZone(zone: ZoneChoice): void {
    if (zone === this.zone) return;
    this.zone = zone;
    this.timeline.setOptions(zoneOptions(zone));
    if (this.data) this.contents.prepare(this.data, zoneOf(zone));
  }

  setEmphasis(emphasis: Emphasis): void {
    this.emphasis = emphasis;
    this.draw();
    this.drawArcsSoon();
  }

  /** Of the panel in which items are drawn, pixels. */
  width(): number {
    return this.slide.width();
  }

  /** The visible window. */
  span(): Span {
    const { start, end } = this.timeline.getWindow();
    return { start: start.getTime(), end: end.getTime() };
  }

  moveTo(span: Span, isAnimated = true): void {
    const isQuick = this.drawn.size <= animatedItems;
    this.timeline.setWindow(span.start, span.end, { animation: isAnimated && isQuick && moves() });
  }

  /** Brings an incident or bucket into sight, in both directions, without changing the zoom. */
  reveal(stopId: string, at: number): void {
    const span = this.span();
    const margin = (span.end - span.start) * 0.04;
    this.revealing = stopId;
    if (at >= span.start + margin && at <= span.end - margin) {
      this.scrollToRevealed();
    } else {
      const half = (span.end - span.start) / 2;
      this.moveTo({ start: at - half, end: at + half });
    }
  }

  destroy(): void {
    for (const frame of [this.frame, this.drawing, this.settling, this.moving]) cancelAnimationFrame(frame);
    this.host.removeEventListener("pointerdown", this.press);
    this.timeline.destroy();
    this.arcs.element.remove();
    this.marks.destroy();
    this.contents.clear();
  }

  private draw(): void {
    if (!this.data) return;
    cancelAnimationFrame(this.drawing);
    const after = drawnItems(this.data, { ...this.span(), width: this.slide.width() }, this.emphasis);
    const most = this.isMoved ? drawnAtOnce : after.length;
    const { update, remove, drawn, isWhole } = drawnDifference(this.drawn, after, most);
    this.drawn = drawn;
    this.batches.together(() => {
      if (remove.length > 0) this.items.remove(remove);
      if (update.length > 0) this.items.update(update);
    });
    if (isWhole) this.contents.keepOnly(drawn);
    else this.drawing = requestAnimationFrame(() => this.draw());
  }

  /** vis-timeline scrolls its rows by the wheel alone: it has no call for it. */
  private scrollToRevealed(): void {
    const drawn = [...this.drawn.values()].find((item) => (item.publicId ?? item.id) === this.revealing);
    const element = drawn && this.itemElement(drawn.id);
    // Of a group out of sight only the label is drawn; its items are as soon as that is in sight.
    const found = element ?? (drawn && this.groupLabel(drawn.group));
    const target = found?.getBoundingClientRect();
    const panel = this.host.querySelector(".vis-panel.vis-center");
    const rows = panel?.getBoundingClientRect();
    if (!target || !rows) return;
    if (element) this.revealing = null;
    if (isTouch()) {
      // There the page scrolls, and the panel lies over the lower part of the screen.
      window.scrollBy({ top: target.top - window.innerHeight * 0.22, behavior: "instant" });
    } else if (target.top < rows.top || (element ? target.bottom > rows.bottom : target.top > rows.bottom)) {
      const deltaY = target.top - rows.top - rows.height / 3;
      panel?.dispatchEvent(new WheelEvent("wheel", { deltaY, bubbles: true, cancelable: true }));
    }
  }

  private groupLabel(key: string): Element | null {
    const index = this.data?.groups.findIndex((group) => group.key === key) ?? -1;
    return index < 0 ? null : (this.host.querySelectorAll(".vis-labelset .vis-label")[index] ?? null);
  }

  private itemElement(id: string): Element | null {
    const content = this.contents.get(id);
    return content?.isConnected ? content.closest(".vis-item") : null;
  }

  private drawArcsSoon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.drawArcs());
  }

  private drawArcs(): void {
    if (this.revealing !== null && !this.isMoving) this.scrollToRevealed();
    const center = this.host.querySelector(".vis-panel.vis-center")?.getBoundingClientRect();
    if (!center || !this.data) return;
    const host = this.host.getBoundingClientRect();
    const aside = this.slide.offset();
    const origin = { x: center.x + aside.x, y: center.y + aside.y };
    const places = new Map<string, { x: number; y: number }>();
    // All is measured before anything is drawn, and only what has a link.
    for (const { id, publicId } of this.drawn.values()) {
      const stop = publicId ?? id;
      if (!this.plan.ends.has(stop) || places.has(stop)) continue;
      const content = this.itemElement(id) && this.contents.get(id);
      const box = content?.getBoundingClientRect();
      if (!box) continue;
      // The mark stands at the left of an incident's label.
      const x = box.x + (publicId ? markMiddle : box.width / 2) - origin.x;
      places.set(stop, { x, y: box.y + (publicId ? markTop : -1) - origin.y });
    }
    const box = {
      left: center.x - host.x,
      top: center.y - host.y,
      width: center.width,
      height: center.height,
    };
    const edges = { left: -aside.x, right: center.width - aside.x };
    const arcs = arcsOf(this.plan, this.emphasis.selected, (id) => places.get(id) ?? null, edges);
    this.arcs.draw(arcs, box);
  }
}
