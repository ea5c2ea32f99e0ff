import "server-only";
import { database, type Reader } from "@/lib/db/client";
import type { IncidentFilter } from "@/lib/incidents/filters";
import { incidentWhere, type WhereOptions } from "@/lib/incidents/where";
import { readDensity } from "./density";
import { groupLabel, missingKey, otherKey } from "./group-labels";
import type { TimelineGroup } from "./groups";
import { fromMemory } from "./memory/reading";
import { planWindow, type WindowPlan } from "./memory/window-plan";
import { bucketSizeFor, maxItems, resolveSpan, roomFor, type Span } from "./scale";
import type { TimelineItem, TimelineLink, TimelineStub, TimelineWindow } from "./schema";
import {
  type BucketRow,
  type GroupRow,
  type ItemRow,
  type StubRow,
  type WindowRow,
  type WordsRow,
  windowSql,
  wordsSql,
} from "./window-sql";

export type WindowOptions = {
  /** ISO instants; null: everything that matches, with a margin. */
  start?: string | null;
  end?: string | null;
  /** CSS pixels of the drawing, for roomFor and for buckets of about 40; without it 400 incidents one by one. */
  width?: number;
  group?: TimelineGroup;
  statuses?: WhereOptions["statuses"];
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
};

const defaultWidth = 1200;
const itemsFor = (width: number | undefined) => (width === undefined ? maxItems : roomFor(width));

/**
 * What the timeline shows for a window: the most significant incidents one by one, the rest counted in
 * buckets, each in the bucket of its earliest instant and in the first of its groups, so that items
 * and buckets add up to total. Throws invalid-input that names start or end, and the reason of the signal.
 */
export async function getTimelineWindow(
  filter: IncidentFilter,
  options: WindowOptions = {},
  reader: Reader = database(),
): Promise<TimelineWindow> {
  const { start, end, width = defaultWidth, group = "none", signal } = options;
  const asked = { start, end, width, group, maxItems: itemsFor(options.width) };
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const plan = await fromMemory(
      filter,
      options.statuses,
      reader,
      ({ store, caches, view }) => planWindow(store, caches, view(filter), asked),
      { signal },
    );
    const answer = plan && (await drawPlan(plan, group, reader));
    if (answer) return answer;
    if (!plan) break;
  }
  return readWindow(filter, options, reader);
}

/** How often what was changed while it was being read leads to another look, before one statement does it all. */
const maxAttempts = 3;

/** Null when a drawn incident has been changed or withdrawn since the plan was made. */
async function drawPlan(
  plan: WindowPlan,
  group: TimelineGroup,
  reader: Reader,
): Promise<TimelineWindow | null> {
  const rowNos = plan.drawn.map(({ rowNo }) => rowNo);
  const found = rowNos.length > 0 ? await reader.$queryRaw<WordsRow[]>(wordsSql(rowNos)) : [];
  const wordsOf = new Map(found.map((words) => [words.rowNo, words]));
  const items: TimelineItem[] = [];
  for (const { rowNo, updated, item } of plan.drawn) {
    const words = wordsOf.get(rowNo);
    if (words?.updated !== updated) return null;
    const { title, occurred, timeZone } = words;
    items.push({ ...item, title, occurred, timeZone });
  }
  return windowOf({ ...plan, items }, plan, group);
}

async function readWindow(
  filter: IncidentFilter,
  { start, end, width, group = "none", statuses }: WindowOptions,
  reader: Reader,
): Promise<TimelineWindow> {
  const where = incidentWhere(filter, { statuses });
  const { range, density } = await readDensity(where, reader);
  const span = resolveSpan({ start, end }, range);
  const size = bucketSizeFor(span, width ?? defaultWidth);
  const wanted = { span, size, maxItems: itemsFor(width) };
  const rows = await reader.$queryRaw<WindowRow[]>(windowSql(where, wanted, group));
  return windowOf(partsOf(rows), { range, density, span, size }, group);
}

type Parts = {
  items: TimelineItem[];
  buckets: BucketRow[];
  links: TimelineLink[];
  stubs: TimelineStub[];
  groups: GroupRow[];
  total: number;
};

const partsOf = (rows: readonly WindowRow[]): Parts => ({
  items: rows.flatMap((row) => (row.kind === "item" ? [itemOf(row.body)] : [])),
  buckets: rows.flatMap((row) => (row.kind === "bucket" ? [row.body] : [])),
  links: rows.flatMap((row) => (row.kind === "link" ? [row.body] : [])),
  stubs: rows.flatMap((row) => (row.kind === "stub" ? [stubOf(row.body)] : [])),
  groups: rows.flatMap((row) => (row.kind === "group" ? [row.body] : [])),
  total: rows.reduce((total, row) => (row.kind === "total" ? row.body.total : total), 0),
});

function windowOf(
  { items, buckets, links, stubs, groups, total }: Parts,
  { range, density, span, size }: { range: Span | null; density: number[]; span: Span; size: number },
  group: TimelineGroup,
): TimelineWindow {
  return {
    items,
    buckets: bucketsOf(buckets, size),
    links: inOneOrder(links, ({ from, to, type }) => `${from} ${to} ${type}`),
    stubs: inOneOrder(stubs, (stub) => `${stub.publicId} ${stub.other} ${stub.direction} ${stub.type}`),
    groups: groups
      .toSorted(byImportance)
      .map(({ key, name, count }) => ({ key, label: groupLabel(group, key, name), count })),
    total,
    start: iso(span.start),
    end: iso(span.end),
    range: range && { start: iso(range.start), end: iso(range.end) },
    density,
  };
}

/** Any order that is the same each time. */
function inOneOrder<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const keyed = values.map((value) => ({ value, key: keyOf(value) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ value }) => value);
}

const iso = (time: number): string => new Date(time).toISOString();

const itemOf = (row: ItemRow): TimelineItem => ({
  ...row,
  earliest: iso(row.earliest),
  latest: iso(row.latest),
});

const stubOf = (row: StubRow): TimelineStub => ({ ...row, at: iso(row.at) });

/** In the order of their slots, each of which has a bucket in many groups. */
function bucketsOf(rows: readonly BucketRow[], size: number): TimelineWindow["buckets"] {
  const bounds = new Map<number, string>();
  const boundOf = (slot: number) => {
    const known = bounds.get(slot) ?? iso(slot * size);
    bounds.set(slot, known);
    return known;
  };
  return rows
    .toSorted((a, b) => a.slot - b.slot || (a.group < b.group ? -1 : 1))
    .map(({ slot, group, count }) => ({ start: boundOf(slot), end: boundOf(slot + 1), group, count }));
}

/** Event types in the order of the codebook, all others by count; what has no group of its own last. */
function byImportance(a: GroupRow, b: GroupRow): number {
  const rank = ({ key }: GroupRow) => (key === otherKey ? 1 : key === missingKey ? 2 : 0);
  return (
    rank(a) - rank(b) ||
    a.position - b.position ||
    b.count - a.count ||
    (a.name ?? "").localeCompare(b.name ?? "") ||
    a.key.localeCompare(b.key)
  );
}
