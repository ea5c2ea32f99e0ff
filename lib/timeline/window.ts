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
import type { TimelineItem, TimelineStub, TimelineWindow } from "./schema";
import {
  type BucketRow,
  drawnSql,
  type GroupRow,
  type ItemRow,
  type StubRow,
  type WindowRow,
  windowSql,
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

/** How often what was withdrawn while it was being read leads to another look, before one statement does it all. */
const maxAttempts = 3;

/** Null when a drawn incident has been withdrawn since the plan was made. */
async function drawPlan(
  plan: WindowPlan,
  group: TimelineGroup,
  reader: Reader,
): Promise<TimelineWindow | null> {
  const rows =
    plan.drawn.length > 0
      ? await reader.$queryRaw<WindowRow[]>(drawnSql(plan.drawn.map(({ rowNo }) => rowNo)))
      : [];
  const found = rows.filter((row) => row.kind === "item");
  if (found.length < plan.drawn.length) {
    return null;
  }
  const items = found.map((row, index) => ({
    kind: row.kind,
    body: { ...row.body, groups: plan.drawn[index]?.groups ?? [] },
  }));
  const links = rows.flatMap((row): WindowRow[] => {
    if (row.kind !== "stub") return row.kind === "item" ? [] : [row];
    return [{ kind: row.kind, body: { ...row.body, group: plan.countedIn(row.body.otherRowNo) } }];
  });
  const counted: WindowRow[] = [
    ...plan.buckets.map((body) => ({ kind: "bucket" as const, body })),
    ...plan.groups.map((body) => ({ kind: "group" as const, body })),
    { kind: "total", body: { total: plan.total } },
  ];
  return windowOf([...items, ...links, ...counted], plan, group);
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
  return windowOf(rows, { range, density, span, size }, group);
}

function windowOf(
  rows: readonly WindowRow[],
  { range, density, span, size }: { range: Span | null; density: number[]; span: Span; size: number },
  group: TimelineGroup,
): TimelineWindow {
  return {
    items: rows.flatMap((row) => (row.kind === "item" ? [itemOf(row.body)] : [])),
    buckets: rows
      .flatMap((row) => (row.kind === "bucket" ? [row.body] : []))
      .sort((a, b) => a.slot - b.slot || (a.group < b.group ? -1 : 1))
      .map((row) => bucketOf(row, size)),
    links: inOneOrder(rows.flatMap((row) => (row.kind === "link" ? [row.body] : []))),
    stubs: inOneOrder(rows.flatMap((row) => (row.kind === "stub" ? [stubOf(row.body)] : []))),
    groups: rows
      .flatMap((row) => (row.kind === "group" ? [row.body] : []))
      .sort(byImportance)
      .map(({ key, name, count }) => ({ key, label: groupLabel(group, key, name), count })),
    total: rows.reduce((total, row) => (row.kind === "total" ? row.body.total : total), 0),
    start: iso(span.start),
    end: iso(span.end),
    range: range && { start: iso(range.start), end: iso(range.end) },
    density,
  };
}

/** Any order that is the same each time. */
function inOneOrder<T extends object>(values: readonly T[]): T[] {
  const keyed = values.map((value) => ({ value, key: Object.values(value).join() }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ value }) => value);
}

const iso = (time: number): string => new Date(time).toISOString();

const itemOf = (row: ItemRow): TimelineItem => ({
  ...row,
  earliest: iso(row.earliest),
  latest: iso(row.latest),
});

const stubOf = ({ otherRowNo: _, ...stub }: StubRow): TimelineStub => ({ ...stub, at: iso(stub.at) });

const bucketOf = (row: BucketRow, size: number): TimelineWindow["buckets"][number] => ({
  start: iso(row.slot * size),
  end: iso((row.slot + 1) * size),
  group: row.group,
  count: row.count,
});

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
