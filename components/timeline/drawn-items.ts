import type { Span } from "@/lib/timeline/scale";
import type { TimelineItem, TimelineWindow } from "@/lib/timeline/schema";
import { spanOf } from "./spans";
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
/** Open ends are drawn this far beyond what is loaded, as a share of the view, wherever that stands. */
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

type Scale = { loaded: Span; msPerPixel: number; reach: number };

function drawnSpan(item: TimelineItem, { loaded, msPerPixel, reach }: Scale): Span | null {
  const start = Math.max(Date.parse(item.earliest), loaded.start - reach);
  const end = Math.min(Date.parse(item.latest) + 1, loaded.end + reach);
  return (end - start) / msPerPixel >= minSpanPixels ? { start, end } : null;
}

/** Few incidents leave room for longer labels: a class for how long they may be. */
function roomClass({ items, buckets }: TimelineWindow, { loaded, msPerPixel }: Scale): string {
  const width = (loaded.end - loaded.start) / msPerPixel;
  const each = width / Math.max(1, items.length + buckets.length);
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
  const span = view.end - view.start;
  const scale = { loaded: spanOf(data), msPerPixel: span / view.width, reach: openReach * span };
  const room = roomClass(data, scale);
  const incidents = data.items.flatMap((item) => {
    const drawn = drawnSpan(item, scale);
    const base = `${groupClass(item)} ${drawn ? "sl-span" : "sl-point"}${room}`;
    return item.groups
      .filter((group) => known.has(group))
      .map((group) => ({
        id: `${item.publicId} ${group}`,
        group,
        type: drawn ? ("range" as const) : ("point" as const),
        // vis-timeline keeps an end that is not named.
        ...(drawn ?? { start: middleOf(item), end: undefined }),
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

/** The order in which rows are filled: counts above all, then by time. */
export const byRow = (a: DrawnItem, b: DrawnItem): number =>
  Number(a.publicId !== null) - Number(b.publicId !== null) || a.start - b.start;

const isSame = (a: DrawnItem, b: DrawnItem): boolean =>
  a.type === b.type &&
  a.start === b.start &&
  a.end === b.end &&
  a.className === b.className &&
  a.content === b.content;

/**
 * What changes between two drawings: whole items to add or replace, ids to take away, and what is drawn then. Of what
 * is to be added or replaced only the first `most` are taken, in the order of rows, so that nobody waits for all.
 */
export function drawnDifference(
  before: ReadonlyMap<string, DrawnItem>,
  after: readonly DrawnItem[],
  most: number,
): { update: DrawnItem[]; remove: string[]; drawn: Map<string, DrawnItem>; isWhole: boolean } {
  const kept = new Set(after.map((item) => item.id));
  const changed = after.filter((item) => {
    const old = before.get(item.id);
    return !old || !isSame(old, item);
  });
  const update = changed.length > most ? changed.sort(byRow).slice(0, most) : changed;
  const later = new Set(changed.slice(update.length).map((item) => item.id));
  const drawn = after.flatMap((item) => {
    const known = later.has(item.id) ? before.get(item.id) : item;
    return known ? [[item.id, known] as const] : [];
  });
  return {
    update,
    remove: [...before.keys()].filter((id) => !kept.has(id)),
    drawn: new Map(drawn),
    isWhole: later.size === 0,
  };
}
