import type { TimelineLink } from "@/lib/timeline/schema";

const svgNamespace = "http://www.w3.org/2000/svg";

type Point = { x: number; y: number };

/** An arc from the earlier incident to the later one, bowed upwards the more the farther they are apart. */
function arcPath(earlier: Point, later: Point): string {
  const reach = Math.abs(later.x - earlier.x);
  const bow = Math.min(12 + reach * 0.16, 72);
  const top = Math.min(earlier.y, later.y) - bow;
  const lean = reach * 0.22;
  const [a, b] = [
    earlier.x + Math.sign(later.x - earlier.x) * lean,
    later.x - Math.sign(later.x - earlier.x) * lean,
  ];
  const n = (value: number) => value.toFixed(1);
  return `M${n(earlier.x)} ${n(earlier.y)}C${n(a)} ${n(top)} ${n(b)} ${n(top)} ${n(later.x)} ${n(later.y)}`;
}

/** Draws the links between incidents that are on screen, in one SVG above the items. */
export class LinkArcs {
  readonly element: SVGSVGElement;
  private readonly drawn = new Map<string, SVGPathElement>();

  constructor() {
    this.element = document.createElementNS(svgNamespace, "svg");
    this.element.setAttribute("class", "sl-arcs");
    this.element.setAttribute("aria-hidden", "true");
  }

  /** place gives the point of an incident in pixels from the top left of `box`, or null when off screen. */
  draw(
    links: readonly TimelineLink[],
    selected: string | null,
    box: { left: number; top: number; width: number; height: number },
    place: (publicId: string) => Point | null,
  ): void {
    Object.assign(this.element.style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    const stale = new Set(this.drawn.keys());
    for (const link of links) {
      const earlier = place(link.to);
      const later = place(link.from);
      if (!earlier || !later) continue;
      const key = `${link.from} ${link.to} ${link.type}`;
      stale.delete(key);
      const path = this.drawn.get(key) ?? this.add(key, link);
      path.setAttribute("d", arcPath(earlier, later));
      const isLit = selected !== null && (link.from === selected || link.to === selected);
      path.setAttribute("class", isLit ? "sl-arc sl-lit" : "sl-arc");
    }
    for (const key of stale) {
      this.drawn.get(key)?.remove();
      this.drawn.delete(key);
    }
  }

  private add(key: string, link: TimelineLink): SVGPathElement {
    const path = document.createElementNS(svgNamespace, "path");
    path.dataset.type = link.type;
    this.element.append(path);
    this.drawn.set(key, path);
    return path;
  }
}
