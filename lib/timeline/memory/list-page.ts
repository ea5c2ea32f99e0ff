import { maxRelevance, relevanceStep } from "@/lib/incidents/relevance";
import type { IncidentSort } from "@/lib/incidents/sorts";
import { byColumn, type Compare, firstIndex, type OrderName } from "./order";
import { publicIdNumber, publicIdText } from "./public-ids";
import type { Store } from "./store";
import { countView, type View } from "./view";

const orderOf: Record<Exclude<IncidentSort, "relevance">, { name: OrderName; isBackward: boolean }> = {
  "-occurred": { name: "earliest", isBackward: true },
  occurred: { name: "earliest", isBackward: false },
  "-updated": { name: "updated", isBackward: true },
  "-published": { name: "published", isBackward: true },
  "-killed": { name: "killed", isBackward: true },
};

export type ListedRow = { rowNo: number; publicId: string; key: number };

/**
 * The first incidents of a list behind a position, as many as limit, and how many match in all. key is what the
 * list is ordered by: milliseconds or a count.
 */
export function listPage(
  store: Store,
  view: View,
  sort: IncidentSort,
  after: { key: number; publicId: string } | null,
  limit: number,
): { rows: ListedRow[]; total: number } {
  if (sort === "relevance") {
    return { rows: mostRelevant(store, view, after, limit), total: countView(store, view) };
  }
  const { name, isBackward } = orderOf[sort];
  const { rows } = store;
  const ascending = byColumn(rows, name);
  const compare: Compare = isBackward ? (a, b) => ascending(b, a) : ascending;
  const isAfter = afterTest(store, name, isBackward, after);
  const added = view.added.filter(isAfter).sort(compare).slice(0, limit);
  const found = [...ofBase(store, view, { name, isBackward, isAfter, compare, limit }), ...added];
  const page = (added.length > 0 ? found.sort(compare) : found).slice(0, limit);
  return {
    rows: page.map((position) => ({
      rowNo: rows.rowNo[position] ?? 0,
      publicId: publicIdText(rows.publicId[position] ?? 0),
      key: rows[name][position] ?? 0,
    })),
    total: countView(store, view),
  };
}

/** Each level of relevance from the newest down; positions of the base are in the order of time. */
function mostRelevant(
  store: Store,
  view: View,
  after: { key: number; publicId: string } | null,
  limit: number,
): ListedRow[] {
  const { rows, base } = store;
  const { text } = view.match;
  const level = (at: number) => Math.max((text?.[rows.rowNo[at] ?? 0] ?? 0) - 1, 0);
  const key = (at: number) => level(at) * relevanceStep + (rows.earliest[at] ?? 0);
  const afterId = after ? publicIdNumber(after.publicId) : 0;
  const isAfter = (at: number) =>
    after === null || (key(at) - after.key || afterId - (rows.publicId[at] ?? 0)) < 0;
  const levels = Array.from({ length: maxRelevance + 1 }, (): number[] => []);
  const selection = view.selection();
  for (let index = (selection?.length ?? base.count) - 1; index >= 0; index -= 1) {
    const at = selection ? (selection[index] ?? 0) : index;
    const same = levels[level(at)];
    if (same && same.length < limit && rows.dead[at] === 0 && isAfter(at)) same.push(at);
  }
  const first = levels.reverse().flat().slice(0, limit);
  const added = view.added.filter(isAfter);
  const compare = (a: number, b: number) =>
    key(b) - key(a) || (rows.publicId[a] ?? 0) - (rows.publicId[b] ?? 0);
  const found = added.length > 0 ? [...first, ...added].sort(compare).slice(0, limit) : first;
  return found.map((at) => ({
    rowNo: rows.rowNo[at] ?? 0,
    publicId: publicIdText(rows.publicId[at] ?? 0),
    key: key(at),
  }));
}

function afterTest(
  { rows }: Store,
  name: OrderName,
  isBackward: boolean,
  after: { key: number; publicId: string } | null,
): (position: number) => boolean {
  if (after === null) {
    return () => true;
  }
  const column = rows[name];
  const publicId = publicIdNumber(after.publicId);
  return (position) => {
    // As byColumn: the later public id first.
    const order = (column[position] ?? 0) - after.key || publicId - (rows.publicId[position] ?? 0);
    return isBackward ? order < 0 : order > 0;
  };
}

type Walk = {
  name: OrderName;
  isBackward: boolean;
  isAfter: (position: number) => boolean;
  compare: Compare;
  limit: number;
};

function ofBase(store: Store, view: View, { name, isBackward, isAfter, compare, limit }: Walk): number[] {
  const { rows, base } = store;
  const selection = view.selection();
  const order = base.orders[name];
  const expectedSteps = (limit * base.count) / Math.max(selection?.length ?? base.count, 1);
  const isListed = (position: number) => rows.dead[position] === 0;
  if (selection && order && selection.length < expectedSteps * 4) {
    return Array.from(selection.filter((at) => isListed(at) && isAfter(at)))
      .sort(compare)
      .slice(0, limit);
  }
  // The order by time is that of the positions, also of the selected ones.
  const walked = order ?? selection;
  const test = order && selection ? view.test : () => true;
  const length = walked?.length ?? base.count;
  const at = (index: number) => (walked ? (walked[index] ?? 0) : index);
  const border = firstIndex(length, (index) => isAfter(at(index)) !== isBackward);
  const found: number[] = [];
  const step = isBackward ? -1 : 1;
  for (let index = isBackward ? border - 1 : border; found.length < limit; index += step) {
    if (index < 0 || index >= length) break;
    const position = at(index);
    if (isListed(position) && test(position)) found.push(position);
  }
  return found;
}
