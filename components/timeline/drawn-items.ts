import type { TimelineItem, TimelineWindow } from "@/lib/timeline/schema";
import { bucketId, groupClass, middleOf } from "./stops";

/** One thing as the timeline draws it; start and end in ms since the epoch. */
export type DrawnItem = {
  id: string;
  group: string;
  type: "point" | "range";
  start: number;
  end?: number;
  className: string;
  content: string;
  /** publicId of the incident, null for a bucket. */
  publicId: string | null;
};

export type Emphasis = { selected: string | null; active: string | null; linked: ReadonlySet<string> };

/** A span narrower than this many pixels is drawn as a point in its middle. */
const minSpanPixels = 18;
/** Open ends are drawn this far beyond the window, as a share of it. */
const openReach = 1;

const classOf = (base: string, id: string, emphasis: Emphasis): string =>
  [
    base,
    id === emphasis.selected && "sl-selected",
    id === emphasis.active && "sl-active",
    emphasis.linked.has(id) && "sl-linked",
  ]
    .filter(Boolean)
    .join(" ");

function drawnSpan(item: TimelineItem, view: { start: number; end: number; width: number }) {
  const span = view.end - view.start;
  const earliest = Math.max(Date.parse(item.earliest), view.start - openReach * span);
  const latest = Math.min(Date.parse(item.latest) + 1, view.end + openReach * span);
  const pixels = ((latest - earliest) / span) * view.width;
  return pixels >= minSpanPixels ? { start: earliest, end: latest } : null;
}

/** Few incidents in view leave room for longer labels: a class for how long they may be. */
function roomClass(data: TimelineWindow, view: { start: number; end: number; width: number }): string {
  const inView = data.items.filter(
    (item) => Date.parse(item.latest) >= view.start && Date.parse(item.earliest) <= view.end,
  ).length;
  const each = view.width / Math.max(1, inView + data.buckets.length);
  return each > 60 ? " sl-airy" : each > 24 ? " sl-roomy" : "";
}

/**
 * The items of a window for a view of so many pixels: certain dates as points, uncertain ones as spans
 * as soon as their uncertainty can be seen, buckets as spans. Ids repeat per group, never within one.
 */
export function drawnItems(
  data: TimelineWindow,
  view: { start: number; end: number; width: number },
  emphasis: Emphasis,
): DrawnItem[] {
  const known = new Set(data.groups.map((group) => group.key));
  const room = roomClass(data, view);
  const incidents = data.items.flatMap((item) => {
    const span = drawnSpan(item, view);
    const base = `${groupClass(item)} ${span ? "sl-span" : "sl-point"}${room}`;
    return item.groups
      .filter((group) => known.has(group))
      .map((group) => ({
        id: `${item.publicId} ${group}`,
        group,
        type: span ? ("range" as const) : ("point" as const),
        ...(span ?? { start: middleOf(item) }),
        className: classOf(base, item.publicId, emphasis),
        content: item.title,
        publicId: item.publicId,
      }));
  });
  const most = Math.max(1, ...data.buckets.map((bucket) => bucket.count));
  const buckets = data.buckets
    .filter((bucket) => known.has(bucket.group))
    .map((bucket) => {
      const start = Date.parse(bucket.start);
      const end = Date.parse(bucket.end);
      const weight = Math.ceil((4 * bucket.count) / most);
      return {
        id: bucketId(bucket),
        group: bucket.group,
        type: "range" as const,
        start,
        // A hair short of its end, so that neighbours stand in one row.
        end: end - (end - start) * 0.005,
        className: classOf(`sl-bucket sl-weight-${weight}`, bucketId(bucket), emphasis),
        content: String(bucket.count),
        publicId: null,
      };
    });
  return [...buckets, ...incidents];
}

const isSame = (a: DrawnItem, b: DrawnItem): boolean =>
  a.type === b.type &&
  a.start === b.start &&
  a.end === b.end &&
  a.className === b.className &&
  a.content === b.content;

/** What changes between two drawings: whole items to add or replace, ids to take away. */
export function drawnDifference(
  before: ReadonlyMap<string, DrawnItem>,
  after: readonly DrawnItem[],
): { update: DrawnItem[]; remove: string[] } {
  const kept = new Set(after.map((item) => item.id));
  return {
    update: after.filter((item) => {
      const old = before.get(item.id);
      return !old || !isSame(old, item);
    }),
    remove: [...before.keys()].filter((id) => !kept.has(id)),
  };
}
