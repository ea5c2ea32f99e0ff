import type { LinkType } from "@/lib/taxonomy/terms";
import type { TimelineStub, TimelineWindow } from "@/lib/timeline/schema";
import { bucketId, middleOf } from "./stops";

type Point = { x: number; y: number };

/** An arc of the overlay; path is the d of an SVG path. */
export type Arc = { key: string; type: LinkType; path: string; isLit: boolean };

/** What an end is: the id of a stop, or null for what is not in the answer; at is its time in ms. */
type End = { id: string | null; at: number };
type Line = { key: string; type: LinkType; earlier: End; later: End };

/** The links of a window as lines between stops, worked out once for each answer. */
export type ArcPlan = { lines: Line[]; ends: ReadonlySet<string> };

export function arcPlan(data: TimelineWindow): ArcPlan {
  const times = new Map(data.items.map((item) => [item.publicId, middleOf(item)]));
  const endOf = (publicId: string): End => ({ id: publicId, at: times.get(publicId) ?? 0 });
  const links = data.links.map(({ from, to, type }): Line => {
    return { key: `${from} ${to} ${type}`, type, earlier: endOf(to), later: endOf(from) };
  });
  const bucketOf = bucketFinder(data);
  const stubs = data.stubs.map((stub): Line => {
    const here = endOf(stub.publicId);
    const there = { id: bucketOf(stub), at: Date.parse(stub.at) };
    const [earlier, later] = stub.direction === "outgoing" ? [there, here] : [here, there];
    return {
      key: `${stub.publicId} ${stub.other} ${stub.type} ${stub.direction}`,
      type: stub.type,
      earlier,
      later,
    };
  });
  const lines = [...links, ...stubs];
  const ends = lines.flatMap(({ earlier, later }) => [earlier.id, later.id]).filter((id) => id !== null);
  return { lines, ends: new Set(ends) };
}

/** The bucket that counts the other end of a stub: that of its group and its earliest instant in the window. */
function bucketFinder({ buckets, start }: TimelineWindow): (stub: TimelineStub) => string | null {
  const byGroup = Map.groupBy(buckets, ({ group }) => group);
  const windowStart = Date.parse(start);
  return ({ group, at }) => {
    const time = Math.max(Date.parse(at), windowStart);
    const found = (group === null ? [] : (byGroup.get(group) ?? [])).find(
      (bucket) => Date.parse(bucket.start) <= time && time < Date.parse(bucket.end),
    );
    return found ? bucketId(found) : null;
  };
}

/**
 * The arcs between what is on screen. Where one end is not, a short one points to its time, and for the selected
 * incident one that reaches the edge.
 * @param placeOf the point of a stop in pixels, as edges are counted; null off screen
 * @param edges of what is in sight, pixels
 */
export function arcsOf(
  { lines }: ArcPlan,
  selected: string | null,
  placeOf: (id: string) => Point | null,
  edges: { left: number; right: number },
): Arc[] {
  return lines.flatMap(({ key, type, earlier, later }) => {
    const from = earlier.id === null ? null : placeOf(earlier.id);
    const to = later.id === null ? null : placeOf(later.id);
    const isLit = selected !== null && (earlier.id === selected || later.id === selected);
    if (from && to) return [{ key, type, path: wholePath(from, to), isLit }];
    const here = from ?? to;
    if (!here) return [];
    const isLater = from ? later.at >= earlier.at : earlier.at > later.at;
    const edge = isLater ? edges.right : edges.left;
    const short = here.x + (isLater ? 1 : -1) * shortPx;
    return [{ key, type, path: leavingPath(here, isLit ? edge : short), isLit }];
  });
}

const shortPx = 30;
const n = (value: number) => value.toFixed(1);

/** An arc from the earlier incident to the later one, bowed upwards the more the farther they are apart. */
function wholePath(earlier: Point, later: Point): string {
  const reach = Math.abs(later.x - earlier.x);
  const bow = Math.min(12 + reach * 0.16, 72);
  const top = Math.min(earlier.y, later.y) - bow;
  const lean = reach * 0.22 * Math.sign(later.x - earlier.x);
  return `M${n(earlier.x)} ${n(earlier.y)}C${n(earlier.x + lean)} ${n(top)} ${n(later.x - lean)} ${n(top)} ${n(later.x)} ${n(later.y)}`;
}

/** The beginning of an arc that ends level, out of sight. */
function leavingPath({ x, y }: Point, end: number): string {
  const reach = end - x;
  const top = y - Math.min(6 + Math.abs(reach) * 0.2, 40);
  return `M${n(x)} ${n(y)}C${n(x + reach * 0.25)} ${n(top)} ${n(x + reach * 0.6)} ${n(top)} ${n(end)} ${n(top)}`;
}
