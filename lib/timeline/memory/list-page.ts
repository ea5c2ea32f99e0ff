import type { IncidentSort } from "@/lib/incidents/filters";
import { byColumn, type Compare, firstIndex, type OrderName } from "./order";
import { publicIdNumber, publicIdText } from "./public-ids";
import type { Store } from "./store";
import { countView, type View } from "./view";

const orderOf: Record<IncidentSort, { name: OrderName; isBackward: boolean }> = {
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
