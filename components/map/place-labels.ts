type Spot = { x: number; y: number; radius: number; label: string; count: number };
type Label = { text: string; x: number; y: number; anchor: "start" | "end" };
type Box = { left: number; right: number; top: number; bottom: number };

const characterWidth = 6.4;
const lineHeight = 14;
const longest = 26;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Names beside the marks, the most frequent first, each only where it covers no mark and no other name. */
export function placeLabels(spots: readonly Spot[], width: number, height: number): Label[] {
  const taken: Box[] = spots.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const labels: Label[] = [];
  for (const { x, y, radius, label } of spots) {
    if (label.length > longest) continue;
    const long = label.length * characterWidth;
    const sides = [
      { anchor: "start" as const, at: x + radius + 4, left: x + radius + 4 },
      { anchor: "end" as const, at: x - radius - 4, left: x - radius - 4 - long },
    ];
    for (const { anchor, at, left } of sides) {
      const box = { left, right: left + long, top: y - lineHeight / 2, bottom: y + lineHeight / 2 };
      const isInside = box.left > 0 && box.right < width && box.top > 0 && box.bottom < height;
      if (!isInside || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      labels.push({ text: label, x: at, y: y + 4, anchor });
      break;
    }
  }
  return labels;
}
