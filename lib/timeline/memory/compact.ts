import { buildBase } from "./base";
import type { Breathe } from "./breathe";
import { byColumn, orderNames } from "./order";
import { copyRow, createRows } from "./rows";
import { changeRow, indexRows, type Store, settle, sizesOf } from "./store";

/**
 * A store with one base of everything that lives in this one now. Changes may go on in this one meanwhile:
 * finishCompaction takes them over.
 */
export async function compactStore(store: Store, breathe: Breathe): Promise<Store> {
  const { rows, base } = store;
  const later: number[] = [];
  for (let position = base.count; position < rows.length; position += 1) {
    if (rows.dead[position] === 0) later.push(position);
  }
  const compare = byColumn(rows, "earliest");
  later.sort(compare);
  const compacted = createRows(base.count + later.length + Math.max(1024, base.count >> 6));
  const moved = new Int32Array(rows.length).fill(-1);
  let next = 0;
  for (let position = 0; position <= base.count; position += 1) {
    const isLast = position === base.count;
    for (; next < later.length && (isLast || compare(later[next] ?? 0, position) < 0); next += 1) {
      const source = later[next] ?? 0;
      moved[source] = copyRow(compacted, rows, source);
    }
    if (!isLast && rows.dead[position] === 0) moved[position] = copyRow(compacted, rows, position);
    if (position % 5_000 === 0) await breathe();
  }
  const orders: NonNullable<Parameters<typeof buildBase>[3]>["orders"] = {
    earliest: null,
    latest: null,
    updated: null,
    published: null,
    killed: null,
  };
  for (const name of orderNames.slice(1)) {
    orders[name] = follow(base.orders[name] ?? new Int32Array(), later, moved);
    await breathe();
  }
  const significance = follow(base.significance, later, moved);
  return {
    ...store,
    rows: compacted,
    base: await buildBase(compacted, sizesOf(store.vocabulary), breathe, { orders, significance }),
    positionOf: indexRows(compacted),
    removed: [],
  };
}

/** An old order in new positions, with what came later behind it: nearly sorted. */
function follow(order: Int32Array, later: readonly number[], moved: Int32Array): Int32Array<ArrayBuffer> {
  const followed = new Int32Array(order.length + later.length);
  let length = 0;
  for (const sources of [order, later]) {
    for (const source of sources) {
      const position = moved[source] ?? -1;
      followed[length] = position;
      length += position >= 0 ? 1 : 0;
    }
  }
  return followed.slice(0, length);
}

/** The compacted store with what changed in the old one since compaction began. */
export function finishCompaction(old: Store, compacted: Store, changed: ReadonlySet<number>): Store {
  const store: Store = { ...compacted, ancestry: old.ancestry, version: old.version };
  for (const rowNo of changed) {
    changeRow(store, rowNo, null);
    const source = old.positionOf[rowNo] ?? -1;
    if (source >= 0) {
      settle(store, rowNo, copyRow(store.rows, old.rows, source));
    }
  }
  return store;
}
