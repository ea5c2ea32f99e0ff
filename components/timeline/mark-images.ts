import { eventMarkShapes } from "@/components/ui/event-mark-shapes";
import { eventGroups } from "@/lib/taxonomy/event-types";

/** Pixels of the image for one of the mark: sharp on every screen and at every zoom of the browser that is usual. */
const imageScale = 4;
/** The box of a mark with room for its outline, and where it begins. */
const [boxSize, boxStart] = [13, -0.5];

/** A mark as the address of a PNG image. */
function drawMark(shape: string, hue: string, ink: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = boxSize * imageScale;
  canvas.height = boxSize * imageScale;
  const drawing = canvas.getContext("2d");
  if (!drawing) return "";
  drawing.setTransform(imageScale, 0, 0, imageScale, -boxStart * imageScale, -boxStart * imageScale);
  drawing.fillStyle = hue;
  drawing.strokeStyle = ink;
  drawing.lineWidth = 0.9;
  drawing.lineJoin = "round";
  const path = new Path2D(shape);
  drawing.fill(path);
  drawing.stroke(path);
  return canvas.toDataURL();
}

/**
 * The marks of event groups as background images. As an SVG element in each of hundreds of labels they took the
 * browser more time than all the rest of a step of movement.
 */
export class MarkImages {
  private readonly sheet = new CSSStyleSheet();
  private readonly schemes = new MutationObserver(() => this.write());
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private readonly rewrite = () => this.write();

  constructor() {
    this.write();
    document.adoptedStyleSheets.push(this.sheet);
    this.schemes.observe(document.documentElement, { attributeFilter: ["data-scheme"] });
    this.dark.addEventListener("change", this.rewrite);
  }

  destroy(): void {
    this.schemes.disconnect();
    this.dark.removeEventListener("change", this.rewrite);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }

  /** An image knows nothing of the page's colours: they are put into it as they are now. */
  private write(): void {
    const probe = document.createElement("i");
    // Where the reader's own colours hold, marks keep theirs, as they do in the filters.
    probe.style.setProperty("forced-color-adjust", "none");
    document.body.append(probe);
    const colour = (name: string) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    const rules = eventGroups.map((group) => {
      const image = drawMark(eventMarkShapes[group], colour(group), colour(`${group}-ink`));
      return `.sl-${group} .sl-label { background-image: url("${image}"); }`;
    });
    probe.remove();
    this.sheet.replaceSync(rules.join("\n"));
  }
}
