import type { IncidentChain } from "@/lib/incidents/summary";

export const chainRowHeight = 48;
export const chainGutter = 60;
const maxRows = 24;

export type ChainLayout = {
  /** In time order. */
  rows: IncidentChain["nodes"];
  /** SVG paths in the gutter, from the later incident to the earlier one. */
  arcs: { path: string; near: boolean; from: string; to: string }[];
  left: number;
};

/** Lays out a chain as rows in time order with arcs beside them; the nearest incidents when there are many. */
export function layOutChain(chain: IncidentChain, publicId: string): ChainLayout {
  const nearest = chain.nodes.toSorted((a, b) => a.distance - b.distance).slice(0, maxRows);
  const rows = nearest.toSorted(
    (a, b) => a.earliest.localeCompare(b.earliest) || a.publicId.localeCompare(b.publicId),
  );
  const rowOf = new Map(rows.map((node, index) => [node.publicId, index]));
  const drawn = new Set<string>();
  const arcs = chain.links.flatMap(({ from, to }) => {
    const start = rowOf.get(from);
    const end = rowOf.get(to);
    if (start === undefined || end === undefined || drawn.has(`${from} ${to}`)) return [];
    drawn.add(`${from} ${to}`);
    return [{ path: arcPath(start, end), near: from === publicId || to === publicId, from, to }];
  });
  return { rows, arcs, left: chain.nodes.length - rows.length };
}

function arcPath(start: number, end: number): string {
  const x = chainGutter - 8;
  const y1 = (start + 0.5) * chainRowHeight;
  const y2 = (end + 0.5) * chainRowHeight;
  const reach = Math.min(chainGutter - 12, 14 + 8 * Math.abs(start - end));
  // A cubic Bézier reaches three quarters of the way to its handles.
  const handle = x - reach / 0.75;
  return `M${x} ${y1}C${handle.toFixed(1)} ${y1} ${handle.toFixed(1)} ${y2} ${x} ${y2}`;
}
