import type { Arc } from "./arcs";

const svgNamespace = "http://www.w3.org/2000/svg";

type Box = { left: number; top: number; width: number; height: number };

/** One SVG above the items that shows the links; changes only what is another than before. */
export class LinkArcs {
  /** Cuts off at the edges of the items what slides within it. */
  readonly element = document.createElement("div");
  private readonly drawing = document.createElementNS(svgNamespace, "svg");
  private readonly lines = document.createElementNS(svgNamespace, "g");
  private readonly drawn = new Map<string, { path: SVGPathElement; d: string; isLit: boolean }>();
  private box = "";

  constructor() {
    this.element.className = "sl-arcs";
    this.element.setAttribute("aria-hidden", "true");
    this.drawing.append(this.lines);
    this.element.append(this.drawing);
  }

  /** Takes the arcs along with what slides, pixels. */
  slide(x: number, y: number): void {
    this.drawing.style.translate = x === 0 && y === 0 ? "" : `${x}px ${y}px`;
  }

  /** box: where the drawing of the items stands in the host, pixels. */
  draw(arcs: readonly Arc[], box: Box): void {
    this.place(box);
    const stale = new Set(this.drawn.keys());
    for (const arc of arcs) {
      stale.delete(arc.key);
      const known = this.drawn.get(arc.key) ?? this.add(arc);
      if (known.d !== arc.path) known.path.setAttribute("d", arc.path);
      if (known.isLit !== arc.isLit) known.path.setAttribute("class", classOf(arc));
      known.d = arc.path;
      known.isLit = arc.isLit;
    }
    for (const key of stale) {
      this.drawn.get(key)?.path.remove();
      this.drawn.delete(key);
    }
  }

  private place(box: Box): void {
    const style = `left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px`;
    if (style === this.box) return;
    this.box = style;
    this.element.style.cssText = style;
  }

  private add(arc: Arc) {
    const path = document.createElementNS(svgNamespace, "path");
    path.dataset.type = arc.type;
    path.setAttribute("class", classOf(arc));
    this.lines.append(path);
    const added = { path, d: "", isLit: arc.isLit };
    this.drawn.set(arc.key, added);
    return added;
  }
}

const classOf = ({ isLit }: Arc): string => (isLit ? "sl-arc sl-lit" : "sl-arc");
